package io.dcsdk.benchmarks.training;

import io.dcsdk.training.engine.TorchRuntime;
import io.dcsdk.training.program.ComputePrecision;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * Times training steps as {@code hf_step.py} does those of transformers, for runs in turn with it: random weights, dropout
 * 0.1, full rows, AdamW, clipping at 1, the loss read every step, the first two steps not counted.
 *
 * <p>Arguments: {@code LAYERS HIDDEN VOCAB BATCH LENGTH fp32|bf16 STEPS [THREADS [recompute]]}. Prints median and minimum of wall
 * and CPU milliseconds a step, and the largest resident size; CPU time is that of the whole process, JVM threads included.
 */
public final class StepTimer {
    private static final int WARM_UP = 2;

    private StepTimer() {}

    /**
     * Runs the steps and prints a line.
     *
     * @param arguments see above
     * @throws IOException if the system does not tell its memory
     */
    public static void main(String[] arguments) throws IOException {
        TrainingShape shape = new TrainingShape(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        int rows = Integer.parseInt(arguments[3]);
        int width = Integer.parseInt(arguments[4]);
        ComputePrecision precision = ComputePrecision.valueOf(arguments[5].toUpperCase(Locale.ROOT));
        int steps = Integer.parseInt(arguments[6]);
        TorchRuntime runtime = TorchRuntime.start();
        if (arguments.length > 7) {
            runtime.setThreads(Integer.parseInt(arguments[7]));
        }
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        boolean recompute = arguments.length > 8 && arguments[8].equals("recompute");
        double[] wall = new double[steps - WARM_UP];
        double[] cpu = new double[steps - WARM_UP];
        try (StepFixture fixture = StepFixture.open(shape, rows, width, precision, recompute)) {
            for (int i = 0; i < steps; i++) {
                long cpuBegun = system.getProcessCpuTime();
                long begun = System.nanoTime();
                fixture.step();
                long ended = System.nanoTime();
                if (i >= WARM_UP) {
                    wall[i - WARM_UP] = (ended - begun) / 1e6;
                    cpu[i - WARM_UP] = (system.getProcessCpuTime() - cpuBegun) / 1e6;
                }
            }
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        System.out.printf(
                Locale.ROOT,
                "dcsdk %s threads %d: wall median %.1f min %.1f, cpu median %.1f min %.1f ms, resident at most %.0f MiB%n",
                String.join(" ", Arrays.copyOf(arguments, 6)) + (recompute ? " recompute" : ""),
                runtime.threads(),
                median(wall),
                wall[0],
                median(cpu),
                cpu[0],
                ProcessStatus.mebibytes("VmHWM"));
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
