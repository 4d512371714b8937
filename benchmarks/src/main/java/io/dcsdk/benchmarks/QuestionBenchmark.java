package io.dcsdk.benchmarks;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.explanation.Explainer;
import io.dcsdk.optimizer.explanation.Explanation;
import io.dcsdk.optimizer.explanation.RepairRules;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.pareto.FrontStatus;
import io.dcsdk.optimizer.pareto.ParetoFront;
import io.dcsdk.optimizer.pareto.ParetoSearch;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * The questions around a plan, in pairs with what a planner with SCIP would do: the front of C and E at every lambda against
 * 51 solves at lambdas of equal distance; why nothing fits in {@value #SHARE} of the cheapest budget, with witnesses and the
 * cheapest repair, against leaving out one requirement after another. This SDK proves its answers, SCIP is believed.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class QuestionBenchmark {
    private static final String SHARE = "0.7";
    private static final double GAP = 1e-4;
    private static final Duration TIME = Duration.ofSeconds(60);
    /** Of which each of some twenty solves gets a part. */
    private static final Duration TIME_OF_FRONT = Duration.ofMinutes(10);

    /** How fine a sweep is. */
    @State(Scope.Benchmark)
    public static class Grid {
        /** Points of the sweep, 2 or more. */
        @Param("51")
        public int points = 51;
    }

    /** A problem with too small a budget. */
    @State(Scope.Benchmark)
    public static class Poor {
        private @Nullable DesignProblem problem;

        /**
         * Cuts the budget; not part of what is measured.
         *
         * @param instance the problem without a budget
         */
        @Setup(Level.Trial)
        public void setUp(ProblemInstance instance) {
            problem = PoorProblem.of(
                    instance.problem(),
                    Ratio.of(new BigDecimal(SHARE)),
                    SolveLimits.defaults().withDeadline(TIME));
        }

        DesignProblem problem() {
            return Objects.requireNonNull(problem);
        }
    }

    /**
     * Every lambda from 0 to 1 USD/kWh, certified.
     *
     * @param instance the problem
     * @return the front, always complete
     */
    @Benchmark
    public ParetoFront front(ProblemInstance instance) {
        ParetoFront front = ParetoSearch.over(DesignOptimizer.standard())
                .between(EnergyPrice.parse("0 USD/kWh"), EnergyPrice.parse("1 USD/kWh"))
                .withLimits(SolveLimits.defaults().withDeadline(TIME_OF_FRONT))
                .search(instance.problem());
        if (front.status() != FrontStatus.COMPLETE) {
            throw new IllegalStateException("Front (%s) of problem %s: is not complete\nMaybe the machine is busy."
                    .formatted(front.status(), instance.problem().name()));
        }
        return front;
    }

    /**
     * SCIP at lambdas of equal distance from 0 to 1 USD/kWh.
     *
     * @param instance the problem
     * @param grid how many
     * @return its answers
     */
    @Benchmark
    public List<Solver.Answer> gridByScip(ProblemInstance instance, Grid grid) {
        return IntStream.range(0, grid.points)
                .mapToObj(k -> EnergyWeight.parse("%s USD/kWh".formatted(k / (grid.points - 1.0))))
                .map(lambda -> DesignFormulation.of(instance.problem().withLambda(lambda)))
                .map(formulation -> Solver.SCIP.solve(formulation.program(), GAP, TIME))
                .toList();
    }

    /**
     * Why nothing fits, with witnesses, the cheapest repair and single moves.
     *
     * @param poor the problem
     * @return the explanation, always of an infeasible problem
     */
    @Benchmark
    public Explanation conflict(Poor poor) {
        Explanation explanation = Explainer.standard()
                .explain(
                        poor.problem(),
                        RepairRules.equal(),
                        SolveLimits.defaults().withDeadline(TIME));
        if (!explanation.infeasible()) {
            throw new IllegalStateException(
                    "Explanation of problem %s: is not of a conflict\nMaybe the machine is busy."
                            .formatted(poor.problem().name()));
        }
        return explanation;
    }

    /**
     * SCIP without one requirement after another.
     *
     * @param poor the problem
     * @return the requirements that cannot be left out
     */
    @Benchmark
    public Set<String> conflictByScip(Poor poor) {
        DesignFormulation formulation = DesignFormulation.of(poor.problem());
        Set<String> kept = new LinkedHashSet<>(formulation.requirementOfRow().values());
        for (String candidate : List.copyOf(kept)) {
            kept.remove(candidate);
            Solver.Answer answer = Solver.SCIP.solve(without(formulation, kept), 0, TIME);
            if (!answer.isSettled() || answer.objective().isPresent()) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    /** The rows of some requirements and those of no requirement, with nothing to minimise. */
    private static LinearProgram without(DesignFormulation formulation, Set<String> kept) {
        LinearProgram whole = formulation.program();
        LinearProgram.Builder part = LinearProgram.builder();
        whole.variables().forEach(part::variable);
        whole.constraints().stream()
                .filter(row -> {
                    String owner = formulation.requirementOfRow().getOrDefault(row.name(), "");
                    return owner.isEmpty() || kept.contains(owner);
                })
                .forEach(row -> part.constraint(
                        row.name(),
                        row.terms().stream()
                                .collect(Collectors.toMap(
                                        term -> whole.variables()
                                                .get(term.variable())
                                                .name(),
                                        term -> term.coefficient())),
                        row.relation(),
                        row.rightHandSide()));
        return part.build();
    }
}
