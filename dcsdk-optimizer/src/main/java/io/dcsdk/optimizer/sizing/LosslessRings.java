package io.dcsdk.optimizer.sizing;

import static io.dcsdk.optimizer.sizing.TimeProgram.NONE;

import java.util.Arrays;

/**
 * Flows in rings of any number of nodes in which nothing is lost: every activity of the ring gives at one end just what it takes at the
 * other, so all of them can be less by the least of them.
 *
 * <p>In each step a walk follows such flows from node to node until it comes back to a node that it has passed, takes the ring off, of
 * which at least one flow then stands still, and begins again; a node from which no walk comes back is left aside. So there are at most as
 * many walks as flows and nodes together: O((J + N)^2) for J activities and N nodes in a step.
 */
final class LosslessRings {
    private static final int NEW = -1;

    private final TimeProgram program;
    /** Activities that lose nothing, each with the nodes that it takes from and gives to, and MW there for one of its power. */
    private final int[] lossless;

    private final int[] takes;
    private final int[] gives;
    private final double[] size;
    private final double[] flow;
    /** The flow by which the walk came to a node, or {@link #NEW}; and nodes that are in no ring. */
    private final int[] cameBy;

    private final boolean[] isDone;

    LosslessRings(TimeProgram program) {
        this.program = program;
        int[] found = new int[program.activities];
        int count = 0;
        for (int j = 0; j < program.activities; j++) {
            boolean hasEnds = program.fromNode[j] != NONE && program.toNode[j] != NONE;
            if (hasEnds && program.fromCoefficient[j] == -program.toCoefficient[j] && program.toCoefficient[j] != 0) {
                found[count++] = j;
            }
        }
        lossless = Arrays.copyOf(found, count);
        takes = new int[count];
        gives = new int[count];
        size = new double[count];
        flow = new double[count];
        for (int k = 0; k < count; k++) {
            int j = lossless[k];
            boolean forward = program.toCoefficient[j] > 0;
            takes[k] = forward ? program.fromNode[j] : program.toNode[j];
            gives[k] = forward ? program.toNode[j] : program.fromNode[j];
            size[k] = Math.abs(program.toCoefficient[j]);
        }
        cameBy = new int[program.nodes];
        isDone = new boolean[program.nodes];
    }

    /** Takes all rings off a point, as {@link InteriorPoint#values()} has it: every balance stays as it was but for rounding. */
    void remove(double[] values) {
        for (int t = 0; lossless.length > 1 && t < program.steps; t++) {
            int first = t * program.width;
            for (int k = 0; k < lossless.length; k++) {
                flow[k] = size[k] * values[first + lossless[k]];
            }
            if (removeAll()) {
                for (int k = 0; k < lossless.length; k++) {
                    values[first + lossless[k]] = flow[k] / size[k];
                }
            }
        }
    }

    /** Takes the rings of one step off; whether there was one. */
    private boolean removeAll() {
        Arrays.fill(isDone, false);
        boolean any = false;
        for (int n = 0; n < isDone.length; n++) {
            while (!isDone[n]) {
                any |= walk(n);
            }
        }
        return any;
    }

    /** Follows flows from a node on to a ring, which it takes off, or to a node without a way on, which is done with. */
    private boolean walk(int start) {
        Arrays.fill(cameBy, NEW);
        int node = start;
        int last = NEW;
        while (true) {
            int next = wayOn(node);
            if (next == NEW) {
                isDone[node] = true;
                return false;
            }
            last = next;
            node = gives[last];
            if (node == start || cameBy[node] != NEW) {
                takeOff(node, last);
                return true;
            }
            cameBy[node] = last;
        }
    }

    /** A flow out of a node to one that may be in a ring. */
    private int wayOn(int node) {
        for (int k = 0; k < flow.length; k++) {
            if (takes[k] == node && flow[k] > 0 && !isDone[gives[k]]) {
                return k;
            }
        }
        return NEW;
    }

    /** Lessens all flows of the ring that the last one closes at a node by the least of them. */
    private void takeOff(int node, int last) {
        double least = flow[last];
        for (int k = last; takes[k] != node; k = cameBy[takes[k]]) {
            least = Math.min(least, flow[cameBy[takes[k]]]);
        }
        flow[last] -= least;
        for (int k = last; takes[k] != node; k = cameBy[takes[k]]) {
            flow[cameBy[takes[k]]] -= least;
        }
    }
}
