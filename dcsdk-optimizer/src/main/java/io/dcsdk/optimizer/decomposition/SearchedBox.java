package io.dcsdk.optimizer.decomposition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of the tree over the choices of all blocks: bounds of the choices, and the best prices known for them. */
final class SearchedBox {
    /** By block and choice. */
    final int[][] least;

    final int[][] most;
    /** Multipliers of the joint rows. */
    double[] multipliers;

    double bound;
    final long order;

    int block;
    int choice;
    int cut;

    @Nullable
    SearchedBox atMost;

    @Nullable
    SearchedBox atLeast;

    private SearchedBox(int[][] least, int[][] most, double[] multipliers, double bound, long order) {
        this.least = least;
        this.most = most;
        this.multipliers = multipliers;
        this.bound = bound;
        this.order = order;
    }

    static SearchedBox root(List<BlockModel> models, int jointRows) {
        return new SearchedBox(
                models.stream().map(BlockModel::leastChoices).toArray(int[][]::new),
                models.stream().map(BlockModel::mostChoices).toArray(int[][]::new),
                new double[jointRows],
                Double.NEGATIVE_INFINITY,
                0);
    }

    /** Cuts it in two, which it returns. */
    List<SearchedBox> branch(int cutBlock, int cutChoice, int atMostValue, long firstOrder) {
        block = cutBlock;
        choice = cutChoice;
        cut = atMostValue;
        SearchedBox below = child(firstOrder);
        below.most[block] = most[block].clone();
        below.most[block][choice] = cut;
        SearchedBox above = child(firstOrder + 1);
        above.least[block] = least[block].clone();
        above.least[block][choice] = cut + 1;
        atMost = below;
        atLeast = above;
        return List.of(below, above);
    }

    /** The arrays of blocks that are not cut are shared and never written to. */
    private SearchedBox child(long childOrder) {
        return new SearchedBox(least.clone(), most.clone(), multipliers, bound, childOrder);
    }

    boolean admits(int ofBlock, Configuration configuration) {
        return configuration.isInside(least[ofBlock], most[ofBlock]);
    }
}
