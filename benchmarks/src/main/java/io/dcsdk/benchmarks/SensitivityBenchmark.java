package io.dcsdk.benchmarks;

import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.sensitivity.Sensitivity;
import io.dcsdk.optimizer.sensitivity.SensitivityAnalysis;
import io.dcsdk.optimizer.sensitivity.SensitivityStatus;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a problem to what its figures are worth: the plan, a shadow price for each requirement, and a solve for each figure up
 * and down that neither the plan nor its proof settles. Beside {@link OptimizerBenchmark#solve} it tells how many plans that is
 * worth.
 *
 * <p>Gap 1e-4, one thread, 60 s for all of it. An analysis that was cut short fails its benchmark.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class SensitivityBenchmark {
    /**
     * Problem to shadow prices and marginal values, without the prices of items.
     *
     * @param instance the problem
     * @return the sensitivity, always complete
     */
    @Benchmark
    public Sensitivity figures(ProblemInstance instance) {
        Sensitivity sensitivity =
                SensitivityAnalysis.standard().withoutPrices().analyse(instance.problem(), SolveLimits.defaults());
        if (sensitivity.status() != SensitivityStatus.COMPLETE) {
            throw new IllegalStateException(
                    "sensitivity (%s) of problem %s: is not complete within the limits\nMaybe the machine is busy."
                            .formatted(sensitivity.status(), instance.problem().name()));
        }
        return sensitivity;
    }
}
