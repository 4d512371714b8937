package io.dcsdk.benchmarks;

import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * This SDK's search beside native solvers on the same programs, in turn: each round asks every solver for every problem.
 *
 * <pre>
 *   java -cp benchmarks/target/benchmarks.jar io.dcsdk.benchmarks.SolverComparison ITEMS GAP SECONDS ROUNDS SEEDS
 * </pre>
 *
 * <p>A line for each answer goes to standard error, a table of medians to standard output: seconds, or the time limit with the
 * part of the rounds that ended before it. Two settled answers whose objectives differ by more than the gap are an error: one
 * of them is wrong.
 */
public final class SolverComparison {
    private static final int ARGUMENTS = 5;
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
        if (arguments.length != ARGUMENTS) {
            System.err.println("SolverComparison: takes ITEMS GAP SECONDS ROUNDS SEEDS\nMaybe 10 1e-6 60 5 2.");
            System.exit(2);
        }
        run(
                System.out,
                System.err,
                Integer.parseInt(arguments[0]),
                Double.parseDouble(arguments[1]),
                Duration.ofSeconds(Long.parseLong(arguments[2])),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
    }

    static void run(PrintStream out, PrintStream log, int items, double gap, Duration time, int rounds, int seeds) {
        warmUp(time);
        out.println("| problem | " + String.join(" | ", names()) + " | DCSDK / SCIP |");
        out.println("| --- |" + " ---: |".repeat(Solver.values().length + 1));
        for (DemandSize demand : DemandSize.values()) {
            for (int seed = 1; seed <= seeds; seed++) {
                LinearProgram program = DesignFormulation.of(SyntheticProblems.of(items, demand, seed))
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
                agree(name, answers, gap);
                out.println(row(name, answers));
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

    private static void agree(String name, Map<Solver, List<Solver.Answer>> answers, double gap) {
        List<Double> settled = answers.values().stream()
                .flatMap(List::stream)
                .filter(Solver.Answer::isSettled)
                .flatMap(answer -> answer.objective().stream())
                .map(objective -> objective.doubleValue())
                .toList();
        double least = settled.stream().mapToDouble(value -> value).min().orElse(0);
        double most = settled.stream().mapToDouble(value -> value).max().orElse(0);
        if (most - least > (gap + TOLERANCE) * Math.abs(most)) {
            throw new IllegalStateException(
                    "Objectives (%s) of problem %s: differ by more than the gap\nMaybe one solver is wrong."
                            .formatted(settled, name));
        }
    }

    private static String row(String name, Map<Solver, List<Solver.Answer>> answers) {
        StringBuilder row = new StringBuilder("| ").append(name).append(" |");
        answers.values().forEach(all -> row.append(cell(all)));
        double ours = median(answers.getOrDefault(Solver.DCSDK, List.of())).orElse(Double.NaN);
        double theirs = median(answers.getOrDefault(Solver.SCIP, List.of())).orElse(Double.NaN);
        return row.append(" %.2f |".formatted(ours / theirs)).toString();
    }

    private static String cell(List<Solver.Answer> answers) {
        long settled = answers.stream().filter(Solver.Answer::isSettled).count();
        String median = "%.3f".formatted(median(answers).orElse(Double.NaN));
        return settled == answers.size()
                ? " " + median + " |"
                : " %s (%d of %d) |".formatted(median, settled, answers.size());
    }

    private static OptionalDouble median(List<Solver.Answer> answers) {
        double[] seconds =
                answers.stream().mapToDouble(Solver.Answer::seconds).sorted().toArray();
        return seconds.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds[seconds.length / 2]);
    }
}
