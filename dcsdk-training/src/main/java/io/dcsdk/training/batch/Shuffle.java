package io.dcsdk.training.batch;

/**
 * Random order that is the same on every Java platform and in every version of this library.
 *
 * <p>Numbers come from SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
 * with the mixing constants of Stafford's variant 13): the state grows by γ = 0x9E3779B97F4A7C15 each time and mix(state) is
 * the number, where mix(z) is z ^= z >>> 30, z *= 0xBF58476D1CE4E5B9, z ^= z >>> 27, z *= 0x94D049BB133111EB, z ^= z >>> 31.
 * The first state is mix(seed ^ mix(epoch + γ)). A number below n is the high half of (upper 32 bits × n), drawn again
 * while the low half is below 2^32 mod n (Lemire 2019), so that all are equally likely. The order is that of Fisher and
 * Yates: for i from the last down to 1, swap elements i and (a number below i + 1).
 */
final class Shuffle {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private long state;

    private Shuffle(long state) {
        this.state = state;
    }

    static Shuffle of(long seed, long epoch) {
        return new Shuffle(mix(seed ^ mix(epoch + GAMMA)));
    }

    static Shuffle ofState(long state) {
        return new Shuffle(state);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GAMMA;
        return mix(state);
    }

    int below(int bound) {
        long rejected = (1L << 32) % bound;
        while (true) {
            long product = (next() >>> 32) * bound;
            if ((product & 0xFFFFFFFFL) >= rejected) {
                return (int) (product >>> 32);
            }
        }
    }

    /** A random order of the numbers from 0 to below {@code size}. */
    int[] order(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int i = size - 1; i > 0; i--) {
            int j = below(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }
}
