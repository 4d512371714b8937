package io.dcsdk.training.record.chart;

import io.dcsdk.training.record.EvaluatedSet;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.SampleRecords;
import io.dcsdk.training.record.StepRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Learning curves of all kinds, for the tests and to look at: {@link #main} draws them. */
final class CurveSamples {
    private CurveSamples() {}

    static Map<String, LearningCurve> all() {
        Map<String, LearningCurve> curves = new LinkedHashMap<>();
        curves.put("usual", usual());
        curves.put("long", LearningCurve.of(noisy(100_000), evaluations(300, 333)));
        curves.put("short", LearningCurve.of(noisy(40), evaluations(5, 8)));
        curves.put("unevaluated", LearningCurve.of(noisy(300), List.of()));
        curves.put("one-step", LearningCurve.of(List.of(SampleRecords.step(1)), List.of()));
        curves.put(
                "one-evaluation",
                LearningCurve.of(List.of(), List.of(SampleRecords.evaluation(1)))
                        .titled("Nothing but an evaluation"));
        curves.put("flat", LearningCurve.of(constant(0), List.of(evaluation(1, 0, 0), evaluation(50, 0, 0))));
        curves.put("perfect", LearningCurve.of(constant(1), List.of(evaluation(1, 1, 1), evaluation(50, 1, 1))));
        curves.put("tiny", LearningCurve.of(constant(Double.MIN_VALUE), List.of()));
        curves.put("small", LearningCurve.of(constant(3.3e-9), List.of()));
        curves.put("huge", LearningCurve.of(constant(Double.MAX_VALUE), List.of()));
        curves.put(
                "negative",
                LearningCurve.of(constant(-Double.MAX_VALUE), List.of(evaluation(1, Double.MAX_VALUE, 0.5))));
        curves.put("endless", LearningCurve.of(List.of(SampleRecords.step(Long.MAX_VALUE, 1)), List.of()));
        return curves;
    }

    static LearningCurve usual() {
        return LearningCurve.of(noisy(1_000), evaluations(10, 100));
    }

    private static List<StepRecord> noisy(int steps) {
        Random random = new Random(7);
        return IntStream.rangeClosed(1, steps)
                .mapToObj(step -> loss(
                        step, (0.05 + 2.4 * Math.exp(-4.0 * step / steps)) * Math.exp(0.25 * random.nextGaussian())))
                .toList();
    }

    private static List<StepRecord> constant(double loss) {
        return LongStream.rangeClosed(1, 50).mapToObj(step -> loss(step, loss)).toList();
    }

    private static StepRecord loss(long step, double loss) {
        return new StepRecord(step, 1, 1, loss, 1e-5, 1, 16, 300, 400, Duration.ofMillis(50));
    }

    private static List<EvaluationRecord> evaluations(int count, long every) {
        List<EvaluationRecord> evaluations = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            double progress = (double) i / count;
            double f1 = 0.91 * (1 - Math.exp(-5 * progress)) - 0.06 * Math.pow(progress, 20);
            evaluations.add(evaluation(i * every, 0.15 + 1.2 * Math.exp(-6 * progress) + 0.1 * progress, f1));
        }
        return evaluations;
    }

    private static EvaluationRecord evaluation(long step, double loss, double f1) {
        return new EvaluationRecord(
                EvaluatedSet.VALIDATION, step, 1, loss, f1, f1, f1, 0.9, Map.of(), Duration.ofSeconds(1));
    }

    /** Writes each curve as NAME.svg into the folder that is the argument. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, LearningCurve> curve : all().entrySet()) {
            Files.writeString(
                    Path.of(arguments[0], curve.getKey() + ".svg"),
                    curve.getValue().toSvg());
        }
    }
}
