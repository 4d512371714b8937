package io.dcsdk.benchmarks.training;

import io.dcsdk.training.batch.BatchPlan;
import io.dcsdk.training.batch.BatchPlanner;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How long the sentences of a benchmark are, in sub-words with the two around them. {@code wnut17} is as the 3,394 training
 * sentences of WNUT-17 (Derczynski et al. 2017) are in the vocabulary of BERT-base, cased; a number is all of them alike.
 */
final class SentenceLengths {
    /** The name of the real ones. */
    static final String WNUT17 = "wnut17";

    /** Sentences of the training set of WNUT-17. */
    static final int WNUT17_SENTENCES = 3_394;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 512;

    /** Sentences of 4, 5, … 90 sub-words. */
    private static final int[] WNUT17_COUNTS = {
        5, 8, 9, 13, 17, 21, 34, 33, 33, 35, 40, 43, 57, 62, 57, 73, 51, 84, 83, 90, 70, 85,
        84, 85, 80, 72, 85, 86, 86, 85, 80, 82, 98, 121, 90, 86, 92, 66, 68, 75, 60, 56, 74, 63,
        71, 52, 45, 36, 59, 40, 33, 33, 21, 20, 29, 20, 24, 22, 9, 13, 14, 8, 7, 4, 7, 9,
        7, 2, 2, 3, 4, 1, 5, 2, 1, 6, 0, 3, 2, 1, 0, 0, 1, 0, 0, 0, 1
    };

    private SentenceLengths() {}

    /**
     * Lengths in random order, always the same.
     *
     * @param name {@value #WNUT17} or a number from 4 to 512
     * @param sentences how many; those of the real set are spread over its quantiles
     */
    static int[] of(String name, int sentences) {
        int[] lengths = new int[sentences];
        for (int i = 0; i < sentences; i++) {
            lengths[i] = name.equals(WNUT17) ? quantile((i + 0.5) / sentences) : fixed(name);
        }
        SplittableRandom random = new SplittableRandom(11);
        for (int i = sentences - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = lengths[i];
            lengths[i] = lengths[other];
            lengths[other] = kept;
        }
        return lengths;
    }

    /**
     * The lengths of the rows of some batches of 16 of an epoch of WNUT-17 as the trainer plans it: evenly from the shortest
     * batches to the longest.
     */
    static List<int[]> planned(int rows, int batches) {
        int[] lengths = of(WNUT17, WNUT17_SENTENCES);
        BatchPlan plan = BatchPlanner.ofSentences(rows).shuffled(lengths, 1, 0);
        List<Integer> byWidth = IntStream.range(0, plan.batches())
                .filter(batch -> plan.rows(batch) == rows)
                .boxed()
                .sorted((one, other) -> Integer.compare(plan.width(one), plan.width(other)))
                .toList();
        return IntStream.range(0, batches)
                .map(i -> byWidth.get((int) ((i + 0.5) / batches * byWidth.size())))
                .mapToObj(batch -> IntStream.of(plan.examples(batch))
                        .map(example -> lengths[example])
                        .toArray())
                .toList();
    }

    private static int quantile(double share) {
        double before = share * WNUT17_SENTENCES;
        int length = SHORTEST - 1;
        for (int i = 0; before >= 0; i++) {
            before -= WNUT17_COUNTS[i];
            length++;
        }
        return length;
    }

    private static int fixed(String name) {
        int length = name.matches("[0-9]{1,3}") ? Integer.parseInt(name) : 0;
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException(
                    "lengths (%s) of the sentences of a benchmark: are neither %s nor a number from %d to %d\nMaybe take 32."
                            .formatted(name, WNUT17, SHORTEST, LONGEST));
        }
        return length;
    }
}
