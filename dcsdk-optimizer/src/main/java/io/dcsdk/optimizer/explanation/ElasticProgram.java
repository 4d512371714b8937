package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.explanation.StatedFigure.Motion;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.formulation.RowScale;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A problem whose figures may move, at a price. Rows that say how data centres work stay as they are.
 *
 * <p>For a figure f that moves by d (a variable of its own, whole for whole figures) a row gives way by
 * {@code d/f × (constant + Σ t_c z_c)} ({@link RowScale}). With 0/1 variables z_c (controls) the products {@code v_c = d z_c}
 * are exact: {@code v_c <= d, v_c <= f z_c}. With other variables (racks, load) d moves in {@link Steps} s_1 &lt; s_2 ...:
 * 0/1 variables {@code y_1 >= y_2 >= ...} say which are taken, and {@code q_k <= Σ t_j x_j, q_k <= M y_k} is what step k gives.
 *
 * <p>The area of a floor gives way in the row of the mass that it carries, too: see {@link FloorFigures}.
 *
 * <p>Minimised is either {@code Σ weight × d / f}, or the number of figures that move.
 */
final class ElasticProgram {
    private final DesignFormulation formulation;
    private final Map<String, StatedFigure> movable;
    private final LinearProgram whole;
    private final LinearProgram.Builder builder = LinearProgram.builder();
    private final Map<String, Rational> most = new LinkedHashMap<>();
    private final LinearProgram program;

    private ElasticProgram(
            DesignFormulation formulation,
            Map<String, StatedFigure> movable,
            Map<String, Rational> weights,
            boolean counted) {
        this.formulation = formulation;
        this.movable = movable;
        this.whole = formulation.program();
        whole.variables().forEach(builder::variable);
        movable.values().forEach(figure -> declare(figure, weights.getOrDefault(figure.name(), Rational.ONE), counted));
        for (int row = 0; row < whole.constraints().size(); row++) {
            loosened(row);
        }
        this.program = builder.build();
    }

    /** The program that makes the weighted sum of relative moves least. */
    static ElasticProgram weighted(
            DesignFormulation formulation, Map<String, StatedFigure> movable, Map<String, Rational> weights) {
        return new ElasticProgram(formulation, movable, weights, false);
    }

    /** The program that makes the number of figures that move least. */
    static ElasticProgram counted(DesignFormulation formulation, Map<String, StatedFigure> movable) {
        return new ElasticProgram(formulation, movable, Map.of(), true);
    }

    LinearProgram program() {
        return program;
    }

    /** The part of a point that belongs to the problem itself. */
    List<Rational> original(List<Rational> point) {
        return point.subList(0, whole.variables().size());
    }

    private static String move(StatedFigure figure) {
        return "move(" + figure.name() + ")";
    }

    private static String step(StatedFigure figure, int index) {
        return "step" + index + "(" + figure.name() + ")";
    }

    private String owner(Constraint constraint) {
        return formulation.requirementOfRow().getOrDefault(constraint.name(), "");
    }

    /** The figure that a row gives way with, if it may move. */
    private Optional<StatedFigure> moverOf(Constraint constraint) {
        return FloorFigures.moverOf(movable, owner(constraint));
    }

    private void declare(StatedFigure figure, Rational weight, boolean counted) {
        Rational price = counted ? Rational.ZERO : weight.dividedBy(figure.reference());
        if (figure.motion() == Motion.STEPS) {
            declareSteps(figure, price, counted);
            return;
        }
        Rational farthest = figure.raised() ? farthest(figure) : figure.value();
        most.put(figure.name(), farthest);
        boolean isWhole = figure.motion() == Motion.WHOLE;
        Rational upper = isWhole ? Rational.of(farthest.ceiling()) : farthest;
        builder.variable(new Variable(move(figure), Rational.ZERO, upper, isWhole));
        builder.cost(move(figure), price);
        if (counted) {
            builder.integer("moves(" + figure.name() + ")", 0, 1, Rational.ONE);
            builder.constraint(
                    "moves." + figure.name(),
                    Map.of(move(figure), Rational.ONE, "moves(" + figure.name() + ")", upper.negate()),
                    Relation.LE,
                    Rational.ZERO);
        }
    }

    private void declareSteps(StatedFigure figure, Rational price, boolean counted) {
        List<Rational> shares = Steps.of(figure);
        Rational before = Rational.ZERO;
        for (int k = 0; k < shares.size(); k++) {
            Rational further = shares.get(k).minus(before).times(figure.value());
            Rational first = counted && k == 0 ? Rational.ONE : Rational.ZERO;
            builder.integer(step(figure, k), 0, 1, first.plus(price.times(further)));
            if (k > 0) {
                builder.constraint(
                        "step" + k + "." + figure.name(),
                        Map.of(step(figure, k), Rational.ONE, step(figure, k - 1), Rational.of(-1)),
                        Relation.LE,
                        Rational.ZERO);
            }
            before = shares.get(k);
        }
    }

    /** How far a limit can be of use: until its rows hold whatever is chosen. */
    private Rational farthest(StatedFigure figure) {
        Rational farthest = Rational.ZERO;
        for (int row = 0; row < whole.constraints().size(); row++) {
            Constraint constraint = whole.constraints().get(row);
            if (moverOf(constraint).filter(figure::equals).isPresent()) {
                Rational excess = greatest(constraint.terms()).minus(constraint.rightHandSide());
                farthest = farthest.max(excess.dividedBy(perUnit(figure, RowScale.of(formulation, row))));
            }
        }
        return farthest;
    }

    private Rational greatest(List<Term> terms) {
        Rational sum = Rational.ZERO;
        for (Term term : terms) {
            Variable variable = whole.variables().get(term.variable());
            sum = sum.plus(
                    term.coefficient().times(term.coefficient().signum() > 0 ? variable.upper() : variable.lower()));
        }
        return sum;
    }

    /** By how much the constant of a row gives way for a unit of its figure. */
    private static Rational perUnit(StatedFigure figure, RowScale scale) {
        return figure.value().isZero() ? figure.rowUnits() : scale.constant().dividedBy(figure.value());
    }

    private void loosened(int row) {
        Constraint constraint = whole.constraints().get(row);
        Map<String, Rational> terms = whole.coefficients(constraint);
        Optional<StatedFigure> mover = moverOf(constraint);
        if (mover.isPresent()) {
            StatedFigure figure = mover.get();
            Map<String, Rational> given = new TreeMap<>();
            RowScale scale = RowScale.of(formulation, row);
            if (figure.motion() == Motion.STEPS) {
                giveSteps(figure, row, scale, given);
            } else {
                give(figure, scale, given);
            }
            boolean isLimit = constraint.relation() == Relation.LE;
            given.forEach((name, amount) -> terms.merge(name, isLimit ? amount.negate() : amount, Rational::plus));
        }
        builder.constraint(constraint.name(), terms, constraint.relation(), constraint.rightHandSide());
    }

    private void give(StatedFigure figure, RowScale scale, Map<String, Rational> given) {
        given.put(move(figure), perUnit(figure, scale));
        for (Term term : scale.terms()) {
            String factor = whole.variables().get(term.variable()).name();
            String product = move(figure) + "*" + factor;
            if (!most.containsKey(product)) {
                most.put(product, figure.value());
                builder.continuous(product, Rational.ZERO, figure.value(), Rational.ZERO);
                builder.constraint(
                        product + ".move",
                        Map.of(product, Rational.ONE, move(figure), Rational.of(-1)),
                        Relation.LE,
                        Rational.ZERO);
                builder.constraint(
                        product + ".factor",
                        Map.of(product, Rational.ONE, factor, figure.value().negate()),
                        Relation.LE,
                        Rational.ZERO);
            }
            given.put(product, term.coefficient().dividedBy(figure.value()));
        }
    }

    private void giveSteps(StatedFigure figure, int row, RowScale scale, Map<String, Rational> given) {
        List<Rational> shares = Steps.of(figure);
        Constraint constraint = whole.constraints().get(row);
        if (scale.vanishesAt().isPresent()) {
            for (int k = 0; k < shares.size(); k++) {
                if (shares.get(k).compareTo(scale.vanishesAt().get()) >= 0) {
                    given.put(step(figure, k), greatest(constraint.terms()));
                    return;
                }
            }
            return;
        }
        Rational greatest = greatest(scale.terms());
        Rational before = Rational.ZERO;
        for (int k = 0; k < shares.size(); k++) {
            String gift = "gift" + k + "(" + constraint.name() + ")";
            builder.continuous(gift, Rational.ZERO, greatest, Rational.ZERO);
            builder.constraint(
                    gift + ".taken",
                    Map.of(gift, Rational.ONE, step(figure, k), greatest.negate()),
                    Relation.LE,
                    Rational.ZERO);
            Map<String, Rational> limit = new TreeMap<>();
            scale.terms()
                    .forEach(term -> limit.put(
                            whole.variables().get(term.variable()).name(),
                            term.coefficient().negate()));
            limit.put(gift, Rational.ONE);
            builder.constraint(gift + ".limit", limit, Relation.LE, Rational.ZERO);
            given.put(gift, shares.get(k).minus(before));
            before = shares.get(k);
        }
    }

    /**
     * What the figures must move to for a point of the problem: exactly, in whole numbers or in steps as they can.
     *
     * @param point one value for each variable of the problem
     * @return the moved figures by name; those that need not move are left out
     */
    Map<String, Rational> needed(List<Rational> point) {
        Map<String, Rational> shares = new LinkedHashMap<>();
        for (int row = 0; row < whole.constraints().size(); row++) {
            Constraint constraint = whole.constraints().get(row);
            Rational lacking = constraint.slack(point).negate();
            Optional<StatedFigure> mover = moverOf(constraint);
            if (mover.isPresent() && lacking.signum() > 0) {
                StatedFigure figure = mover.get();
                RowScale scale = RowScale.of(formulation, row);
                Rational share = scale.vanishesAt()
                        .orElseGet(
                                () -> lacking.dividedBy(figure.value().isZero() ? figure.rowUnits() : scale.at(point)));
                shares.merge(figure.name(), share, Rational::max);
            }
        }
        Map<String, Rational> moved = new LinkedHashMap<>();
        shares.forEach((name, share) -> {
            StatedFigure figure = movable.get(name);
            if (figure != null) {
                moved.put(name, figure.movedBy(units(figure, share)));
            }
        });
        return moved;
    }

    private static Rational units(StatedFigure figure, Rational share) {
        return switch (figure.motion()) {
            case ANY -> share.times(figure.reference());
            case WHOLE -> Rational.of(share.times(figure.reference()).ceiling());
            case STEPS ->
                Steps.of(figure).stream()
                        .filter(step -> step.compareTo(share) >= 0)
                        .findFirst()
                        .orElse(share)
                        .times(figure.value());
        };
    }
}
