package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.relaxation.LpSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Branch and bound over the choices of a block at given prices. A box of choices is bounded by the best of the known dual
 * vectors, which costs a product for each choice and vector, and by relaxations of its own now and then; single choices have the bound that is known for them. The number
 * of boxes is limited: what is not looked into counts with its bound, so the result stays a bound.
 */
final class Enumeration {
    private static final int MOST_BOXES = 4_000;
    private static final int MOST_FOUND = 6;
    private static final int BOXES_PER_SOLVE = 50;
    private static final double WORTH = 1e-9;

    private final BlockOracle oracle;
    private final double[] prices;
    private final LpSession relaxation;
    private final List<Configuration> found = new ArrayList<>();
    private double best = Double.POSITIVE_INFINITY;
    private double unseen = Double.POSITIVE_INFINITY;
    private int boxes;
    private int learnt;

    /** @param relaxation of the block with what its choices are paid taken off its costs */
    Enumeration(BlockOracle oracle, double[] prices, LpSession relaxation) {
        this.oracle = oracle;
        this.prices = prices;
        this.relaxation = relaxation;
    }

    double least() {
        return Math.min(best, unseen);
    }

    List<Configuration> found() {
        found.sort(Comparator.comparingDouble(configuration -> configuration.lowerLess(prices)));
        return found.subList(0, Math.min(MOST_FOUND, found.size()));
    }

    void search(int[] least, int[] most) {
        visit(least.clone(), most.clone(), least[0] == most[0]);
    }

    /** The arrays are changed on the way and restored. */
    private void visit(int[] least, int[] most, boolean isFirstMade) {
        boxes++;
        if (oracle.emptiness(least, most).isPresent()) {
            return;
        }
        DualVector vector = oracle.best(prices, least, most);
        double bound = vector.bound(prices, least, most);
        if (bound < best && (isFirstMade || boxes > BOXES_PER_SOLVE * (learnt + 1))) {
            // Its multipliers see the limits of the block, which pays where the first choice is made and where boxes
            // are many.
            learnt++;
            oracle.learn(relaxation, least, most);
            if (oracle.emptiness(least, most).isPresent()) {
                return;
            }
            vector = oracle.best(prices, least, most);
            bound = vector.bound(prices, least, most);
        }
        if (bound >= best - WORTH * Math.abs(best)) {
            unseen = Math.min(unseen, bound);
            return;
        }
        int choice = next(vector, prices, least, most);
        if (choice < 0) {
            Configuration configuration = oracle.at(least);
            double value = configuration.lowerLess(prices);
            best = Math.min(best, value);
            if (value < Double.POSITIVE_INFINITY) {
                found.add(configuration);
            }
            return;
        }
        if (boxes > MOST_BOXES) {
            unseen = Math.min(unseen, bound);
            return;
        }
        int low = least[choice];
        int high = most[choice];
        boolean wantsMore = vector.rate(choice, prices[choice]) < 0;
        int cut = cut(low, high, wantsMore);
        for (int side = 0; side < 2; side++) {
            if ((side == 0) == wantsMore) {
                least[choice] = cut + 1;
                visit(least, most, choice == 0 && least[0] == most[0]);
                least[choice] = low;
            } else {
                most[choice] = cut;
                visit(least, most, choice == 0 && least[0] == most[0]);
                most[choice] = high;
            }
        }
    }

    /** Where to cut the values of a choice: the preferred one is taken alone, unless there are many. */
    static int cut(int low, int high, boolean wantsMore) {
        if (high - low > 8) {
            return low + (high - low) / 2;
        }
        return wantsMore ? high - 1 : low;
    }

    /** The open choice on which most depends, or -1. The first choice of a block always comes first. */
    static int next(DualVector vector, double[] prices, int[] least, int[] most) {
        int best = -1;
        double size = -1;
        for (int c = 0; c < least.length; c++) {
            if (least[c] < most[c]) {
                if (c == 0) {
                    return 0;
                }
                double own = Math.abs(vector.rate(c, prices[c]));
                if (own > size) {
                    size = own;
                    best = c;
                }
            }
        }
        return best;
    }
}
