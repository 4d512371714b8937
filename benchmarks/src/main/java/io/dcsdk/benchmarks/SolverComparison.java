package io.dcsdk.benchmarks;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * This SDK's search beside native solvers on the same programs, in turn: each round asks every solver for every problem.
 *
 * <pre>
 *   java -cp benchmarks/target/benchmarks.jar io.dcsdk.benchmarks.SolverComparison ITEMS GAP SECONDS ROUNDS SEEDS [LAMBDA]
 * </pre>
 *
 * <p>LAMBDA in USD/kWh; without it each problem has its own.
 *
 * <p>A line for each answer goes to standard error, a table of medians to standard output: seconds, or the time limit with the
 * part of the rounds that ended before it. A solver that settles on an objective that is more than the gap above the best
 * known one, which is exact, is marked as wrong; for this SDK that is an error.
 */
public final class SolverComparison {
    private static final int ARGUMENTS = 5;
    private static final int LAMBDA = 5;
    private static final long WARM_UP_SEED = 1000;

    /** Native solvers compute in floating point; beyond this an objective is another one. */
    private static final double TOLERANCE = 1e-6;

    private SolverComparison() {}

    /**
     * Compares.
     *
     * @param arguments see above
     */
    public static void main(String[] arguments) {
        if (arguments.length != ARGUMENTS && arguments.length != LAMBDA + 1) {
            System.err.println(
                    "SolverComparison: takes ITEMS GAP SECONDS ROUNDS SEEDS [LAMBDA]\nMaybe 10 1e-6 60 5 2.");
            System.exit(2);
        }
        run(
                System.out,
                System.err,
                Integer.parseInt(arguments[0]),
                Double.parseDouble(arguments[1]),
                Duration.ofSeconds(Long.parseLong(arguments[2])),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                arguments.length > LAMBDA
                        ? Optional.of(EnergyWeight.parse(arguments[LAMBDA] + " USD/kWh"))
                        : Optional.empty());
    }

    static void run(
            PrintStream out,
            PrintStream log,
            int items,
            double gap,
            Duration time,
            int rounds,
            int seeds,
            Optional<EnergyWeight> lambda) {
        warmUp(time);
        out.println("| problem | " + String.join(" | ", names()) + " | DCSDK / SCIP |");
        out.println("| --- |" + " ---: |".repeat(Solver.values().length + 1));
        for (DemandSize demand : DemandSize.values()) {
            for (int seed = 1; seed <= seeds; seed++) {
                DesignProblem problem = SyntheticProblems.of(items, demand, seed);
                LinearProgram program = DesignFormulation.of(
                                lambda.map(problem::withLambda).orElse(problem))
                        .program();
                String name = "%d, %s, %d".formatted(items, demand, seed);
                Map<Solver, List<Solver.Answer>> answers = new EnumMap<>(Solver.class);
                for (int round = 0; round < rounds; round++) {
                    for (Solver solver : Solver.values()) {
                        Solver.Answer answer = solver.solve(program, gap, time);
                        log.printf(Locale.ROOT, "%s round %d %s %s%n", name, round + 1, solver, answer);
                        answers.computeIfAbsent(solver, key -> new ArrayList<>())
                                .add(answer);
                    }
                }
                out.println(row(name, answers, gap));
            }
        }
    }

    private static List<String> names() {
        return Arrays.stream(Solver.values()).map(solver -> solver + ", s").toList();
    }

    private static void warmUp(Duration time) {
        for (long seed = WARM_UP_SEED; seed < WARM_UP_SEED + 3; seed++) {
            for (DemandSize demand : DemandSize.values()) {
                LinearProgram program = DesignFormulation.of(SyntheticProblems.of(10, demand, seed))
                        .program();
                for (Solver solver : Solver.values()) {
                    solver.solve(program, 1e-4, time);
                }
            }
        }
    }

    /** The best objective of all is exact, whoever found it: settled on more than the gap above it is wrong. */
    private static boolean isWrong(Solver.Answer answer, double best, double gap) {
        double objective = answer.objective().map(Rational::doubleValue).orElse(best);
        return answer.isSettled() && objective - best > (gap + TOLERANCE) * Math.abs(best);
    }

    private static double best(Map<Solver, List<Solver.Answer>> answers) {
        return answers.values().stream()
                .flatMap(List::stream)
                .flatMap(answer -> answer.objective().stream())
                .mapToDouble(Rational::doubleValue)
                .min()
                .orElse(0);
    }

    private static String row(String name, Map<Solver, List<Solver.Answer>> answers, double gap) {
        double best = best(answers);
        StringBuilder row = new StringBuilder("| ").append(name).append(" |");
        answers.forEach((solver, all) -> {
            boolean isWrong = all.stream().anyMatch(answer -> isWrong(answer, best, gap));
            if (isWrong && (solver == Solver.DCSDK || solver == Solver.DCSDK_2)) {
                throw new IllegalStateException(
                        "Answers (%s) of this SDK to problem %s: %s is feasible\nMaybe this is a fault of the SDK; please report it."
                                .formatted(all, name, best));
            }
            row.append(cell(all)).append(isWrong ? " wrong |" : " |");
        });
        double ours = median(answers.getOrDefault(Solver.DCSDK, List.of())).orElse(Double.NaN);
        double theirs = median(answers.getOrDefault(Solver.SCIP, List.of())).orElse(Double.NaN);
        return row.append(" %.2f |".formatted(ours / theirs)).toString();
    }

    private static String cell(List<Solver.Answer> answers) {
        long settled = answers.stream().filter(Solver.Answer::isSettled).count();
        String median = " %.3f".formatted(median(answers).orElse(Double.NaN));
        return settled == answers.size() ? median : median + " (%d of %d)".formatted(settled, answers.size());
    }

    private static OptionalDouble median(List<Solver.Answer> answers) {
        double[] seconds =
                answers.stream().mapToDouble(Solver.Answer::seconds).sorted().toArray();
        return seconds.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds[seconds.length / 2]);
    }
}
