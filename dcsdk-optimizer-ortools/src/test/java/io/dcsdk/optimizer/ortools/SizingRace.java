package io.dcsdk.optimizer.ortools;

import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.optimizer.sizing.SyntheticYear;

/** Times a sizing and HiGHS on the same site in turn: arguments are hours, rounds and the solver (HIGHS, GLOP). */
final class SizingRace {
    private SizingRace() {}

    public static void main(String[] arguments) {
        int hours = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        EnergySystem system = SyntheticYear.site(hours, 1);
        for (int round = 1; round <= rounds; round++) {
            long start = System.nanoTime();
            Sizing sizing = SizingOptimizer.solve(system, SizingOptions.defaults());
            double own = (System.nanoTime() - start) / 1e9;
            HighsSizing peer = new HighsSizing(system, arguments[2]);
            peer.quiet();
            start = System.nanoTime();
            double objective = peer.solve();
            double others = (System.nanoTime() - start) / 1e9;
            peer.close();
            double cost = sizing.design().orElseThrow().cost();
            System.out.printf(
                    "round %d: sizing %.3f s, %d steps, gap %.1e, cost %.9e; %s %.3f s, objective %.9e; difference %.1e, ratio %.1f%n",
                    round,
                    own,
                    sizing.iterations(),
                    sizing.gap(),
                    cost,
                    arguments[2],
                    others,
                    objective,
                    cost / objective - 1,
                    others / own);
        }
    }
}
