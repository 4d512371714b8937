package io.dcsdk.optimizer.pareto;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Selection;
import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.formulation.FootprintSums;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.plan.BillOfMaterials;
import io.dcsdk.optimizer.plan.ProvenConflict;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.stochastic.LinearTerms;
import io.dcsdk.optimizer.uncertainty.CertifiedSolve;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * C against carbon or water: the algebra of the problem at lambda = 0 with the sum X of the footprint weighed in its
 * objective, and limited by a row of its own. Each point is read as a selection and evaluated from its items; both must agree
 * on C and X.
 */
final class FootprintTradeOff implements TradeOff {
    /** Of 34 digits, the output of supplies loses the last ones. */
    private static final Rational ROUNDING = Rational.parse("1e-25");

    private static final EnergyWeight NOTHING = new EnergyWeight(EnergyPrice.ZERO);
    private static final String LIMIT = "footprint";

    private final DesignOptimizer optimizer;
    private final FrontMeasure measure;
    private final DesignProblem problem;
    private final ParetoListener listener;
    private final DesignFormulation formulation;
    private final Map<String, Rational> sum;

    FootprintTradeOff(DesignOptimizer optimizer, FrontMeasure measure, DesignProblem problem, ParetoListener listener) {
        this.optimizer = optimizer;
        this.measure = measure;
        this.problem = problem.withLambda(NOTHING);
        this.listener = listener;
        this.formulation = DesignFormulation.of(this.problem);
        this.sum =
                measure == FrontMeasure.CARBON ? FootprintSums.carbon(formulation) : FootprintSums.water(formulation);
    }

    @Override
    public FrontMeasure measure() {
        return measure;
    }

    @Override
    public Solved solve(FrontWeight weight, Optional<FrontAmount> limit, SolveLimits limits) {
        CertifiedSolve solved = CertifiedSolve.of(
                optimizer.engine(),
                program(weight.exact(), limit),
                limits,
                progress -> listener.onProgress(problem, progress));
        if (solved.isInfeasible()) {
            return new Solved(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(conflict(solved, limits)));
        }
        Optional<Outcome.Stop> stopped = isProven(solved, limits)
                ? Optional.empty()
                : Optional.of(KebabName.parse(Outcome.Stop.class, "stop", solved.stopped()));
        Optional<Money> bound = solved.bound().map(ExactFigures::dollarsBelow);
        if (!solved.hasPlan()) {
            return new Solved(Optional.empty(), bound, stopped, Optional.empty());
        }
        List<Rational> point = solved.point().orElseThrow();
        Rational objective = solved.program().objective(point);
        return new Solved(Optional.of(design(point, weight.exact(), objective)), bound, stopped, Optional.empty());
    }

    private static boolean isProven(CertifiedSolve solved, SolveLimits limits) {
        if (!solved.hasPlan()) {
            return false;
        }
        Rational objective = solved.program().objective(solved.point().orElseThrow());
        Rational distance = objective.minus(solved.bound().orElseThrow());
        return distance.compareTo(objective.abs().times(limits.relativeGap())) <= 0;
    }

    private LinearProgram program(Rational weight, Optional<FrontAmount> limit) {
        LinearProgram stated = formulation.program();
        LinearProgram.Builder builder = LinearProgram.builder();
        for (int j = 0; j < stated.variables().size(); j++) {
            String name = stated.variables().get(j).name();
            Rational footprint = sum.getOrDefault(name, Rational.ZERO);
            builder.variable(stated.variables().get(j))
                    .cost(name, stated.costs().get(j).plus(footprint.times(weight)));
        }
        builder.constant(stated.constant());
        stated.constraints()
                .forEach(row -> builder.constraint(
                        row.name(), LinearTerms.byName(stated, row), row.relation(), row.rightHandSide()));
        limit.ifPresent(most -> builder.constraint(LIMIT, sum, Relation.LE, most.exact()));
        return builder.build();
    }

    /** The problem's own, at any weight; where only the limit of the search is to blame, the proof's rows. */
    private List<Outcome.Conflict> conflict(CertifiedSolve solved, SolveLimits limits) {
        Outcome<Certificate> outcome = optimizer.solve(problem, limits);
        return outcome instanceof Outcome.Infeasible<Certificate> infeasible
                ? infeasible.conflict()
                : ProvenConflict.of(solved.program(), formulation.requirementOfRow(), solved.certificate());
    }

    private FrontDesign design(List<Rational> point, Rational weight, Rational objective) {
        Selection selection = formulation.selection(point);
        Evaluation evaluation = Evaluation.of(problem, selection);
        FrontDesign design = FrontDesign.of(measure, evaluation, selection, BillOfMaterials.of(problem, selection));
        Rational items = ExactFigures.dollars(design.cost())
                .plus(design.amount(measure).exact().times(weight));
        Rational allowed = objective.abs().max(Rational.ONE).times(ROUNDING);
        if (!evaluation.feasible() || items.minus(objective).abs().compareTo(allowed) > 0) {
            throw new IllegalStateException(
                    "design of the Pareto search (%s, objective %s): the items themselves give %s\nMaybe this is a fault of the SDK; please report it."
                            .formatted(evaluation.violations(), objective.toDecimalString(), items.toDecimalString()));
        }
        return design;
    }
}
