package io.dcsdk.benchmarks.training;

import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.program.ComputePrecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Resident memory over many steps of 16 rows whose width changes, as those of real sentences do.
 *
 * <p>Arguments: {@code LAYERS HIDDEN STEPS}. Prints the resident size (Linux, {@code VmRSS}) and open file handles at ten points,
 * and at the end how far the size grew from the second point to the last.
 */
public final class MemoryRun {
    private static final int POINTS = 10;
    private static final int VOCABULARY = 8_192;
    private static final int ROWS = 16;
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
        SplittableRandom random = new SplittableRandom(3);
        double settled = 0;
        double last = 0;
        try (StepFixture fixture = StepFixture.open(shape, 1, 1, ComputePrecision.FP32, false)) {
            for (int step = 1; step <= steps; step++) {
                TokenRows rows = StepFixture.fullRows(shape, ROWS, random.nextInt(4, WIDEST));
                fixture.session().step(List.of(rows), 1e-4, (double) rows.rows() * rows.width(), step);
                fixture.session().results();
                if (step % Math.max(1, steps / POINTS) == 0) {
                    last = ProcessStatus.mebibytes("VmRSS");
                    settled = settled == 0 || step <= 2 * (steps / POINTS) ? last : settled;
                    System.out.printf(Locale.ROOT, "step %,d: %.1f MiB resident, %d handles%n", step, last, handles());
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "growth after the first fifth %.2f %%, greatest %.1f MiB%n",
                100 * (last / settled - 1),
                ProcessStatus.mebibytes("VmHWM"));
    }

    private static long handles() throws IOException {
        try (var entries = Files.list(Path.of("/proc/self/fd"))) {
            return entries.count();
        }
    }
}
