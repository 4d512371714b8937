package io.dcsdk.benchmarks;

import io.dcsdk.optimizer.PlacementOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.placement.PlacementFormulation;
import io.dcsdk.optimizer.relaxation.LpEngines;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.placement.PlacementOutcome;
import io.dcsdk.placement.PlacementProblem;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Placements of many sites by this SDK, over ojAlgo and over GLOP, beside native solvers on the same programs, in turn.
 *
 * <pre>
 *   java -cp benchmarks/target/benchmarks.jar io.dcsdk.benchmarks.PlacementComparison SITES ITEMS WORKLOADS GAP SECONDS SEEDS
 * </pre>
 *
 * <p>A line for each answer: seconds, whether the gap is said to be closed, the objective, and for this SDK the bound that it proves.
 * Of this SDK it is all of the time from problem to audited placement, of the native ones the native call alone.
 */
public final class PlacementComparison {
    private static final int ARGUMENTS = 6;

    private PlacementComparison() {}

    /**
     * Compares.
     *
     * @param arguments see above
     */
    public static void main(String[] arguments) {
        if (arguments.length < ARGUMENTS) {
            System.err.println(
                    "PlacementComparison: takes SITES ITEMS WORKLOADS GAP SECONDS SEEDS [SOLVER...]\nMaybe 50 20 20 1e-4 60 3.");
            System.exit(2);
        }
        List<String> solvers = arguments.length > ARGUMENTS
                ? List.of(arguments).subList(ARGUMENTS, arguments.length)
                : List.of("ojalgo", "glop", "HIGHS", "SCIP");
        double gap = Double.parseDouble(arguments[3]);
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[4]));
        for (int seed = 1; seed <= Integer.parseInt(arguments[5]); seed++) {
            PlacementProblem problem = SyntheticPlacements.of(
                    Integer.parseInt(arguments[0]),
                    Integer.parseInt(arguments[1]),
                    Integer.parseInt(arguments[2]),
                    seed);
            run(System.out, problem, gap, time, solvers);
        }
    }

    static void run(PrintStream out, PlacementProblem problem, double gap, Duration time, List<String> solvers) {
        LinearProgram program = PlacementFormulation.of(problem).program();
        out.printf(
                Locale.ROOT,
                "%s: %d variables, %d rows%n",
                problem.name(),
                program.variables().size(),
                program.constraints().size());
        for (String solver : solvers) {
            if (LpEngines.names().contains(solver)) {
                own(out, problem, gap, time, solver);
            } else {
                Solver.Answer answer = Solver.valueOf(solver).solve(program, gap, time);
                out.printf(
                        Locale.ROOT,
                        "  %-8s %8.2f s  %-7s objective %s%n",
                        solver,
                        answer.seconds(),
                        answer.isSettled() ? "settled" : "open",
                        answer.objective()
                                .map(value -> "%.2f".formatted(value.doubleValue()))
                                .orElse("none"));
            }
        }
    }

    private static void own(PrintStream out, PlacementProblem problem, double gap, Duration time, String engine) {
        SolveLimits limits = SolveLimits.defaults()
                .withRelativeGap(Rational.of(BigDecimal.valueOf(gap)))
                .withDeadline(time);
        long start = System.nanoTime();
        PlacementOutcome<Certificate> outcome =
                PlacementOptimizer.over(LpEngines.named(engine)).solve(problem, limits);
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                Locale.ROOT,
                "  %-8s %8.2f s  %-7s %s%n",
                engine,
                seconds,
                outcome instanceof PlacementOutcome.Optimal ? "settled" : "open",
                outcome.placement()
                        .map(found -> "objective %.2f bound %.2f gap %.2e, %d locations"
                                .formatted(
                                        found.objective().base().doubleValue(),
                                        found.lowerBound().base().doubleValue(),
                                        found.gap().base().doubleValue(),
                                        found.locations().size()))
                        .orElse(outcome.getClass().getSimpleName()));
    }
}
