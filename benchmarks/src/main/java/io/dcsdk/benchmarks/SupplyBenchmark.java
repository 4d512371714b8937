package io.dcsdk.benchmarks;

import io.dcsdk.optimizer.dispatch.StorageDispatch;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The dispatch of one battery for given capacities, and the sizing of the whole site to a gap of 1e-6, both certified. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SupplyBenchmark {
    /**
     * The dynamic program over the level, its prices, the audit and the bound.
     *
     * @param site the site
     * @return the dispatch
     */
    @Benchmark
    public StorageDispatch dispatch(SupplySite site) {
        return StorageDispatch.solve(site.system(), SupplySite.AMOUNTS).orElseThrow();
    }

    /**
     * Capacities and dispatch.
     *
     * @param site the site
     * @return the design with its bound
     */
    @Benchmark
    public Sizing sizing(SupplySite site) {
        Sizing sizing = SizingOptimizer.solve(site.system(), SizingOptions.defaults());
        if (sizing.status() != Sizing.Status.GAP_CLOSED) {
            throw new IllegalStateException(
                    "Sizing (%s, gap %s) of %d hours: did not close the gap\nMaybe allow more iterations."
                            .formatted(sizing.status(), sizing.gap(), site.hours));
        }
        return sizing;
    }
}
