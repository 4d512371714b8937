package io.dcsdk.benchmarks.training;

import io.dcsdk.training.program.ComputePrecision;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What it brings that the SDK sets the allocator and the spinning of OpenMP's threads for the whole process: the same step, each
 * time in processes of its own. Without forks ({@code -f 0}), or with other {@code -jvmArgsAppend}, all three would be the first,
 * which is said. What spinning costs shows when others want the processors, too: {@code -p busy=2}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 15)
@Fork(3)
@State(Scope.Benchmark)
public class ProcessBenchmark {
    private static final int ROWS = 16;
    private static final String RETAIN_MEMORY = "dcsdk.training.retainMemory";
    private static final String SPIN_COUNT = "dcsdk.training.spinCount";

    /** Layers × width: 2 × 128, 4 × 512, 12 × 768. */
    @Param({"tiny", "small", "base"})
    public String shape = "tiny";

    /** Tokens a row. */
    @Param({"32", "128"})
    public int length = 32;

    /** What products are computed in. */
    @Param({"FP32", "BF16"})
    public ComputePrecision precision = ComputePrecision.FP32;

    /** Other threads that never rest. */
    @Param("0")
    public int busy;

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private ProgramFixture program;

    private volatile boolean closed;

    /**
     * Loads the program and starts the other threads.
     *
     * @param benchmark how it is run
     */
    @Setup(Level.Trial)
    public void open(BenchmarkParams benchmark) {
        String method =
                benchmark.getBenchmark().substring(benchmark.getBenchmark().lastIndexOf('.') + 1);
        boolean set =
                switch (method) {
                    case "allocatorOfTheSystem" -> "false".equals(System.getProperty(RETAIN_MEMORY));
                    case "spinCountOfTheRuntime" -> "default".equals(System.getProperty(SPIN_COUNT));
                    default -> true;
                };
        if (!set) {
            System.err.println(method + ": not set in this process, so this is the time of asSet");
        }
        closed = false;
        program = ProgramFixture.open(TrainingShape.of(shape), ROWS, length, precision);
        for (int i = 0; i < busy; i++) {
            Thread other = new Thread(this::spin, "busy-" + i);
            other.setDaemon(true);
            other.start();
        }
    }

    private void spin() {
        while (!closed) {
            Thread.onSpinWait();
        }
    }

    /** Stops them and frees its memory. */
    @TearDown(Level.Trial)
    public void close() {
        closed = true;
        program.close();
    }

    /**
     * As the SDK sets it.
     *
     * @return the loss
     */
    @Benchmark
    public float asSet() {
        return program.loss(0);
    }

    /**
     * glibc gives large blocks back whenever they are freed.
     *
     * @return the loss
     */
    @Benchmark
    @Fork(value = 3, jvmArgsAppend = "-D" + RETAIN_MEMORY + "=false")
    public float allocatorOfTheSystem() {
        return program.loss(0);
    }

    /**
     * Threads spin as long as OpenMP has them.
     *
     * @return the loss
     */
    @Benchmark
    @Fork(value = 3, jvmArgsAppend = "-D" + SPIN_COUNT + "=default")
    public float spinCountOfTheRuntime() {
        return program.loss(0);
    }
}
