package io.dcsdk.training.corpus;

/**
 * SplitMix64: a counter that steps by the golden ratio, and a mixing function on it. Written out here, because what is drawn
 * belongs to the data: the same seed must give the same corpus on every Java version. Not for secrets.
 *
 * <p>Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
 */
public final class SeededRandom {
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    private long state;

    /**
     * A generator.
     *
     * @param seed any number
     */
    public SeededRandom(long seed) {
        this.state = seed;
    }

    /**
     * The next 64 bits.
     *
     * @return a number, all equally likely
     */
    public long nextLong() {
        state += GOLDEN_RATIO;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /**
     * A whole number below a bound.
     *
     * @param bound at least 1
     * @return 0 to {@code bound - 1}; no number is likelier than another by more than {@code bound / 2^32}
     * @throws IllegalArgumentException if the bound is below 1
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException(
                    "bound (%d) of a random number: it is below 1\nMaybe there is nothing to choose from."
                            .formatted(bound));
        }
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }
}
