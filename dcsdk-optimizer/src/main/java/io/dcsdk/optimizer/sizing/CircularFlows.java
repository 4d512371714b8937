package io.dcsdk.optimizer.sizing;

import static io.dcsdk.optimizer.sizing.TimeProgram.NONE;

/**
 * Flows that run to and fro between two nodes at once, or round a ring of nodes, and lose nothing on the way, so that all can be less by
 * as much. Where links are free and large, an interior point ends in the middle of all such circles, and their last digits are more
 * than what is demanded.
 */
final class CircularFlows {
    private final TimeProgram program;

    CircularFlows(TimeProgram program) {
        this.program = program;
    }

    /**
     * A point without such flows.
     *
     * @param values as {@link InteriorPoint#values()} has them; not changed
     * @return a copy in which of each such pair, and of each ring without any loss, at least one stands still; every balance is as
     *     before but for rounding
     */
    double[] removed(double[] values) {
        double[] removed = values.clone();
        for (int j = 0; j < program.activities; j++) {
            for (int k = 0; k < j; k++) {
                double ratio = ratio(j, k);
                for (int t = 0; ratio > 0 && t < program.steps; t++) {
                    int v = t * program.width;
                    double circle = Math.min(removed[v + j], removed[v + k] / ratio);
                    removed[v + j] = Math.max(0, removed[v + j] - circle);
                    removed[v + k] = Math.max(0, removed[v + k] - ratio * circle);
                }
            }
        }
        new LosslessRings(program).remove(removed);
        return removed;
    }

    /** How much of the second takes back what one of the first brings, at both of its ends; 0 if it does not. */
    private double ratio(int j, int k) {
        if (program.toNode[j] == NONE || program.toNode[k] == NONE) {
            return 0;
        }
        boolean isSame = program.fromNode[j] == program.fromNode[k] && program.toNode[j] == program.toNode[k];
        boolean isReverse = program.fromNode[j] == program.toNode[k] && program.toNode[j] == program.fromNode[k];
        if (!isSame && !isReverse) {
            return 0;
        }
        double from = isSame ? program.fromCoefficient[k] : program.toCoefficient[k];
        double to = isSame ? program.toCoefficient[k] : program.fromCoefficient[k];
        double ratio = -program.fromCoefficient[j] / from;
        return program.toCoefficient[j] == -ratio * to ? Math.max(0, ratio) : 0;
    }
}
