package io.dcsdk.fabric;

import java.util.Comparator;
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
    /** First cables of blocks still to come, which upper switch 0 keeps ports for. */
    private int reserved;

    CableSpread(int uppers, int ports, int blocks, boolean aligned) {
        this.ports = ports;
        this.aligned = aligned;
        this.load = new int[uppers];
        this.reserved = blocks;
    }

    int[] load() {
        return load.clone();
    }

    void block(int[] uplinks, Sink sink) {
        int[] ofBlock = new int[load.length];
        PriorityQueue<Integer> uppers = new PriorityQueue<>(Comparator.<Integer>comparingInt(upper -> ofBlock[upper])
                .thenComparingInt(upper -> aligned ? 0 : load[upper])
                .thenComparingInt(upper -> upper));
        for (int upper = 1; upper < load.length; upper++) {
            offer(upper, uppers);
        }
        boolean first = true;
        for (int lower = 0; lower < uplinks.length; lower++) {
            TreeMap<Integer, Integer> cables = new TreeMap<>();
            for (int cable = 0; cable < uplinks[lower]; cable++) {
                int upper = first ? 0 : uppers.remove();
                reserved -= first ? 1 : 0;
                first = false;
                ofBlock[upper]++;
                load[upper]++;
                cables.merge(upper, 1, Integer::sum);
                offer(upper, uppers);
            }
            int from = lower;
            cables.forEach((upper, count) -> sink.connect(from, upper, count));
        }
    }

    private void offer(int upper, PriorityQueue<Integer> uppers) {
        if (load[upper] + (upper == 0 ? reserved : 0) < ports) {
            uppers.add(upper);
        }
    }
}
