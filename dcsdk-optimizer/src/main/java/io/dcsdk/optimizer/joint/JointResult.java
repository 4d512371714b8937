package io.dcsdk.optimizer.joint;

import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a joint problem. Whether there is a plan and how good it is are two facts: the gap is proven.
 *
 * @param status what is known
 * @param plan the best design with its supply, if one was found
 * @param lowerBound no design with its supply has a smaller objective, if that is known
 * @param gap (objective - lower bound) / |objective|, rounded up; absent without a plan or a bound
 * @param conflict requirements and limits that cannot hold together, if infeasible; {@code supply} stands for what can be
 *     supplied
 * @param binding names of the capacities of the supply that the conflict rests on, if infeasible
 * @param rounds what happened
 * @param cuts what the proof knows of the supply
 * @param proof of the lower bound, or of infeasibility, over the {@link JointMaster} with these cuts; absent if time ran
 *     out before
 */
public record JointResult(
        Status status,
        Optional<JointPlan> plan,
        Optional<Money> lowerBound,
        Optional<Ratio> gap,
        List<Outcome.Conflict> conflict,
        List<String> binding,
        List<JointRound> rounds,
        List<SupplyCut> cuts,
        Optional<Certificate> proof) {
    private static final int DIGITS = 34;

    /** What is known of a joint problem. */
    public enum Status {
        /** The gap asked for is closed. */
        OPTIMAL,
        /** There is a plan; the gap is larger than asked for. */
        FEASIBLE,
        /** There is no design that can be supplied: proven. */
        INFEASIBLE,
        /** Neither a plan nor a proof that there is none. */
        UNKNOWN
    }

    /** Keeps its own lists. */
    public JointResult {
        conflict = List.copyOf(conflict);
        binding = List.copyOf(binding);
        rounds = List.copyOf(rounds);
        cuts = List.copyOf(cuts);
    }

    /**
     * A bound as money, rounded down.
     *
     * @param bound US dollars
     * @return the next amount of 34 digits that is not above it
     */
    public static Money floor(Rational bound) {
        return Money.of(decimal(bound, RoundingMode.FLOOR), Money.Unit.USD);
    }

    /**
     * The relative gap between an objective and a bound, rounded up.
     *
     * @param objective of a plan
     * @param bound below it
     * @return at least zero; relative to one dollar if the objective is zero
     */
    public static Ratio gap(Money objective, Money bound) {
        Rational value = Rational.of(objective.base());
        Rational distance = value.minus(Rational.of(bound.base())).max(Rational.ZERO);
        Rational relative = value.isZero() ? distance : distance.dividedBy(value.abs());
        return Ratio.of(decimal(relative, RoundingMode.CEILING));
    }

    private static BigDecimal decimal(Rational value, RoundingMode rounding) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), new MathContext(DIGITS, rounding));
    }
}
