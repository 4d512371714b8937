package io.dcsdk.benchmarks;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.PlacementOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.ortools.MixedIntegerOracle;
import io.dcsdk.optimizer.ortools.OracleAnswer;
import io.dcsdk.optimizer.placement.PlacementFormulation;
import io.dcsdk.optimizer.relaxation.LpEngines;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.placement.Placement;
import io.dcsdk.placement.PlacementOutcome;
import io.dcsdk.placement.PlacementProblem;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Placements of many sites by this SDK, over ojAlgo and over GLOP, beside native solvers on the same programs, in turn.
 *
 * <pre>
 *   java -cp benchmarks/target/benchmarks.jar io.dcsdk.benchmarks.PlacementComparison SITES ITEMS WORKLOADS GAP SECONDS SEEDS [SOLVER...]
 *   java -cp benchmarks/target/benchmarks.jar io.dcsdk.benchmarks.PlacementComparison FILE GAP SECONDS [SOLVER...]
 * </pre>
 *
 * <p>A line for each answer: seconds, whether the gap is said to be closed, the objective, and for this SDK the bound that it proves.
 * For a native solver, how far its point is from the best bound that this SDK has proven before: its own bound is not to be had
 * through OR-Tools, except in what HIGHS_TALKING prints. Of this SDK it is all of the time from problem to audited placement, of the
 * native ones the native call alone. SEEDS is how many, from one, or a single one as {@code =7}.
 */
public final class PlacementComparison {
    private static final int LEAST_ARGUMENTS = 3;
    private static final int ARGUMENTS = 6;
    private static final String TALKING = "HIGHS_TALKING";
    private static final List<String> SOLVERS = List.of("ojalgo", "glop", "HIGHS", "SCIP");

    private final PrintStream out;
    private final double gap;
    private final Duration time;
    private final List<String> solvers;

    private PlacementComparison(PrintStream out, double gap, Duration time, List<String> solvers) {
        this.out = out;
        this.gap = gap;
        this.time = time;
        this.solvers = solvers;
    }

    /**
     * Compares.
     *
     * @param arguments see above
     */
    public static void main(String[] arguments) {
        boolean isFile = arguments.length >= LEAST_ARGUMENTS && !arguments[0].matches("[0-9]+");
        if (!isFile && arguments.length < ARGUMENTS) {
            System.err.println(
                    "PlacementComparison: takes SITES ITEMS WORKLOADS GAP SECONDS SEEDS [SOLVER...], or FILE GAP SECONDS [SOLVER...]\nMaybe 50 20 20 1e-4 60 3.");
            System.exit(2);
        }
        int first = isFile ? 1 : 3;
        int count = isFile ? LEAST_ARGUMENTS : ARGUMENTS;
        List<String> named = List.of(arguments).subList(count, arguments.length);
        PlacementComparison comparison = new PlacementComparison(
                System.out,
                Double.parseDouble(arguments[first]),
                Duration.ofSeconds(Long.parseLong(arguments[first + 1])),
                named.isEmpty() ? SOLVERS : named);
        if (isFile) {
            PlacementProblem stated = Documents.read(Path.of(arguments[0]), PlacementProblem.class);
            comparison.run(stated.withCatalog(stated.catalog().orElseGet(Catalog::builtIn)));
            return;
        }
        boolean isOne = arguments[5].startsWith("=");
        int last = Integer.parseInt(isOne ? arguments[5].substring(1) : arguments[5]);
        for (int seed = isOne ? last : 1; seed <= last; seed++) {
            comparison.run(SyntheticPlacements.of(
                    Integer.parseInt(arguments[0]),
                    Integer.parseInt(arguments[1]),
                    Integer.parseInt(arguments[2]),
                    seed));
        }
    }

    static void run(PrintStream out, PlacementProblem problem, double gap, Duration time, List<String> solvers) {
        new PlacementComparison(out, gap, time, solvers).run(problem);
    }

    private void run(PlacementProblem problem) {
        LinearProgram program = PlacementFormulation.of(problem).program();
        out.printf(
                Locale.ROOT,
                "%s: %d variables, %d rows%n",
                problem.name(),
                program.variables().size(),
                program.constraints().size());
        double proven = Double.NEGATIVE_INFINITY;
        for (String solver : solvers) {
            if (LpEngines.names().contains(solver)) {
                double bound = own(problem, solver);
                proven = Math.max(proven, bound);
            } else {
                nativeSolver(program, solver, proven);
            }
        }
    }

    private void nativeSolver(LinearProgram program, String solver, double proven) {
        Solver.Answer answer = solver.equals(TALKING)
                ? talking(program)
                : Solver.valueOf(solver).solve(program, gap, time);
        out.printf(
                Locale.ROOT,
                "  %-8s %8.2f s  %-7s objective %s%n",
                solver,
                answer.seconds(),
                answer.isSettled() ? "settled" : "open",
                answer.objective()
                        .map(value -> distance(value.doubleValue(), proven))
                        .orElse("none"));
    }

    private Solver.Answer talking(LinearProgram program) {
        OracleAnswer answer = MixedIntegerOracle.talkingHighs().ask(program, time, gap);
        boolean isSettled = answer.claim() == OracleAnswer.Claim.OPTIMAL;
        return new Solver.Answer(answer.searched().toNanos() / 1e9, isSettled, answer.objective());
    }

    private static String distance(double objective, double proven) {
        return proven == Double.NEGATIVE_INFINITY
                ? String.format(Locale.ROOT, "%.2f", objective)
                : String.format(
                        Locale.ROOT,
                        "%.2f, %.2e above the bound proven here",
                        objective,
                        (objective - proven) / Math.abs(objective));
    }

    private double own(PlacementProblem problem, String engine) {
        SolveLimits limits = SolveLimits.defaults()
                .withRelativeGap(Rational.of(BigDecimal.valueOf(gap)))
                .withThreads(Runtime.getRuntime().availableProcessors())
                .withDeadline(time);
        long start = System.nanoTime();
        PlacementOutcome<Certificate> outcome =
                PlacementOptimizer.over(LpEngines.named(engine)).solve(problem, limits);
        double seconds = (System.nanoTime() - start) / 1e9;
        Optional<Placement> found = outcome.placement();
        out.printf(
                Locale.ROOT,
                "  %-8s %8.2f s  %-7s %s%n",
                engine,
                seconds,
                outcome instanceof PlacementOutcome.Optimal ? "settled" : "open",
                found.map(PlacementComparison::figures)
                        .orElse(outcome.getClass().getSimpleName()));
        return found.map(placement -> placement.lowerBound().base().doubleValue())
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static String figures(Placement placement) {
        return String.format(
                Locale.ROOT,
                "objective %.2f bound %.2f gap %.2e, %d locations",
                placement.objective().base().doubleValue(),
                placement.lowerBound().base().doubleValue(),
                placement.gap().base().doubleValue(),
                placement.locations().size());
    }
}
