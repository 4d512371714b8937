package io.dcsdk.fabric;

import com.google.common.math.IntMath;
import java.math.RoundingMode;
import java.util.stream.IntStream;

/**
 * How a collective goes about its work: in how many steps, each of which costs one latency α, and with how much data.
 *
 * <p>With n ranks and f of {@link Collective#factor}:
 *
 * <pre>
 *              all-reduce      reduce-scatter, all-gather   all-to-all                broadcast
 *   ONE_STEP   1 step, f       1 step, f                    1 step, f                 1 step, f
 *   RING       2(n-1), f       n-1, f                       n-1, f                    n-1, f
 *   TREE       2 ceil(lg n), f ceil(lg n), f                ceil(lg n), Σ bits(i)/n   ceil(lg n), f
 * </pre>
 *
 * <p>One rank takes no step.
 */
public enum CollectiveAlgorithm {
    /** The plain model t = α + S f / (B η), with one latency for the whole collective. */
    ONE_STEP,
    /**
     * Neighbours of a ring pass parts on (Patarasuk and Yuan, "Bandwidth Optimal All-reduce Algorithms for Clusters of
     * Workstations", J. Parallel Distrib. Comput. 69, 2009); all-to-all is a pairwise exchange, and broadcast a pipeline
     * whose filling takes a latency a neighbour.
     */
    RING,
    /**
     * A logarithmic number of steps, with no more data than the ring: the circulant reduce-scatter and all-gather, and
     * all-reduce as one after the other (Träff, "Optimal, Non-pipelined Reduce-scatter and Allreduce Algorithms", arXiv
     * 2410.14234; with n a power of two also recursive halving and doubling, Thakur, Rabenseifner and Gropp, Int. J. High
     * Perform. Comput. Appl. 19, 2005); broadcast over two pipelined trees (Sanders, Speck and Träff, Parallel Computing
     * 35, 2009); all-to-all by the index algorithm of Bruck et al. (IEEE Trans. Parallel Distrib. Syst. 8, 1997), which
     * forwards the part for the rank i further on once for every bit set in i and so trades data for steps.
     */
    TREE;

    /**
     * The steps, each of which costs one latency.
     *
     * @param collective what is done
     * @param ranks n, at least 1
     * @return steps; 0 with a single rank
     * @throws FabricException if there are no ranks
     */
    public int steps(Collective collective, int ranks) {
        if (collective.factor(ranks) == 0) {
            return 0;
        }
        int passes = collective == Collective.ALL_REDUCE ? 2 : 1;
        return switch (this) {
            case ONE_STEP -> 1;
            case RING -> Math.multiplyExact(passes, ranks - 1);
            case TREE -> passes * IntMath.log2(ranks, RoundingMode.CEILING);
        };
    }

    /**
     * The data that each rank moves in each direction, over the size S.
     *
     * @param collective what is done
     * @param ranks n, at least 1
     * @return {@link Collective#factor}, but for an all-to-all by TREE the bits set in 1 to n − 1, over n
     * @throws FabricException if there are no ranks
     */
    public double factor(Collective collective, int ranks) {
        double least = collective.factor(ranks);
        return this == TREE && collective == Collective.ALL_TO_ALL
                ? IntStream.range(1, ranks).mapToLong(Integer::bitCount).sum() / (double) ranks
                : least;
    }
}
