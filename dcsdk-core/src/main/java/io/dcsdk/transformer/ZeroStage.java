package io.dcsdk.transformer;

/**
 * What the data-parallel replicas share out among themselves (ZeRO, arXiv 1910.02054).
 *
 * <p>Mixed-precision Adam keeps 18 bytes per parameter: {@value #WEIGHT_BYTES} of 16-bit weights, {@value #GRADIENT_BYTES}
 * of 32-bit gradients, {@value #OPTIMIZER_BYTES} of 32-bit master weights and two moments.
 */
public enum ZeroStage {
    /** Every replica holds everything: 18 bytes per parameter. */
    NONE(0),
    /** Optimizer state is sharded: 6 + 12/d bytes per parameter. */
    ONE(1),
    /** Optimizer state and gradients are sharded: 2 + 16/d bytes per parameter. */
    TWO(2),
    /** Optimizer state, gradients and weights are sharded: 18/d bytes per parameter. */
    THREE(3);

    /** Bytes per parameter of the 16-bit weights. */
    public static final int WEIGHT_BYTES = 2;

    /** Bytes per parameter of the 32-bit gradients. */
    public static final int GRADIENT_BYTES = 4;

    /** Bytes per parameter of the 32-bit master weights and both Adam moments. */
    public static final int OPTIMIZER_BYTES = 12;

    private final int number;

    ZeroStage(int number) {
        this.number = number;
    }

    /**
     * Returns the stage with the number that the literature uses.
     *
     * @param number 0 to 3
     * @throws IllegalArgumentException outside that range
     */
    public static ZeroStage of(int number) {
        Rules.require(
                number >= 0 && number <= 3,
                "zeroStage",
                number,
                "parallelism plan",
                "must be 0, 1, 2 or 3",
                "0 was meant: no sharding over the data-parallel replicas.");
        return values()[number];
    }

    /** Returns 0, 1, 2 or 3. */
    public int number() {
        return number;
    }

    /** Returns the bytes of model state per parameter held by one of {@code replicas} replicas. */
    public double stateBytesPerParameter(int replicas) {
        double weights = this == THREE ? (double) WEIGHT_BYTES / replicas : WEIGHT_BYTES;
        double gradients = compareTo(TWO) >= 0 ? (double) GRADIENT_BYTES / replicas : GRADIENT_BYTES;
        double optimizer = this == NONE ? OPTIMIZER_BYTES : (double) OPTIMIZER_BYTES / replicas;
        return weights + gradients + optimizer;
    }
}
