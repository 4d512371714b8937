package io.dcsdk.optimizer;

import io.dcsdk.design.DesignProblem;

/** The random problems of this package, for the tests of others. */
public final class RandomDesigns {
    private RandomDesigns() {}

    /**
     * A small problem.
     *
     * @param seed any number
     * @return the same for the same seed
     */
    public static DesignProblem of(long seed) {
        return SmallDesigns.of(seed);
    }
}
