package io.dcsdk.optimizer.dispatch;

import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Reservoir;
import io.dcsdk.optimizer.sizing.SyntheticYear;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Processor time of one pass of the dynamic program, of the ranking of its slopes, and of a whole certified dispatch: the least and the
 * median of several rounds after as many to warm up. Arguments: steps, rounds.
 */
public final class DispatchTimer {
    private static final double NANOSECONDS_PER_MILLISECOND = 1e6;
    private static final List<Double> AMOUNTS = List.of(60.0, 30.0, 30.0, 20.0, 80.0);

    private DispatchTimer() {}

    /** Prints a line for each part. */
    public static void main(String[] arguments) {
        int steps = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        EnergySystem system = SyntheticYear.site(steps, 1);
        StorageModel model = new StorageModel(system, AMOUNTS);
        StepCosts pieces = new MeritOrder(model, 1e6).pieces();
        Reservoir reservoir = system.nodes().get(model.storage).reservoir().orElseThrow();
        double[] retention = new double[steps];
        for (int t = 0; t < steps; t++) {
            retention[t] = system.retention(reservoir, t);
        }
        SlopeOrder order = new SlopeOrder(pieces, retention);
        System.out.printf(Locale.ROOT, "%d steps, %d pieces%n", steps, pieces.start(steps));
        time("merit order and pieces", rounds, () -> new MeritOrder(model, 1e6).pieces());
        time("ranking of slopes", rounds, () -> new SlopeOrder(pieces, retention));
        time("one pass there and back", rounds, () -> {
            LevelProgram program = new LevelProgram(pieces, order, retention, 80);
            return program.solve(40);
        });
        time("certified dispatch", rounds, () -> StorageDispatch.solve(system, AMOUNTS));
    }

    private static void time(String what, int rounds, Supplier<Object> work) {
        double[] milliseconds = new double[rounds];
        Object last = "";
        for (int round = -rounds; round < rounds; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            last = work.get();
            long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            if (round >= 0) {
                milliseconds[round] = (after - before) / NANOSECONDS_PER_MILLISECOND;
            }
        }
        Arrays.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "%-24s least %8.2f ms, median %8.2f ms (%s)%n",
                what,
                milliseconds[0],
                milliseconds[rounds / 2],
                last.getClass().getSimpleName());
    }
}
