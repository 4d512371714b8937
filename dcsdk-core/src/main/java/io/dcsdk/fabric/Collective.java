package io.dcsdk.fabric;

/**
 * What a group of n ranks does together, and the data that it must move at least.
 *
 * <p>The size S of a collective is that of the whole buffer: of the vector that is reduced or broadcast, of what a rank
 * holds after an all-gather or before a reduce-scatter, of what a rank sends in an all-to-all, its own part included.
 * These are the sizes and factors of nccl-tests (NVIDIA, PERFORMANCE.md).
 */
public enum Collective {
    /** Every rank ends with the sum over the ranks; factor 2 (n − 1)/n. */
    ALL_REDUCE,
    /** Every rank ends with its part of the sum; factor (n − 1)/n. */
    REDUCE_SCATTER,
    /** Every rank ends with the parts of all; factor (n − 1)/n. */
    ALL_GATHER,
    /** Every rank sends another part to each rank; factor (n − 1)/n. */
    ALL_TO_ALL,
    /** Every rank ends with what one had; factor 1. */
    BROADCAST;

    /**
     * The data that each rank moves in each direction at least, over the size S.
     *
     * @param ranks n, at least 1
     * @return f; 0 with a single rank, which has nothing to send
     * @throws FabricException if there are no ranks
     */
    public double factor(int ranks) {
        if (ranks < 1) {
            throw new FabricException("ranks", ranks, "collective " + name(), "are fewer than 1", "count the GPUs.");
        }
        double others = (ranks - 1.0) / ranks;
        return switch (this) {
            case ALL_REDUCE -> 2 * others;
            case REDUCE_SCATTER, ALL_GATHER, ALL_TO_ALL -> others;
            case BROADCAST -> ranks == 1 ? 0 : 1;
        };
    }
}
