package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.optimizer.exact.ExactAnswer;
import io.dcsdk.optimizer.exact.ExactSimplex;
import io.dcsdk.optimizer.explanation.StatedFigure;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.formulation.RowScale;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.RationalSum;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * A problem in which every whole number stays as a design has it, and the rest (supplies) is free: how its minimum depends on
 * each figure. A figure that moves by u moves its rows by {@code u / figure × scale} ({@link RowScale}); a requirement without
 * a figure, such as that supply covers the peak, moves with its right-hand side.
 *
 * <p>Most rows hold whole numbers only. They say how far the figure can move before these counts no longer do.
 */
final class FixedCounts {
    private static final String NETWORK = "network";
    private static final String FABRIC_OPTION = "fabric(";
    /** No best design of the problem comes up against the bounds of what is continuous; with more load than it has, some might. */
    private static final Rational ROOM = Rational.of(4);

    private final DesignFormulation formulation;
    private final LinearProgram whole;
    private final List<Rational> point;
    private final Map<String, StatedFigure> figures;
    private final BooleanSupplier stop;
    private final Rational fixedCost;

    FixedCounts(
            DesignFormulation formulation,
            List<Rational> point,
            Map<String, StatedFigure> figures,
            BooleanSupplier stop) {
        this.formulation = formulation;
        this.whole = formulation.program();
        this.point = List.copyOf(point);
        this.figures = figures;
        this.stop = stop;
        RationalSum sum = new RationalSum().add(whole.constant());
        for (int j = 0; j < point.size(); j++) {
            if (isWhole(j)) {
                sum.addProduct(whole.costs().get(j), point.get(j));
            }
        }
        this.fixedCost = sum.value();
    }

    private boolean isWhole(int variable) {
        return whole.variables().get(variable).integer();
    }

    private String owner(Constraint constraint) {
        return formulation.requirementOfRow().getOrDefault(constraint.name(), "");
    }

    /** What the floor carries is stated per area. */
    private static boolean isLoadOfArea(String requirement, String owner) {
        return requirement.equals("floor-area") && owner.equals("floor-load");
    }

    private boolean isMovedBy(String requirement, Constraint constraint) {
        String owner = owner(constraint);
        return owner.equals(requirement) || isLoadOfArea(requirement, owner);
    }

    /**
     * C + lambda E as a function of how far a figure is from what was stated, in its unit.
     *
     * @return empty if it was called off, or if the figure is multiplied with something that is still free
     */
    Optional<ValueFunction> value(String requirement) {
        List<Rational> direction = new ArrayList<>();
        LinearProgram.Builder rest = variables();
        for (int row = 0; row < whole.constraints().size(); row++) {
            Constraint constraint = whole.constraints().get(row);
            boolean moves = isMovedBy(requirement, constraint);
            if (moves || hasFreeTerm(constraint.terms())) {
                add(rest, constraint);
                Optional<Rational> moved = moves ? perUnit(requirement, row) : Optional.of(Rational.ZERO);
                if (moved.isEmpty()) {
                    return Optional.empty();
                }
                direction.add(moved.get());
            }
        }
        return new ParametricProgram(rest.build(), direction, stop).function();
    }

    private LinearProgram.Builder variables() {
        LinearProgram.Builder rest = LinearProgram.builder();
        for (int j = 0; j < point.size(); j++) {
            if (!isWhole(j)) {
                Variable variable = whole.variables().get(j);
                rest.continuous(
                        variable.name(),
                        variable.lower(),
                        variable.upper().times(ROOM),
                        whole.costs().get(j));
            }
        }
        return rest.constant(fixedCost);
    }

    private boolean hasFreeTerm(List<Term> terms) {
        return terms.stream().anyMatch(term -> !isWhole(term.variable()));
    }

    private void add(LinearProgram.Builder rest, Constraint constraint) {
        Map<String, Rational> free = new TreeMap<>();
        RationalSum right = new RationalSum().add(constraint.rightHandSide());
        for (Term term : constraint.terms()) {
            if (isWhole(term.variable())) {
                right.addProduct(term.coefficient().negate(), point.get(term.variable()));
            } else {
                free.put(whole.variables().get(term.variable()).name(), term.coefficient());
            }
        }
        rest.constraint(constraint.name(), free, constraint.relation(), right.value());
    }

    /** How far a row moves with one unit of its figure. */
    private Optional<Rational> perUnit(String requirement, int row) {
        StatedFigure figure = figures.get(requirement);
        if (figure == null) {
            return Optional.of(Rational.ONE);
        }
        String owner = owner(whole.constraints().get(row));
        if (isLoadOfArea(requirement, owner)) {
            return Optional.ofNullable(figures.get(owner)).map(StatedFigure::value);
        }
        if (requirement.equals(NETWORK)
                && isOfAnUnusedFabric(whole.constraints().get(row))) {
            return Optional.of(Rational.ZERO);
        }
        if (figure.value().isZero()) {
            return Optional.of(figure.rowUnits());
        }
        RowScale scale = RowScale.of(formulation, row);
        if (hasFreeTerm(scale.terms()) && !isDetermined(requirement, scale.terms())) {
            return Optional.empty();
        }
        return Optional.of(scale.at(point).dividedBy(figure.value()));
    }

    /** A row that only speaks of an over-subscribed fabric is void without it, whatever the figure. */
    private boolean isOfAnUnusedFabric(Constraint constraint) {
        return constraint.terms().stream()
                .anyMatch(term -> whole.variables().get(term.variable()).name().startsWith(FABRIC_OPTION)
                        && point.get(term.variable()).isZero());
    }

    /** Whether the counts leave a sum no choice, such as the mean load, even without the requirement. */
    private boolean isDetermined(String requirement, List<Term> terms) {
        Rational least = extreme(requirement, terms, Rational.ONE);
        Rational most = extreme(requirement, terms, Rational.of(-1)).negate();
        return least.equals(most);
    }

    private Rational extreme(String requirement, List<Term> terms, Rational sign) {
        LinearProgram.Builder rest = LinearProgram.builder();
        List<Rational> lower = new ArrayList<>();
        List<Rational> upper = new ArrayList<>();
        for (int j = 0; j < point.size(); j++) {
            if (!isWhole(j)) {
                Variable variable = whole.variables().get(j);
                rest.variable(variable);
                lower.add(variable.lower());
                upper.add(variable.upper());
            }
        }
        for (Term term : terms) {
            if (!isWhole(term.variable())) {
                rest.cost(
                        whole.variables().get(term.variable()).name(),
                        term.coefficient().times(sign));
            }
        }
        for (Constraint constraint : whole.constraints()) {
            if (!isMovedBy(requirement, constraint) && hasFreeTerm(constraint.terms())) {
                add(rest, constraint);
            }
        }
        LinearProgram program = rest.build();
        ExactAnswer answer = ExactSimplex.minimise(program, lower, upper, () -> false);
        return program.objective(((ExactAnswer.Minimum) answer).point());
    }
}
