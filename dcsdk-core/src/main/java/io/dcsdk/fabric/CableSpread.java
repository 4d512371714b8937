package io.dcsdk.fabric;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Deals the uplinks of blocks of switches out to the switches above them, one cable at a time.
 *
 * <p>The first cable of every block goes to upper switch 0, whose port for it is reserved from the start; every further
 * one goes to the upper switch with a free port that has the fewest cables to this block, then (unless blocks are to be
 * aligned, so that those alike reach the same switches) the fewest at all, then the lowest index. So a block's cables per upper switch differ by at most one while ports last, no upper switch gets
 * more than its ports, and nobody gets stuck: any free port serves any block. O(log uppers) a cable, deterministic.
 */
final class CableSpread {
    /** Takes the cables from one lower switch of a block to one upper switch. */
    interface Sink {
        void connect(int lower, int upper, int cables);
    }

    private final int ports;
    private final boolean aligned;
    private final int[] load;

    CableSpread(int uppers, int ports, int blocks, boolean aligned) {
        this.ports = ports;
        this.aligned = aligned;
        this.load = new int[uppers];
        this.load[0] = blocks;
    }

    int[] load() {
        return load.clone();
    }

    void block(int[] uplinks, Sink sink) {
        int[] ofBlock = new int[load.length];
        PriorityQueue<Integer> uppers = new PriorityQueue<>(Comparator.<Integer>comparingInt(upper -> ofBlock[upper])
                .thenComparingInt(upper -> aligned ? 0 : load[upper])
                .thenComparingInt(upper -> upper));
        Deque<Integer> reserved = new ArrayDeque<>();
        reserved.add(0);
        for (int upper = 1; upper < load.length; upper++) {
            if (load[upper] < ports) {
                uppers.add(upper);
            }
        }
        for (int lower = 0; lower < uplinks.length; lower++) {
            TreeMap<Integer, Integer> cables = new TreeMap<>();
            for (int cable = 0; cable < uplinks[lower]; cable++) {
                boolean first = !reserved.isEmpty();
                int upper = first ? reserved.remove() : uppers.remove();
                ofBlock[upper]++;
                if (!first) {
                    load[upper]++;
                }
                cables.merge(upper, 1, Integer::sum);
                if (load[upper] < ports) {
                    uppers.add(upper);
                }
            }
            int from = lower;
            cables.forEach((upper, count) -> sink.connect(from, upper, count));
        }
    }
}
