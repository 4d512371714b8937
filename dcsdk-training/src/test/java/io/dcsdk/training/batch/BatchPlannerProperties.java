package io.dcsdk.training.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class BatchPlannerProperties {
    private static void everyExampleOnce(BatchPlan plan, int[] lengths) {
        int[] seen = new int[lengths.length];
        long cells = 0;
        long tokens = 0;
        for (int batch = 0; batch < plan.batches(); batch++) {
            assertTrue(plan.rows(batch) >= 1);
            for (int example : plan.examples(batch)) {
                seen[example]++;
                tokens += lengths[example];
                assertTrue(lengths[example] <= plan.width(batch));
            }
            cells += (long) plan.rows(batch) * plan.width(batch);
        }
        assertTrue(Arrays.stream(seen).allMatch(count -> count == 1));
        assertEquals(tokens, plan.tokens());
        assertEquals(cells, plan.paddedTokens());
        assertEquals(cells == 0 ? 0 : (cells - tokens) / (double) cells, plan.paddingShare(), 1e-12);
    }

    @Property
    void sentencesPerBatchHoldEveryExampleOnce(
            @ForAll @Size(max = 300) List<@IntRange(min = 1, max = 200) Integer> all,
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 9) int multiple,
            @ForAll @IntRange(min = 1, max = 9) int mixing,
            @ForAll long seed,
            @ForAll @IntRange(max = 5) int epoch) {
        int[] lengths = all.stream().mapToInt(Integer::intValue).toArray();
        BatchPlanner planner =
                BatchPlanner.ofSentences(rows).withWidthMultiple(multiple).withMixing(mixing);
        BatchPlan plan = planner.shuffled(lengths, seed, epoch);
        everyExampleOnce(plan, lengths);
        assertEquals((lengths.length + rows - 1) / rows, plan.batches());
        for (int batch = 0; batch < plan.batches(); batch++) {
            assertTrue(plan.rows(batch) <= rows);
            assertEquals(0, plan.width(batch) % multiple);
        }
        everyExampleOnce(planner.byLength(lengths), lengths);
    }

    @Property
    void tokenBudgetsHoldEveryExampleOnceAndAreNeverPassed(
            @ForAll @Size(max = 300) List<@IntRange(min = 1, max = 200) Integer> all,
            @ForAll @IntRange(min = 208, max = 3000) int budget,
            @ForAll @IntRange(min = 1, max = 8) int multiple,
            @ForAll long seed) {
        int[] lengths = all.stream().mapToInt(Integer::intValue).toArray();
        BatchPlanner planner = BatchPlanner.ofTokens(budget).withWidthMultiple(multiple);
        for (BatchPlan plan : List.of(planner.shuffled(lengths, seed, 0), planner.byLength(lengths))) {
            everyExampleOnce(plan, lengths);
            assertTrue(plan.largest() <= budget);
        }
    }

    @Example
    void theSameSeedAndEpochGiveTheSamePlanAndAnotherEpochAnother() {
        int[] lengths = new SplittableRandom(3).ints(1000, 3, 60).toArray();
        BatchPlanner planner = BatchPlanner.ofSentences(16);
        assertArrayEquals(order(planner.shuffled(lengths, 1, 0)), order(planner.shuffled(lengths, 1, 0)));
        assertNotEquals(
                Arrays.toString(order(planner.shuffled(lengths, 1, 0))),
                Arrays.toString(order(planner.shuffled(lengths, 1, 1))));
        assertNotEquals(
                Arrays.toString(order(planner.shuffled(lengths, 1, 0))),
                Arrays.toString(order(planner.shuffled(lengths, 2, 0))));
    }

    private static int[] order(BatchPlan plan) {
        return IntStream.range(0, plan.batches())
                .flatMap(batch -> Arrays.stream(plan.examples(batch)))
                .toArray();
    }

    @Example
    void longestRowsComeFirstWhereTheOrderDoesNotMatter() {
        BatchPlan plan = BatchPlanner.ofSentences(2).byLength(new int[] {3, 9, 4, 7, 1});
        assertArrayEquals(new int[] {3, 1}, plan.examples(0));
        assertArrayEquals(new int[] {0, 2}, plan.examples(1));
        assertArrayEquals(new int[] {4}, plan.examples(2));
    }

    @Property
    void widthsAreThoseOfTheLongestRowsOnAGrid(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 1, max = 600) Integer> all,
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll long seed) {
        int[] lengths = all.stream().mapToInt(Integer::intValue).toArray();
        int longest = Arrays.stream(lengths).max().orElseThrow();
        BatchPlan plan = BatchPlanner.ofSentences(rows).shuffled(lengths, seed, 0);
        for (int batch = 0; batch < plan.batches(); batch++) {
            int needed = Arrays.stream(plan.examples(batch))
                    .map(example -> lengths[example])
                    .max()
                    .orElseThrow();
            int width = plan.width(batch);
            int step = needed < 64 ? 1 : needed < 128 ? 4 : needed < 256 ? 8 : needed < 512 ? 16 : 32;
            assertTrue(width >= needed && width < needed + step && width <= longest);
            assertTrue(width % step == 0 || width == longest);
        }
    }

    @Example
    void longTrainingsMeetFewShapes() {
        // Lengths as those of sentences are: many of 10 to 40 tokens, few of up to 110.
        SplittableRandom random = new SplittableRandom(8);
        int[] lengths = random.ints(3394, 0, 100)
                .map(percentile -> percentile < 95 ? 5 + random.nextInt(45) : 50 + random.nextInt(60))
                .toArray();
        Set<List<Integer>> early = new HashSet<>();
        Set<List<Integer>> later = new HashSet<>();
        for (int epoch = 0; epoch < 60; epoch++) {
            BatchPlan plan = BatchPlanner.ofSentences(16).shuffled(lengths, 1, epoch);
            for (int batch = 0; batch < plan.batches(); batch++) {
                (epoch < 10 ? early : later).add(List.of(plan.rows(batch), plan.width(batch)));
            }
        }
        later.removeAll(early);
        assertTrue(later.size() <= 3, () -> "new shapes after ten epochs: " + later);
    }

    @Property
    void theShortestRowsOfTheLastGroupMakeTheSmallerBatch(
            @ForAll @IntRange(min = 1, max = 400) int examples, @ForAll long seed) {
        int[] lengths = new SplittableRandom(seed).ints(examples, 1, 60).toArray();
        BatchPlan plan = BatchPlanner.ofSentences(16).byLength(lengths);
        int last = plan.batches() - 1;
        assertEquals((examples - 1) % 16 + 1, plan.rows(last));
        for (int batch = 0; batch < last; batch++) {
            assertEquals(16, plan.rows(batch));
        }
    }

    @Example
    void whatNoBatchMayHoldIsRefused() {
        assertEquals(
                "length (9) of example 1: no batch of 8 tokens may hold it\n"
                        + "Maybe use a smaller maximum length, or a larger token budget.",
                assertThrows(BatchException.class, () -> BatchPlanner.ofTokens(8)
                                .byLength(new int[] {8, 9}))
                        .getMessage());
        assertEquals(
                "length (0) of example 0: no batch of 4 rows may hold it\nMaybe use a smaller maximum length.",
                assertThrows(BatchException.class, () -> BatchPlanner.ofSentences(4)
                                .byLength(new int[] {0}))
                        .getMessage());
        assertEquals(
                "batch size (0) of a plan: less than one\nMaybe use 16.",
                assertThrows(BatchException.class, () -> BatchPlanner.ofSentences(0))
                        .getMessage());
    }
}
