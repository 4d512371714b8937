package io.dcsdk.optimizer.dispatch;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rank of every piece's slope among all slopes of the horizon, in the units of the first step: with it the dynamic program keeps
 * its pieces in arrays. Equal slopes share a rank.
 *
 * <p>In the units of the first step a slope of step t is {@code slope K_t}, with K_t the product of the retentions up to t. Losses
 * over a long horizon make K_t smaller than any double: it is kept as {@code unit 2^(-200 era)}, the unit above 2^-200. O(P log P) for
 * P pieces, once for all levels that are tried.
 */
final class SlopeOrder {
    private static final int ERA_BITS = 200;
    private static final double SMALL = 0x1p-200;
    private static final double RESCALE = 0x1p200;

    private final double[] units;
    private final int[] eras;
    private final int[] ranks;
    /** The slope of each rank, in the units of an era. */
    private final double[] slopes;

    private final int[] slopeEras;
    private int count;

    /**
     * Ranks the pieces.
     *
     * @param costs the pieces of each step
     * @param retention the share of the level that is left after each step, above 0 to 1
     */
    SlopeOrder(StepCosts costs, double[] retention) {
        int steps = costs.steps();
        int pieces = costs.start(steps);
        units = new double[steps];
        eras = new int[steps];
        ranks = new int[pieces];
        slopes = new double[pieces];
        slopeEras = new int[pieces];
        double[] scaled = new double[pieces];
        int[] pieceEras = new int[pieces];
        double unit = 1;
        int era = 0;
        for (int t = 0; t < steps; t++) {
            unit *= retention[t];
            if (unit < SMALL) {
                unit *= RESCALE;
                era++;
            }
            units[t] = unit;
            eras[t] = era;
            for (int piece = costs.start(t); piece < costs.start(t + 1); piece++) {
                scaled[piece] = costs.slope(piece) * unit + 0.0; // the same zero, whatever its sign
                pieceEras[piece] = era;
            }
        }
        if (era == 0) {
            rank(scaled);
        } else {
            rank(scaled, pieceEras);
        }
    }

    private void rank(double[] scaled) {
        double[] sorted = scaled.clone();
        Arrays.sort(sorted);
        for (double slope : sorted) {
            if (count == 0 || slope != slopes[count - 1]) {
                slopes[count++] = slope;
            }
        }
        for (int piece = 0; piece < scaled.length; piece++) {
            ranks[piece] = Arrays.binarySearch(slopes, 0, count, scaled[piece]);
        }
    }

    private void rank(double[] scaled, int[] pieceEras) {
        int[] order = IntStream.range(0, scaled.length)
                .boxed()
                .sorted((a, b) -> compare(scaled[a], pieceEras[a], scaled[b], pieceEras[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int piece : order) {
            if (count == 0 || compare(slopes[count - 1], slopeEras[count - 1], scaled[piece], pieceEras[piece]) != 0) {
                slopes[count] = scaled[piece];
                slopeEras[count++] = pieceEras[piece];
            }
            ranks[piece] = count - 1;
        }
    }

    /** Compares a 2^(-200 aEra) with b 2^(-200 bEra) without making either of them. */
    private static int compare(double a, int aEra, double b, int bEra) {
        if (aEra == bEra || a == 0 || b == 0 || a < 0 != b < 0) {
            return Double.compare(a, b);
        }
        int aExponent = Math.getExponent(a);
        int bExponent = Math.getExponent(b);
        int byExponent = Integer.compare(aExponent - ERA_BITS * aEra, bExponent - ERA_BITS * bEra);
        return byExponent == 0
                ? Double.compare(Math.scalb(a, -aExponent), Math.scalb(b, -bExponent))
                : a < 0 ? -byExponent : byExponent;
    }

    /** How many different slopes there are. */
    int count() {
        return count;
    }

    /** The rank of a piece's slope, from 0. */
    int rank(int piece) {
        return ranks[piece];
    }

    /** The product of the retentions up to the end of a step, in the units of its era. */
    double unit(int step) {
        return units[step];
    }

    /** The era of a step, from 0. */
    int era(int step) {
        return eras[step];
    }

    /** The slope of a rank in the units of an era. */
    double slope(int rank, int era) {
        return slopeEras[rank] == era ? slopes[rank] : Math.scalb(slopes[rank], ERA_BITS * (era - slopeEras[rank]));
    }

    /** What lengths are multiplied by from one era to another. */
    static double lengthFactor(int fromEra, int toEra) {
        return Math.scalb(1.0, ERA_BITS * (fromEra - toEra));
    }
}
