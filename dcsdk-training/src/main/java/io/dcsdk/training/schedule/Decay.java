package io.dcsdk.training.schedule;

/** What the learning rate does after warm-up. */
public enum Decay {
    /** It stays at its peak. */
    CONSTANT,
    /** It falls in a straight line to 0 at the last step. */
    LINEAR,
    /** It falls to 0 along half a cosine. */
    COSINE
}
