package io.dcsdk.optimizer.joint;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.sizing.DemandBound;
import io.dcsdk.optimizer.sizing.Prices;
import io.dcsdk.optimizer.sizing.Profile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * What prices of the supply say about every design: with A_c the mean power of the IT equipment under cooling system c,
 *
 * <pre>
 *   S >= constant + Σ_c perKilowatt_c A_c        (cost)
 *   0 >= constant + Σ_c perKilowatt_c A_c        (limit: what cannot be supplied)
 * </pre>
 *
 * Valid for any prices, by weak duality ({@link DemandBound}): one sizing speaks of all cooling systems and sizes at once.
 * Constants and coefficients are rounded down to {@value #DIGITS} digits, which is safe since no A_c is negative.
 *
 * @param kind whether it bounds the cost or what can be supplied
 * @param constant US dollars over the horizon; for a limit in units of its largest coefficient
 * @param perKilowatt the same for one kilowatt of mean IT power, by cooling system in the order of the catalogue
 * @param prices what it was made of, its proof
 */
public record SupplyCut(Kind kind, BigDecimal constant, Map<String, BigDecimal> perKilowatt, Prices prices) {
    private static final int DIGITS = 15;
    private static final Rational KILOWATTS_PER_MEGAWATT = Rational.of(1000);

    /** What a cut is about. */
    public enum Kind {
        /** The supply costs at least so much. */
        COST,
        /** More cannot be supplied. */
        LIMIT
    }

    /** Keeps its own map. */
    public SupplyCut {
        perKilowatt = ImmutableMap.copyOf(perKilowatt);
    }

    /**
     * The cut of prices.
     *
     * @param kind {@link Kind#COST} for the prices of a sizing's design, {@link Kind#LIMIT} for those of its conflict
     * @param problem the problem
     * @param prices any numbers
     * @return a cut that holds for every design
     * @throws IllegalArgumentException if the prices give no finite bound
     */
    public static SupplyCut of(Kind kind, JointProblem problem, Prices prices) {
        DemandBound bound = kind == Kind.COST
                ? DemandBound.ofCost(problem.supply(), problem.node(), prices)
                : DemandBound.ofConflict(problem.supply(), problem.node(), prices);
        Rational constant = exact(bound.constant());
        ImmutableMap.Builder<String, Rational> each = ImmutableMap.builder();
        Rational largest = Rational.ZERO;
        for (Map.Entry<String, Profile> entry : problem.factors().entrySet()) {
            Rational perMegawatt = exact(bound.added(entry.getValue()));
            Rational perKilowatt = perMegawatt.dividedBy(KILOWATTS_PER_MEGAWATT);
            largest = largest.max(perKilowatt.abs());
            each.put(entry.getKey(), perKilowatt);
        }
        Rational unit = Rational.ONE;
        if (kind == Kind.COST) {
            unit = problem.horizonDollars();
        } else if (largest.signum() > 0) {
            unit = Rational.ONE.dividedBy(largest);
        }
        ImmutableMap.Builder<String, BigDecimal> rounded = ImmutableMap.builder();
        for (Map.Entry<String, Rational> entry : each.buildOrThrow().entrySet()) {
            rounded.put(entry.getKey(), down(entry.getValue().times(unit)));
        }
        return new SupplyCut(kind, down(constant.times(unit)), rounded.buildOrThrow(), prices);
    }

    private static Rational exact(double bound) {
        if (!Double.isFinite(bound)) {
            throw new IllegalArgumentException("Bound (" + bound
                    + ") of a supply cut: it is not finite\nMaybe the prices are not, or belong to another system.");
        }
        return Rational.ofExactly(bound);
    }

    private static BigDecimal down(Rational value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), new MathContext(DIGITS, RoundingMode.FLOOR));
    }

    /**
     * The right-hand side at a design.
     *
     * @param meanKilowatts mean power of the IT equipment by cooling system; zero for those left out
     * @return the exact value: a lower bound of S, or of zero
     */
    public Rational at(Map<String, Rational> meanKilowatts) {
        Rational sum = Rational.of(constant);
        for (Map.Entry<String, BigDecimal> entry : perKilowatt.entrySet()) {
            Rational power = meanKilowatts.getOrDefault(entry.getKey(), Rational.ZERO);
            sum = sum.plus(power.times(Rational.of(entry.getValue())));
        }
        return sum;
    }

    /**
     * Whether the numbers follow from the prices.
     *
     * @param problem the problem
     * @return true if no number is above the one that the prices give, so that the cut is proven
     */
    public boolean isProven(JointProblem problem) {
        SupplyCut again = of(kind, problem, prices);
        return perKilowatt.keySet().equals(again.perKilowatt.keySet())
                && constant.compareTo(again.constant) <= 0
                && perKilowatt.entrySet().stream()
                        .allMatch(entry -> entry.getValue()
                                        .compareTo(again.perKilowatt.getOrDefault(entry.getKey(), entry.getValue()))
                                <= 0);
    }

    /**
     * The limits of the supply that a cut of {@link Kind#LIMIT} rests on.
     *
     * @param problem the problem
     * @return names of capacities and annual limits; none for a cut of the cost
     */
    public List<String> limits(JointProblem problem) {
        return kind == Kind.LIMIT ? DemandBound.bindingInConflict(problem.supply(), prices) : List.of();
    }

    /**
     * The limits of the supply that a conflict rests on.
     *
     * @param problem the problem
     * @param cuts what is known of the supply
     * @param conflict what cannot hold together
     * @return names of capacities and annual limits; none if the supply takes no part
     */
    public static List<String> limits(JointProblem problem, List<SupplyCut> cuts, List<Outcome.Conflict> conflict) {
        boolean isSupply = conflict.stream().anyMatch(each -> each.constraint().equals(JointMaster.SUPPLY));
        return cuts.stream()
                .filter(cut -> isSupply)
                .flatMap(cut -> cut.limits(problem).stream())
                .distinct()
                .toList();
    }
}
