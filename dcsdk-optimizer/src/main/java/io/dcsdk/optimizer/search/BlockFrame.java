package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.ProgramPart;
import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The frame that blocks stand in: what is in no block, such as which fabric with how many switches, which cooling with how many units. */
final class BlockFrame {
    private final LinearProgram program;
    private final boolean[] isInBlock;

    BlockFrame(LinearProgram program, List<ProgramPart> blocks) {
        this.program = program;
        this.isInBlock = new boolean[program.variables().size()];
        blocks.forEach(block -> block.variables().forEach(j -> isInBlock[j] = true));
    }

    /** Narrows a box to the whole numbers of the frame that a point has. */
    void takeThatOf(List<Rational> point, double[] lower, double[] upper) {
        for (int j = 0; j < isInBlock.length; j++) {
            if (program.variables().get(j).integer() && !isInBlock[j]) {
                lower[j] = point.get(j).doubleValue();
                upper[j] = lower[j];
            }
        }
    }

    /** Narrows a box to what a node says of the frame: at other prices a block's minimum is another one. */
    void takeThatOf(SearchNode node, double[] lower, double[] upper) {
        double[] least = lower.clone();
        double[] most = upper.clone();
        node.narrow(least, most);
        for (int j = 0; j < isInBlock.length; j++) {
            if (!isInBlock[j]) {
                lower[j] = least[j];
                upper[j] = most[j];
            }
        }
    }

    /** What tells the frames of nodes apart. */
    List<Double> boundsOf(SearchNode node) {
        double[] lower = new double[isInBlock.length];
        double[] upper = new double[isInBlock.length];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        node.narrow(lower, upper);
        List<Double> bounds = new ArrayList<>();
        for (int j = 0; j < isInBlock.length; j++) {
            if (!isInBlock[j]) {
                bounds.add(lower[j]);
                bounds.add(upper[j]);
            }
        }
        return bounds;
    }
}
