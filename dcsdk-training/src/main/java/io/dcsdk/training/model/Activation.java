package io.dcsdk.training.model;

/** The non-linearity of the feed-forward blocks. */
public enum Activation {
    /** x Φ(x) with the exact normal distribution function ({@code gelu}). */
    GELU,
    /** The tanh approximation of GELU ({@code gelu_new}, {@code gelu_pytorch_tanh}). */
    GELU_TANH,
    /** max(x, 0) ({@code relu}). */
    RELU
}
