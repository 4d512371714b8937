package io.dcsdk.benchmarks;

import io.dcsdk.optimizer.JointOptimizer;
import io.dcsdk.optimizer.joint.JointResult;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Servers, storage, network and cooling together with a year of supply, to a proven gap of 0.1 %. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class JointBenchmark {
    private static final SolveLimits LIMITS = SolveLimits.defaults()
            .withRelativeGap(Rational.of(1, 1000))
            .withThreads(2)
            .withDeadline(Duration.ofMinutes(5));

    /**
     * The joint optimum.
     *
     * @param site design problem and supply
     * @return the plan with its proof
     */
    @Benchmark
    public JointResult joint(JointSite site) {
        JointResult result = JointOptimizer.standard().solve(site.problem(), LIMITS);
        if (result.status() != JointResult.Status.OPTIMAL) {
            throw new IllegalStateException(
                    "Joint problem (%s, gap %s) of %d hours: did not close the gap\nMaybe allow more time."
                            .formatted(result.status(), result.gap(), site.hours));
        }
        return result;
    }
}
