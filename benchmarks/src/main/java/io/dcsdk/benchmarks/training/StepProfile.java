package io.dcsdk.benchmarks.training;

import ai.djl.pytorch.jni.JniUtils;
import io.dcsdk.document.Documents;
import io.dcsdk.training.engine.TorchRuntime;
import io.dcsdk.training.program.ComputePrecision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Where the time of a step of 16 full rows goes, operation by operation, as the engine's own profiler sees it: each with the time
 * that it spent in itself, the median over the steps. The profiler costs time of its own, most where calls are short, and takes memory between the step's, so
 * that pages are cleared which a step without it never asks for: both times are printed, and page faults with them.
 *
 * <p>Arguments: {@code tiny|small|base LENGTH fp32|bf16 STEPS FOLDER}. Prints a table and writes {@code profile.json}, and {@code
 * trace.json} as the engine gives it, for viewers of such. On processors only.
 */
public final class StepProfile {
    private static final int ROWS = 16;
    private static final int WARM_UP = 8;

    private StepProfile() {}

    /**
     * What is written as JSON, times in milliseconds a step; those of classes and operations are medians over the steps.
     *
     * @param shape the model
     * @param length tokens a row
     * @param precision of the step
     * @param threads of the engine
     * @param plainMilliseconds a step without the profiler
     * @param profiledMilliseconds a step with it
     * @param plainFaults page faults of a step without it
     * @param profiledFaults and with it
     * @param classes operations by what they are for, the longest first
     * @param operations every operation by name
     */
    public record Document(
            String shape,
            int length,
            ComputePrecision precision,
            int threads,
            double plainMilliseconds,
            double profiledMilliseconds,
            double plainFaults,
            double profiledFaults,
            List<Line> classes,
            List<Line> operations) {
        /** Copies the lists. */
        public Document {
            classes = List.copyOf(classes);
            operations = List.copyOf(operations);
        }
    }

    /**
     * A class or an operation.
     *
     * @param name what it is
     * @param milliseconds a step, without what it called
     * @param share of the profiled time, from 0 to 1
     * @param calls a step
     */
    public record Line(String name, double milliseconds, double share, double calls) {}

    /**
     * Measures.
     *
     * @param arguments see above
     * @throws IOException if the files cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        TorchRuntime runtime = TorchRuntime.start();
        int length = Integer.parseInt(arguments[1]);
        ComputePrecision precision = ComputePrecision.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        int steps = Integer.parseInt(arguments[3]);
        Path folder = Files.createDirectories(Path.of(arguments[4]));
        Path trace = folder.resolve("trace.json");
        Timed plain;
        Timed profiled;
        try (ProgramFixture program = ProgramFixture.open(TrainingShape.of(arguments[0]), ROWS, length, precision)) {
            Timed.of(program, WARM_UP);
            plain = Timed.of(program, steps);
            JniUtils.startProfile(false, false, false);
            profiled = Timed.of(program, steps);
            JniUtils.stopProfile(trace.toString());
        }
        StepTrace found = StepTrace.of(Files.readString(trace, StandardCharsets.UTF_8));
        Document document = new Document(
                arguments[0],
                length,
                precision,
                runtime.threads(),
                plain.milliseconds,
                profiled.milliseconds,
                plain.faults,
                profiled.faults,
                lines(found.classes(), KernelClass::title),
                lines(found.operations(), name -> name));
        Files.writeString(folder.resolve("profile.json"), Documents.toJson(document), StandardCharsets.UTF_8);
        print(document);
    }

    private static <K> List<Line> lines(Map<K, StepTrace.Share> shares, Function<K, String> name) {
        double all = shares.values().stream()
                .mapToDouble(StepTrace.Share::milliseconds)
                .sum();
        return shares.entrySet().stream()
                .map(entry -> new Line(
                        name.apply(entry.getKey()),
                        entry.getValue().milliseconds(),
                        entry.getValue().milliseconds() / all,
                        entry.getValue().calls()))
                .toList();
    }

    private static void print(Document document) {
        System.out.printf(
                Locale.ROOT,
                "dcsdk profile %s x%d %s threads %d: %.1f ms a step and %.0f page faults, with the profiler %.1f and %.0f%n",
                document.shape(),
                document.length(),
                document.precision().name().toLowerCase(Locale.ROOT),
                document.threads(),
                document.plainMilliseconds(),
                document.plainFaults(),
                document.profiledMilliseconds(),
                document.profiledFaults());
        for (Line line : document.classes()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.1f %% | %.0f |%n",
                    line.name(),
                    line.milliseconds(),
                    100 * line.share(),
                    line.calls());
        }
    }

    /** What some steps took, each. */
    private record Timed(double milliseconds, double faults) {
        static Timed of(ProgramFixture program, int steps) throws IOException {
            long faults = ProcessStatus.minorFaults();
            long begun = System.nanoTime();
            for (int i = 0; i < steps; i++) {
                program.loss(0);
            }
            double milliseconds = (System.nanoTime() - begun) / 1e6 / steps;
            return new Timed(milliseconds, (ProcessStatus.minorFaults() - faults) / (double) steps);
        }
    }
}
