package io.dcsdk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.benchmarks.training.CastBenchmark;
import io.dcsdk.benchmarks.training.DataBenchmark;
import io.dcsdk.benchmarks.training.EpochBenchmark;
import io.dcsdk.benchmarks.training.KernelBenchmark;
import io.dcsdk.benchmarks.training.PhaseBenchmark;
import io.dcsdk.benchmarks.training.ProcessBenchmark;
import io.dcsdk.benchmarks.training.RealLengthBenchmark;
import io.dcsdk.benchmarks.training.StepBenchmark;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, once, in this process and on the smallest problem, so that none rots. */
final class SmokeTest {
    private static final Class<?>[] BENCHMARKS = {
        OptimizerBenchmark.class,
        SolverBenchmark.class,
        NativeSolverBenchmark.class,
        QuestionBenchmark.class,
        SensitivityBenchmark.class,
        SupplyBenchmark.class,
        JointBenchmark.class,
        StepBenchmark.class,
        PhaseBenchmark.class,
        RealLengthBenchmark.class,
        KernelBenchmark.class,
        CastBenchmark.class,
        ProcessBenchmark.class,
        DataBenchmark.class,
        EpochBenchmark.class
    };

    private static final int PLANNING = 4 + 2 * 2 + 3 + 4 + 1 + 2 + 1;
    private static final int KERNELS = 12 * 2 + 2 + 3 * 2;
    private static final int TRAINING = (2 + 2) + 4 * 2 + 3 * 2 + KERNELS + 3 * 3 + 3 * 2;

    private static Collection<RunResult> runAll() throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include("^io\\.dcsdk\\.benchmarks\\.")
                        .param("items", "10")
                        .param("demand", "LARGE")
                        .param("points", "3")
                        .param("shape", "tiny")
                        .param("length", "32")
                        .param("sentences", "64")
                        .param("hours", "168")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    @Test
    void everyBenchmarkGivesATime() throws RunnerException {
        Collection<RunResult> results = runAll();

        Set<String> declared = Stream.of(BENCHMARKS)
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map((Method method) -> method.getDeclaringClass().getName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> measured = results.stream()
                .map(result -> result.getParams().getBenchmark())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(declared, measured);
        assertEquals(
                PLANNING + TRAINING,
                results.size(),
                "planning: four phases, the search for each number of threads and proof and by three solvers, four questions around"
                        + " a plan, the sensitivity, dispatch and sizing, the joint problem; training: steps of three"
                        + " subjects, phases of full rows and of real lengths, kernels, casts, settings of the process,"
                        + " data of three lengths, epochs, nearly all in two precisions");
        for (RunResult result : results) {
            assertTrue(result.getPrimaryResult().getScore() > 0, result.getParams()::id);
        }
    }
}
