package io.dcsdk.optimizer.decomposition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where to cut a piece: of the choices whose mean is farthest from whole, the one for which both sides cost most at the prices of
 * the piece. That takes two enumerations of one block for each that is tried, and the other blocks none.
 */
final class BoxBranching {
    private static final int MOST_TRIED = 16;
    private static final double FRACTION = 1e-6;
    private static final double LEAST_GAIN = 1e-6;

    private final List<BlockOracle> oracles;

    BoxBranching(List<BlockOracle> oracles) {
        this.oracles = oracles;
    }

    /**
     * A cut.
     *
     * @param atMost the largest value of the lower side
     * @param score how promising it looks
     */
    record Cut(int block, int choice, int atMost, double score) {}

    /** The best cut found; empty if every block takes one choice alone. */
    Optional<Cut> choose(SearchedBox box, MasterProgram.Solution solution) {
        List<Cut> candidates = new ArrayList<>();
        for (int s = 0; s < oracles.size(); s++) {
            for (int c = 0; c < solution.means[s].length; c++) {
                candidate(solution, s, c).ifPresent(candidates::add);
            }
        }
        candidates.sort(Comparator.comparingDouble(Cut::score)
                .reversed()
                .thenComparingInt(Cut::block)
                .thenComparingInt(Cut::choice));
        return candidates.stream()
                .limit(MOST_TRIED)
                .map(cut -> new Cut(cut.block(), cut.choice(), cut.atMost(), gain(box, cut)))
                .max(Comparator.comparingDouble(Cut::score)
                        .thenComparing(Comparator.comparingInt(Cut::block).reversed())
                        .thenComparing(Comparator.comparingInt(Cut::choice).reversed()));
    }

    private static Optional<Cut> candidate(MasterProgram.Solution solution, int block, int choice) {
        double mean = solution.means[block][choice];
        double distance = Math.abs(mean - Math.rint(mean));
        if (distance > FRACTION) {
            return Optional.of(new Cut(block, choice, (int) Math.floor(mean), distance));
        }
        List<Integer> values = solution.support.get(block).stream()
                .map(configuration -> configuration.values.get(choice))
                .distinct()
                .sorted()
                .toList();
        // Two different values can have a whole mean.
        return values.size() > 1 ? Optional.of(new Cut(block, choice, values.get(0), FRACTION)) : Optional.empty();
    }

    private double gain(SearchedBox box, Cut cut) {
        BlockOracle oracle = oracles.get(cut.block());
        double[] prices = oracle.model.pricesOf(box.multipliers);
        int[] least = box.least[cut.block()];
        int[] most = box.most[cut.block()];
        double before = oracle.price(prices, least, most).value();
        int[] below = most.clone();
        below[cut.choice()] = cut.atMost();
        int[] above = least.clone();
        above[cut.choice()] = cut.atMost() + 1;
        double down = Math.max(LEAST_GAIN, oracle.price(prices, least, below).value() - before);
        double up = Math.max(LEAST_GAIN, oracle.price(prices, above, most).value() - before);
        return Math.min(down, up) + 0.1 * Math.min(1e30, Math.max(down, up));
    }
}
