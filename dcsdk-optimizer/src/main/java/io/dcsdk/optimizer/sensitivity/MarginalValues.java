package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Evaluation;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.explanation.Decimals;
import io.dcsdk.optimizer.explanation.RepairedProblem;
import io.dcsdk.optimizer.explanation.RequirementWords;
import io.dcsdk.optimizer.explanation.StatedFigure;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds what moved figures change, by solving the changed problems.
 *
 * <p>With {@code [L, U]} for the minimum v of the stated problem and {@code [L', U']} for v' of the changed one, {@code v' - v}
 * is from {@code L' - U} to {@code U' - L}. A higher demand or a lower limit leaves fewer designs, so v' is not below v, and
 * each bound of the one minimum is a bound of the other; the opposite move turns that round. The plan with its counts kept
 * gives another upper bound of v' ({@link FixedCounts}), which the proof of the changed problem must not contradict.
 */
final class MarginalValues {
    /**
     * Limits that appear in their own rows only. Of the others, area also counts in the load of the floor, and demands and power
     * per rack decide how many of an item could ever be needed.
     */
    private static final Set<String> PLAIN_LIMITS =
            Set.of("budget", "energy", "racks", "floor-load", "site-power", "server-types", "carbon");

    private final DesignOptimizer optimizer;
    private final DesignProblem problem;
    private final Map<String, StatedFigure> figures;
    private final BasePlan base;
    private final ShadowPrices prices;
    private final StepSizes steps;
    private final TimeBudget time;

    MarginalValues(
            DesignOptimizer optimizer,
            DesignProblem problem,
            Map<String, StatedFigure> figures,
            BasePlan base,
            ShadowPrices prices,
            StepSizes steps,
            TimeBudget time) {
        this.optimizer = optimizer;
        this.problem = problem;
        this.figures = figures;
        this.base = base;
        this.prices = prices;
        this.steps = steps;
        this.time = time;
    }

    /** A figure that moves. */
    private record Move(StatedFigure figure, Rational to, DesignProblem changed) {
        /** Whether it leaves more designs than before. */
        boolean isRelaxation() {
            return to.compareTo(figure.value()) > 0 == figure.raised();
        }
    }

    /** Up and down for each figure, where it can be moved. */
    void find(Consumer<MarginalValue> found) {
        List<Move> moves = new ArrayList<>();
        for (StatedFigure figure : figures.values()) {
            Rational step = steps.of(figure);
            if (!isOneKindOfControl(figure)) {
                move(figure, figure.value().plus(step)).ifPresent(moves::add);
            }
            move(figure, figure.value().minus(step)).ifPresent(moves::add);
        }
        for (int k = 0; k < moves.size(); k++) {
            found.accept(value(moves.get(k), moves.size() - 1 - k));
        }
    }

    /** A control of a kind is required or not; two are not asked for. */
    private boolean isOneKindOfControl(StatedFigure figure) {
        return problem.policyOrNone().controls().stream()
                .anyMatch(kind -> figure.name().equals("security." + kind));
    }

    /** Empty where the figure cannot be moved: a share above 1, no type of server at all. */
    private Optional<Move> move(StatedFigure figure, Rational target) {
        Rational inside = target.max(Rational.ZERO);
        if (figure.unit().equals("%")) {
            inside = inside.min(Rational.ONE);
        }
        BigDecimal to = Decimals.of(inside, RoundingMode.HALF_EVEN);
        if (Rational.of(to).equals(figure.value())) {
            return Optional.empty();
        }
        try {
            DesignProblem changed = RepairedProblem.of(problem, Map.of(figure.name(), to));
            return Optional.of(new Move(figure, Rational.of(to), changed));
        } catch (ItemException outOfRange) {
            return Optional.empty();
        }
    }

    private MarginalValue value(Move move, int more) {
        String name = move.figure().name();
        Optional<Rational> kept =
                prices.keepingCounts(name, move.to().minus(move.figure().value()));
        boolean planHolds = !move.isRelaxation()
                && Evaluation.of(move.changed(), base.plan().selection()).feasible();
        boolean proofHolds =
                move.isRelaxation() && isPlainLimit(name) && !base.usedByProof().contains(name);
        CertifiedCost solved = CertifiedCost.UNKNOWN;
        if (!planHolds && !proofHolds && !time.isOver()) {
            solved = CertifiedCost.of(move.changed(), optimizer.solve(move.changed(), time.limits(more)));
        }
        if (solved.isImpossible()) {
            if (move.isRelaxation() || kept.isPresent()) {
                throw contradiction(name, "a changed problem that this plan meets is said to have no design");
            }
            return told(move, Optional.empty(), Optional.empty(), Optional.empty(), MarginalBasis.IMPOSSIBLE);
        }
        Optional<Rational> upper = least(solved.upper(), kept);
        if (planHolds || move.isRelaxation()) {
            upper = least(upper, Optional.of(base.upper()));
        }
        Optional<Rational> lower = solved.lower();
        if (proofHolds || !move.isRelaxation()) {
            lower = Optional.of(lower.orElse(base.lower()).max(base.lower()));
        }
        if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) > 0) {
            throw contradiction(name, "the proof of the changed problem excludes a design that meets it");
        }
        MarginalBasis basis = planHolds
                ? MarginalBasis.PLAN_HOLDS
                : proofHolds
                        ? MarginalBasis.PROOF_HOLDS
                        : solved.isSolved() ? MarginalBasis.SOLVED : MarginalBasis.OPEN;
        return told(move, lower, upper, kept, basis);
    }

    private static boolean isPlainLimit(String name) {
        return PLAIN_LIMITS.contains(name) || name.startsWith("available.") || name.startsWith("maximum.");
    }

    private static Optional<Rational> least(Optional<Rational> one, Optional<Rational> other) {
        return one.map(value -> other.map(value::min).orElse(value)).or(() -> other);
    }

    private MarginalValue told(
            Move move,
            Optional<Rational> lower,
            Optional<Rational> upper,
            Optional<Rational> kept,
            MarginalBasis basis) {
        boolean isRelaxation = move.isRelaxation();
        Rational stated = isRelaxation ? base.upper() : base.upper().min(upper.orElse(base.upper()));
        Rational statedLeast = isRelaxation ? base.lower().max(lower.orElse(base.lower())) : base.lower();
        Optional<Rational> least =
                lower.map(value -> value.minus(stated)).map(value -> isRelaxation ? value : value.max(Rational.ZERO));
        Optional<Rational> most = upper.map(value -> value.minus(statedLeast))
                .map(value -> isRelaxation ? value.min(Rational.ZERO) : value);
        FigureUnit unit = FigureUnit.of(Optional.of(move.figure()));
        return new MarginalValue(
                move.figure().name(),
                RequirementWords.meaning(move.figure().name()),
                unit.name(),
                unit.of(move.figure().value(), RoundingMode.HALF_EVEN),
                unit.of(move.to(), RoundingMode.HALF_EVEN),
                least.map(value -> dollars(value, RoundingMode.FLOOR)),
                most.map(value -> dollars(value, RoundingMode.CEILING)),
                kept.map(value -> dollars(value.minus(base.upper()), RoundingMode.HALF_EVEN)),
                basis);
    }

    private static Money dollars(Rational value, RoundingMode rounding) {
        return Money.of(Decimals.of(value, rounding), Money.Unit.USD);
    }

    private static IllegalStateException contradiction(String name, String what) {
        return new IllegalStateException(
                "requirement (%s) of the sensitivity analysis: %s\nMaybe this is a fault of the SDK; please report it."
                        .formatted(name, what));
    }
}
