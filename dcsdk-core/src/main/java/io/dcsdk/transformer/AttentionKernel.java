package io.dcsdk.transformer;

/** How the attention core (scores, softmax, scores times values) is executed. */
public enum AttentionKernel {
    /**
     * The score matrix is written to memory, as in the measurements of arXiv 2104.04473 and 2205.05198 and in their
     * memory formula.
     */
    MATERIALIZED,
    /**
     * One tiled kernel that never writes the score matrix and skips the masked half (FlashAttention, arXiv 2205.14135
     * and 2307.08691). It recomputes the scores itself, so {@link Recomputation#SELECTIVE} costs nothing on top.
     */
    FUSED
}
