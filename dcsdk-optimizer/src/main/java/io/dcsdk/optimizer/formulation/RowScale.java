package io.dcsdk.optimizer.formulation;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.quantity.Power;
import io.dcsdk.storage.StorageUnit;
import java.util.List;
import java.util.Optional;

/**
 * How far a row that the user asked for gives way when the figure that the user stated moves: by the share s of the figure,
 * the row gives way by {@code s × (constant + Σ coefficient × variable)}. A demand of 1000 TFLOP/s under a control that adds
 * 5 % is {@code Σ c n >= 1000 + 50 z}, and gives way by {@code s × (1000 + 50 z)}.
 *
 * @param constant what does not depend on any choice, in the unit of the row, at least 0
 * @param terms what the figure is multiplied with, coefficients above zero; empty for most rows
 * @param vanishesAt the share of the figure at which the row is void, if that is how it gives way: an item that draws twice
 *     what a rack may is possible once the limit is raised by 1
 */
public record RowScale(Rational constant, List<Term> terms, Optional<Rational> vanishesAt) {
    private static final RowScale FIXED = new RowScale(Rational.ZERO, List.of(), Optional.empty());

    /** Copies the list. */
    public RowScale {
        terms = List.copyOf(terms);
    }

    /**
     * How a row depends on its figure.
     *
     * @param formulation the problem as algebra
     * @param row the index of a row that {@link DesignFormulation#requirementOfRow()} names
     * @return the scale; zero for rows without a figure of the user's, such as that supply covers the load
     */
    public static RowScale of(DesignFormulation formulation, int row) {
        LinearProgram program = formulation.program();
        Constraint constraint = program.constraints().get(row);
        String owner = formulation.requirementOfRow().getOrDefault(constraint.name(), "");
        return switch (owner) {
            case "", "supply-peak", "supply-energy" -> FIXED;
            case "rack-power" -> ofRackPower(formulation.problem(), constraint);
            case "renewable-share" -> new RowScale(Rational.ZERO, negated(constraint.terms()), Optional.empty());
            case "budget" ->
                constant(Rational.of(
                        formulation.problem().finance().budget().orElseThrow().base()));
            default ->
                owner.startsWith("security.") || constraint.relation() == Relation.LE
                        ? constant(constraint.rightHandSide())
                        : ofDemand(program, constraint);
        };
    }

    private static RowScale constant(Rational value) {
        return new RowScale(value, List.of(), Optional.empty());
    }

    /** What controls add is a share of the demand; what an unused fabric forgives is not. */
    private static RowScale ofDemand(LinearProgram program, Constraint constraint) {
        Rational constant = constraint.rightHandSide();
        for (Term term : constraint.terms()) {
            if (VariableNames.isOption(program.variables().get(term.variable()).name())) {
                constant = constant.minus(term.coefficient());
            }
        }
        List<Term> controls = constraint.terms().stream()
                .filter(term -> VariableNames.isAdopted(
                        program.variables().get(term.variable()).name()))
                .toList();
        return new RowScale(constant, negated(controls), Optional.empty());
    }

    private static List<Term> negated(List<Term> terms) {
        return terms.stream()
                .filter(term -> term.coefficient().signum() < 0)
                .map(term -> new Term(term.variable(), term.coefficient().negate()))
                .toList();
    }

    private static RowScale ofRackPower(DesignProblem problem, Constraint constraint) {
        int dot = constraint.name().indexOf('.');
        if (dot < 0) {
            return new RowScale(Rational.ZERO, negated(constraint.terms()), Optional.empty());
        }
        Rational limit = Rational.of(
                problem.siteOrUnlimited().powerPerRack().orElseThrow().base());
        Rational draw = Rational.of(
                draw(problem.items(), constraint.name().substring(dot + 1)).base());
        return new RowScale(
                Rational.ZERO, List.of(), Optional.of(draw.dividedBy(limit).minus(Rational.ONE)));
    }

    private static Power draw(Catalog catalog, String id) {
        CatalogItem item = catalog.find(id).orElseThrow();
        if (item instanceof Server server) {
            return server.maxPower();
        }
        return item instanceof StorageUnit unit ? unit.maxPower() : ((NetworkSwitch) item).maxPower();
    }

    /**
     * The scale at a point.
     *
     * @param point one value for each variable
     * @return {@code constant + Σ coefficient × variable}
     */
    public Rational at(List<Rational> point) {
        Rational sum = constant;
        for (Term term : terms) {
            sum = sum.plus(term.coefficient().times(point.get(term.variable())));
        }
        return sum;
    }
}
