package io.dcsdk.optimizer.dispatch;

/**
 * A convex, piecewise linear function without its constant: the length of each slope, by the rank of the slope. Which ranks have a
 * length is kept as bits, with a bit above for every word that has one, and so on up to a single word: the first and last piece are
 * found in as many looks as there are levels, three for a year of hours.
 */
final class Pieces {
    private static final int WORD = 6;

    private final double[] lengths;
    private final long[][] bits;

    /**
     * No pieces.
     *
     * @param ranks how many different slopes there can be
     */
    Pieces(int ranks) {
        lengths = new double[ranks];
        int levels = 1;
        for (int words = words(ranks); words > 1; words = words(words)) {
            levels++;
        }
        bits = new long[levels][];
        int size = ranks;
        for (int level = 0; level < levels; level++) {
            size = words(size);
            bits[level] = new long[size];
        }
    }

    private static int words(int size) {
        return Math.max(1, (size + (1 << WORD) - 1) >> WORD);
    }

    boolean isEmpty() {
        return bits[bits.length - 1][0] == 0;
    }

    /** The rank of the smallest slope; there must be one. */
    int first() {
        int at = 0;
        for (int level = bits.length - 1; level >= 0; level--) {
            at = (at << WORD) + Long.numberOfTrailingZeros(bits[level][at]);
        }
        return at;
    }

    /** The rank of the largest slope; there must be one. */
    int last() {
        int at = 0;
        for (int level = bits.length - 1; level >= 0; level--) {
            at = (at << WORD) + Long.SIZE - 1 - Long.numberOfLeadingZeros(bits[level][at]);
        }
        return at;
    }

    double length(int rank) {
        return lengths[rank];
    }

    void add(int rank, double length) {
        if (!(length > 0)) {
            return;
        }
        lengths[rank] += length;
        int at = rank;
        for (long[] level : bits) {
            int word = at >> WORD;
            long before = level[word];
            level[word] = before | 1L << at;
            if (before != 0) {
                return;
            }
            at = word;
        }
    }

    /** Takes up to so much of a slope away; what would be left of a piece below the dust goes too. Returns what was taken. */
    double take(int rank, double most, double dust) {
        double there = lengths[rank];
        if (there - most > dust) {
            lengths[rank] = there - most;
            return most;
        }
        if (there > 0) {
            lengths[rank] = 0;
            clear(rank);
        }
        return Math.min(there, most);
    }

    private void clear(int rank) {
        int at = rank;
        for (long[] level : bits) {
            int word = at >> WORD;
            level[word] &= ~(1L << at);
            if (level[word] != 0) {
                return;
            }
            at = word;
        }
    }

    /** Brings lengths into larger units; one that would be too small for a double fades: it is noted as it was and goes. */
    void shrink(double factor, CutLog faded) {
        for (int rank = 0; rank < lengths.length; rank++) {
            double length = lengths[rank];
            if (length > 0) {
                lengths[rank] = length * factor;
                if (lengths[rank] < Double.MIN_NORMAL) {
                    faded.add(rank, length);
                    lengths[rank] = 0;
                    clear(rank);
                }
            }
        }
    }

    /** Brings lengths into smaller units. */
    void enlarge(double factor) {
        for (int rank = 0; rank < lengths.length; rank++) {
            lengths[rank] *= factor;
        }
    }
}
