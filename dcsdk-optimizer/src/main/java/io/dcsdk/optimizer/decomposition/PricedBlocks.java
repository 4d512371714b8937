package io.dcsdk.optimizer.decomposition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Prices all blocks of a piece, and remembers the last answers: a piece has the prices and all blocks but one in common with the piece
 * that it was cut from.
 */
final class PricedBlocks {
    private static final int MOST_REMEMBERED = 12;

    private final List<BlockOracle> oracles;
    private final Workers workers;
    private final List<Deque<Remembered>> last = new ArrayList<>();

    /** Arrays are compared by identity: pieces share them and nobody writes to them. */
    private static final class Remembered {
        final double[] multipliers;
        final int[] least;
        final int[] most;
        final BlockOracle.Priced answer;

        Remembered(double[] multipliers, int[] least, int[] most, BlockOracle.Priced answer) {
            this.multipliers = multipliers;
            this.least = least;
            this.most = most;
            this.answer = answer;
        }
    }

    PricedBlocks(List<BlockOracle> oracles, Workers workers) {
        this.oracles = oracles;
        this.workers = workers;
        oracles.forEach(oracle -> last.add(new ArrayDeque<>()));
    }

    /** After choices were searched: their answers are better now. */
    void forget() {
        last.forEach(Deque::clear);
    }

    /** The answers of all blocks, in their order. */
    List<BlockOracle.Priced> of(SearchedBox box, double[] multipliers) {
        Map<Integer, BlockOracle.Priced> known = new HashMap<>();
        List<Integer> asked = new ArrayList<>();
        for (int s = 0; s < oracles.size(); s++) {
            for (Remembered remembered : last.get(s)) {
                if (remembered.multipliers == multipliers
                        && remembered.least == box.least[s]
                        && remembered.most == box.most[s]) {
                    known.put(s, remembered.answer);
                }
            }
            if (!known.containsKey(s)) {
                asked.add(s);
            }
        }
        List<BlockOracle.Priced> answers = workers.each(asked, s -> oracles.get(s)
                .price(oracles.get(s).model.pricesOf(multipliers), box.least[s], box.most[s]));
        for (int k = 0; k < asked.size(); k++) {
            int s = asked.get(k);
            known.put(s, answers.get(k));
            Deque<Remembered> queue = last.get(s);
            queue.addFirst(new Remembered(multipliers, box.least[s], box.most[s], answers.get(k)));
            if (queue.size() > MOST_REMEMBERED) {
                queue.removeLast();
            }
        }
        List<BlockOracle.Priced> all = new ArrayList<>();
        for (int s = 0; s < oracles.size(); s++) {
            all.add(Objects.requireNonNull(known.get(s)));
        }
        return all;
    }
}
