package io.dcsdk.benchmarks.training;

import io.dcsdk.training.batch.BatchPlan;
import io.dcsdk.training.batch.BatchPlanner;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.program.ComputePrecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Resident memory over many steps.
 *
 * <p>Arguments: {@code LAYERS HIDDEN STEPS [fp32|bf16 [full|wnut17|budget]]}. Rows are {@code full}: 16 of one width from 4 to 95,
 * another one each step; {@code wnut17}: batches of 16 rows as long as real sentences, planned and padded as the trainer does; or
 * {@code budget}: the same in batches of at most 512 tokens, so that the number of rows varies as well.
 *
 * <p>At ten points it prints the largest resident size since the one before (Linux, {@code VmRSS}, looked at after every tenth step), the
 * Java heap in use, and open file handles; at the end how far the size grew from the second point, the end of the first fifth, to the last. A Java heap that fills up would hide what is asked, so run it
 * with {@code -Xms256m -Xmx256m -XX:+AlwaysPreTouch}; it says so where that is missing.
 */
public final class MemoryRun {
    private static final int POINTS = 10;
    private static final int STEPS_BETWEEN_LOOKS = 10;
    private static final int VOCABULARY = 8_192;
    private static final int ROWS = 16;
    private static final int BUDGET = 512;
    private static final int SHORTEST = 4;
    private static final int WIDEST = 96;

    private MemoryRun() {}

    /**
     * Runs the steps.
     *
     * @param arguments see above
     * @throws IOException if the system does not tell the size
     */
    public static void main(String[] arguments) throws IOException {
        TrainingShape shape =
                new TrainingShape(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), VOCABULARY);
        int steps = Integer.parseInt(arguments[2]);
        ComputePrecision precision = arguments.length > 3
                ? ComputePrecision.valueOf(arguments[3].toUpperCase(Locale.ROOT))
                : ComputePrecision.FP32;
        String kind = arguments.length > 4 ? arguments[4] : "full";
        IntFunction<int[]> lengths = lengths(kind);
        if (!JavaHeap.isFixed()) {
            System.out.println("The Java heap can grow here, and that is in the figures: run with -Xms256m -Xmx256m"
                    + " -XX:+AlwaysPreTouch to see the rest by itself.");
        }
        MemoryGrowth growth = new MemoryGrowth();
        double largest = 0;
        try (StepFixture fixture = StepFixture.open(shape, 1, 1, precision, false)) {
            for (int step = 1; step <= steps; step++) {
                TokenRows rows = StepFixture.rows(shape, lengths.apply(step));
                fixture.session().step(List.of(rows), 1e-4, StepFixture.labelWeight(rows), step);
                fixture.session().results();
                boolean isPoint = step % Math.max(1, steps / POINTS) == 0;
                if (isPoint || step % STEPS_BETWEEN_LOOKS == 0) {
                    largest = Math.max(largest, ProcessStatus.mebibytes("VmRSS"));
                }
                if (isPoint) {
                    growth.add(largest);
                    System.out.printf(
                            Locale.ROOT,
                            "step %,d: %.1f MiB resident, Java heap %.1f in use of %.1f MiB, %d handles%n",
                            step,
                            largest,
                            JavaHeap.usedMebibytes(),
                            JavaHeap.takenMebibytes(),
                            handles());
                    largest = 0;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "dcsdk memory %s %s %s %s: growth after the first fifth %.2f %%%s, greatest %.1f MiB%n",
                arguments[0],
                arguments[1],
                precision.name().toLowerCase(Locale.ROOT),
                kind,
                growth.percent(),
                JavaHeap.isFixed() ? "" : " with that of the Java heap",
                ProcessStatus.mebibytes("VmHWM"));
    }

    /** The lengths of the rows of a step, from 1. */
    private static IntFunction<int[]> lengths(String kind) {
        return switch (kind) {
            case "full" -> {
                SplittableRandom random = new SplittableRandom(3);
                yield step -> {
                    int[] rows = new int[ROWS];
                    Arrays.fill(rows, random.nextInt(SHORTEST, WIDEST));
                    return rows;
                };
            }
            case "wnut17" -> planned(BatchPlanner.ofSentences(ROWS));
            case "budget" -> planned(BatchPlanner.ofTokens(BUDGET));
            default ->
                throw new IllegalArgumentException(
                        "rows (%s) of a memory run: are unknown\nMaybe take full, wnut17 or budget.".formatted(kind));
        };
    }

    /** Epoch after epoch, each shuffled anew. */
    private static IntFunction<int[]> planned(BatchPlanner planner) {
        int[] lengths = SentenceLengths.of(SentenceLengths.WNUT17, SentenceLengths.WNUT17_SENTENCES);
        return new IntFunction<>() {
            private BatchPlan plan = planner.shuffled(lengths, 1, 0);
            private int epoch;
            private int next;

            @Override
            public int[] apply(int step) {
                if (next == plan.batches()) {
                    epoch++;
                    next = 0;
                    plan = planner.shuffled(lengths, 1, epoch);
                }
                return IntStream.of(plan.examples(next++))
                        .map(example -> lengths[example])
                        .toArray();
            }
        };
    }

    private static long handles() throws IOException {
        try (var entries = Files.list(Path.of("/proc/self/fd"))) {
            return entries.count();
        }
    }
}
