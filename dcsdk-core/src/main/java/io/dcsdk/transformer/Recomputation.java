package io.dcsdk.transformer;

/** Which activations the forward pass drops and the backward pass computes again (arXiv 2205.05198, section 5). */
public enum Recomputation {
    /** Everything is kept: most memory, no extra work. */
    NONE,
    /** Only the attention core (scores, softmax, its dropout, scores times values) is computed again. */
    SELECTIVE,
    /** Only the input of every layer is kept; each layer runs forward a second time. */
    FULL
}
