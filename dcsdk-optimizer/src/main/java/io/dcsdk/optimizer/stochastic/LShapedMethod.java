package io.dcsdk.optimizer.stochastic;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Minimises {@code c'x + Σ p_s Q_s(x)} by cuts: Benders' decomposition with a cut for each scenario (Van Slyke and Wets,
 * "L-shaped linear programs", 1969; Birge and Louveaux, "A multicut algorithm", 1988).
 *
 * <p>The master minimises {@code c'x + Σ p_s θ_s} under the first-stage constraints, {@code θ_s >=} every cut of its
 * scenario, and the cuts that rule decisions out. Its minimum is a lower bound, proven by a certificate of the master; its
 * point, evaluated by the oracles, is an upper bound and gives the next cuts. Everything exact but the engine's proposals,
 * so both bounds hold whatever the engine does. First-stage variables may be whole; the recourse must be convex in x.
 *
 * <p>Complexity: a master and one call of each oracle a round; the number of rounds is finite for polyhedral recourse and
 * grows with the number of first-stage variables. Deterministic.
 */
public final class LShapedMethod {
    /** Masters are solved so much finer than the gap that is asked for. */
    private static final Rational MASTER_SHARE = Rational.of(1, 100);

    private final LpEngine engine;

    /**
     * The method over an engine.
     *
     * @param engine solves the masters' relaxations; its answers are not trusted
     */
    public LShapedMethod(LpEngine engine) {
        this.engine = engine;
    }

    /**
     * Minimises.
     *
     * @param firstStage variables, costs and constraints of what is decided first
     * @param scenarios one oracle for each; their probabilities add up to 1
     * @param limits time, gap and cancellation; {@code nodes} limits the number of rounds
     * @return what was proven; never an exception for an infeasible program or a lack of time
     */
    public LShapedResult minimise(
            LinearProgram firstStage, List<? extends RecourseOracle> scenarios, SolveLimits limits) {
        return new Run(firstStage, scenarios, limits).result();
    }

    private final class Run {
        private final LinearProgram firstStage;
        private final List<? extends RecourseOracle> scenarios;
        private final SolveLimits limits;
        private final long start = System.nanoTime();
        private final List<List<AffineBound>> cuts = new ArrayList<>();
        private final List<AffineBound> exclusions = new ArrayList<>();
        private Optional<Rational> lower = Optional.empty();
        private Optional<Rational> upper = Optional.empty();
        private Optional<List<Rational>> best = Optional.empty();
        private Optional<LinearProgram> provenBy = Optional.empty();
        private Optional<Certificate> proof = Optional.empty();
        private List<Rational> bestCosts = List.of();
        private int rounds;

        Run(LinearProgram firstStage, List<? extends RecourseOracle> scenarios, SolveLimits limits) {
            this.firstStage = firstStage;
            this.scenarios = scenarios;
            this.limits = limits;
            scenarios.forEach(scenario -> cuts.add(new ArrayList<>()));
        }

        LShapedResult result() {
            while (rounds < limits.nodes() && !limits.cancelled().getAsBoolean()) {
                Duration left = limits.deadline().minusNanos(System.nanoTime() - start);
                if (left.isNegative() || left.isZero()) {
                    break;
                }
                rounds++;
                LinearProgram master = master();
                SolveLimits fine = limits.withDeadline(left)
                        .withRelativeGap(limits.relativeGap().times(MASTER_SHARE))
                        .withNodes(Long.MAX_VALUE)
                        .withKeepProof(true);
                SolveResult solved = new MixedIntegerSolver(engine).solve(master, fine);
                if (solved.termination() == Termination.INFEASIBLE) {
                    audit(master, solved);
                    lower = Optional.empty();
                    provenBy = Optional.of(master);
                    proof = solved.certificate(master);
                    return ended(LShapedResult.Status.INFEASIBLE);
                }
                solved.bound().ifPresent(bound -> raise(bound, master, solved));
                if (solved.point().isEmpty()) {
                    break;
                }
                List<Rational> decision =
                        solved.point().get().subList(0, firstStage.variables().size());
                boolean isNew = evaluate(decision);
                if (isClosed()) {
                    return ended(LShapedResult.Status.GAP_CLOSED);
                }
                if (!isNew) {
                    break;
                }
            }
            return ended(LShapedResult.Status.STOPPED);
        }

        private void raise(Rational bound, LinearProgram master, SolveResult solved) {
            if (lower.isEmpty() || bound.compareTo(lower.get()) > 0) {
                audit(master, solved);
                lower = Optional.of(bound);
                provenBy = Optional.of(master);
                proof = solved.certificate(master);
            }
        }

        private void audit(LinearProgram master, SolveResult solved) {
            CheckResult checked = new CertificateChecker(master)
                    .check(solved.certificate(master).orElseThrow());
            if (!checked.isAccepted()) {
                throw new IllegalStateException(
                        "certificate (%s) of a master: does not hold\nMaybe this is a fault of the SDK; please report it."
                                .formatted(checked));
            }
        }

        private boolean isClosed() {
            return lower.isPresent()
                    && upper.isPresent()
                    && upper.get()
                                    .minus(lower.get())
                                    .compareTo(upper.get().abs().times(limits.relativeGap()))
                            <= 0;
        }

        /** Whether the decision gave a cut that the master did not have. */
        private boolean evaluate(List<Rational> decision) {
            Rational total = firstStage.objective(decision);
            boolean isFeasible = true;
            boolean isNew = false;
            List<Rational> costs = new ArrayList<>();
            for (int s = 0; s < scenarios.size(); s++) {
                RecourseOracle scenario = scenarios.get(s);
                RecourseAnswer answer = scenario.at(decision);
                if (answer instanceof RecourseAnswer.Cost cost) {
                    total = total.plus(scenario.probability().times(cost.cost()));
                    costs.add(cost.cost());
                    isNew |= addNew(cuts.get(s), cost.cut());
                } else if (answer instanceof RecourseAnswer.Infeasible none) {
                    isFeasible = false;
                    isNew |= addNew(exclusions, none.cut());
                }
            }
            if (isFeasible && (upper.isEmpty() || total.compareTo(upper.get()) < 0)) {
                upper = Optional.of(total);
                best = Optional.of(decision);
                bestCosts = costs;
            }
            return isNew;
        }

        private boolean addNew(List<AffineBound> known, AffineBound cut) {
            return !known.contains(cut) && known.add(cut);
        }

        private LinearProgram master() {
            LinearProgram.Builder builder = LinearProgram.builder();
            for (int j = 0; j < firstStage.variables().size(); j++) {
                Variable variable = firstStage.variables().get(j);
                builder.variable(variable)
                        .cost(variable.name(), firstStage.costs().get(j));
            }
            builder.constant(firstStage.constant());
            firstStage
                    .constraints()
                    .forEach(row -> builder.constraint(
                            row.name(), LinearTerms.byName(firstStage, row), row.relation(), row.rightHandSide()));
            for (int s = 0; s < scenarios.size(); s++) {
                RecourseOracle scenario = scenarios.get(s);
                String cost = "cost of scenario " + s;
                Rational most = scenario.leastCost();
                for (AffineBound cut : cuts.get(s)) {
                    most = most.max(largest(cut));
                }
                builder.continuous(cost, scenario.leastCost(), most, scenario.probability());
                for (int k = 0; k < cuts.get(s).size(); k++) {
                    row(builder, "cut " + k + " of scenario " + s, cuts.get(s).get(k), Optional.of(cost));
                }
            }
            for (int k = 0; k < exclusions.size(); k++) {
                row(builder, "exclusion " + k, exclusions.get(k), Optional.empty());
            }
            return builder.build();
        }

        /** {@code cost − slopes'x >= constant}, or without a cost that the cut is at most zero. */
        private void row(LinearProgram.Builder builder, String name, AffineBound cut, Optional<String> cost) {
            Map<String, Rational> terms = new LinkedHashMap<>();
            for (int j = 0; j < cut.slopes().size(); j++) {
                terms.put(
                        firstStage.variables().get(j).name(),
                        cut.slopes().get(j).negate());
            }
            cost.ifPresent(variable -> terms.put(variable, Rational.ONE));
            builder.constraint(name, terms, Relation.GE, cut.constant());
        }

        private Rational largest(AffineBound cut) {
            Rational sum = cut.constant();
            for (int j = 0; j < cut.slopes().size(); j++) {
                Variable variable = firstStage.variables().get(j);
                Rational slope = cut.slopes().get(j);
                sum = sum.plus(slope.times(variable.lower()).max(slope.times(variable.upper())));
            }
            return sum;
        }

        private LShapedResult ended(LShapedResult.Status status) {
            int count = exclusions.size();
            for (List<AffineBound> known : cuts) {
                count += known.size();
            }
            return new LShapedResult(status, best, upper, lower, bestCosts, rounds, count, provenBy, proof);
        }
    }
}
