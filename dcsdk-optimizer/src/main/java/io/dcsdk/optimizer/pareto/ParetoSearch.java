package io.dcsdk.optimizer.pareto;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Finds the front of C and E, or of C and carbon or water: which designs are the best at which weight lambda, certified for
 * every lambda of a range by few solves.
 *
 * <pre>{@code
 * ParetoFront front = ParetoSearch.over(DesignOptimizer.standard()).search(problem);
 * }</pre>
 *
 * <p>Method: v(lambda) = min C + lambda E is concave and piecewise linear. A design known from one solve is an upper bound
 * C + lambda E at every lambda, and the chords between proven lower bounds are lower bounds. Both are straight between
 * finitely many kinks, so the largest gap between them is known exactly, and the next solve is where it is. This is the
 * weighted-sum search of Aneja and Nair (1979), stopped by a proven gap. Designs behind the convex hull, which no lambda
 * finds, are looked for on demand under limits of what is weighed (the ε-constraint method of Haimes, Lasdon and Wismer, 1971).
 *
 * <p>Each solve is proven to a quarter of the tolerance and audited like any other. The problem's own lambda plays no part. The
 * search may be called off at any time and then tells what it has proven. The result is the same for any number of threads; only a deadline
 * or a cancellation can make two runs differ. Immutable; safe for use by several threads if the listener is.
 */
public final class ParetoSearch {
    private static final Rational QUARTER = Rational.of(1, 4);
    private static final Rational LEAST_TOLERANCE = Rational.of(1, 1_000_000_000);

    private final DesignOptimizer optimizer;
    private final FrontWeight from;
    private final FrontWeight to;
    private final Rational tolerance;
    private final SolveLimits limits;
    private final int energyLimits;
    private final ParetoListener listener;

    private ParetoSearch(
            DesignOptimizer optimizer,
            FrontWeight from,
            FrontWeight to,
            Rational tolerance,
            SolveLimits limits,
            int energyLimits,
            ParetoListener listener) {
        this.optimizer = optimizer;
        this.from = from;
        this.to = to;
        this.tolerance = tolerance;
        this.limits = limits;
        this.energyLimits = energyLimits;
        this.listener = listener;
    }

    /**
     * A search from 0 to 1 USD/kWh with a tolerance of 0.0001, within the default limits, without limits of energy. 1 USD/kWh
     * is above what industry pays anywhere, even with 500 USD for each tonne of carbon from coal.
     *
     * @param optimizer solves at each weight
     * @return the search
     */
    public static ParetoSearch over(DesignOptimizer optimizer) {
        return new ParetoSearch(
                optimizer,
                FrontWeight.of(EnergyPrice.ZERO),
                FrontWeight.of(EnergyPrice.dollarsPerKilowattHour(1)),
                Rational.of(1, 10_000),
                SolveLimits.defaults(),
                0,
                ParetoListener.NONE);
    }

    /**
     * The same search over another range of lambda.
     *
     * @param least where the range begins, 0 or above
     * @param most where it ends, above least
     * @return a changed search
     * @throws io.dcsdk.item.ItemException if the range is empty or begins below 0
     */
    public ParetoSearch between(EnergyPrice least, EnergyPrice most) {
        ItemRules rules = ItemRules.of("Pareto search", "");
        rules.nonNegative("from", least);
        return between(FrontWeight.of(least), FrontWeight.of(most));
    }

    /**
     * The same search over a range of weights, of energy, carbon or water: it is against what they weigh.
     *
     * @param least where the range begins, 0 or above
     * @param most where it ends, above least
     * @return a changed search
     * @throws io.dcsdk.item.ItemException if the range is empty, or its ends weigh different things
     */
    public ParetoSearch between(FrontWeight least, FrontWeight most) {
        if (least.measure() != most.measure() || most.compareTo(least) <= 0) {
            throw ItemRules.of("Pareto search", "")
                    .broken("to", most, "is not above from (" + least + ")", "the two are swapped.");
        }
        return new ParetoSearch(optimizer, least, most, tolerance, limits, energyLimits, listener);
    }

    /**
     * The same search against something else, over its usual range: energy from 0 to 1 USD/kWh, carbon from 0 to 1000 USD/tCO2,
     * water from 0 to 100 USD/m3. Carbon and water are weighed against C alone: lambda E plays no part.
     *
     * @param measure what C is weighed against
     * @return a changed search
     */
    public ParetoSearch against(FrontMeasure measure) {
        BigDecimal most = measure == FrontMeasure.WATER ? new BigDecimal("0.1") : BigDecimal.ONE;
        return between(new FrontWeight(measure, BigDecimal.ZERO), new FrontWeight(measure, most));
    }

    /**
     * The same search with another tolerance.
     *
     * @param most the gap to certify at every lambda, relative to C + lambda X; from 1e-9 to below 1
     * @return a changed search
     * @throws io.dcsdk.item.ItemException if it is out of its range
     */
    public ParetoSearch withTolerance(Rational most) {
        if (most.compareTo(LEAST_TOLERANCE) < 0 || most.compareTo(Rational.ONE) >= 0) {
            throw ItemRules.of("Pareto search", "")
                    .broken(
                            "tolerance",
                            most.toDecimalString(),
                            "is not from 1e-9 to below 1",
                            "it is in percent: 0.01 % is 0.0001.");
        }
        return new ParetoSearch(optimizer, from, to, most, limits, energyLimits, listener);
    }

    /**
     * The same search within other limits.
     *
     * @param value the deadline of the whole search, of which each solve may take a quarter of what is left,
     *     and half as long as no design is known; threads and
     *     nodes of each solve; the cancellation. Its relative gap is not used: it follows from the tolerance
     * @return a changed search
     */
    public ParetoSearch withLimits(SolveLimits value) {
        return new ParetoSearch(optimizer, from, to, tolerance, value, energyLimits, listener);
    }

    /**
     * The same search that looks for unsupported designs as well.
     *
     * @param most the most solves under limits of what C is weighed against, 0 or above; 0 for none. Each finds a design or closes a region
     * @return a changed search
     * @throws io.dcsdk.item.ItemException if it is negative
     */
    public ParetoSearch withEnergyLimits(int most) {
        ItemRules.of("Pareto search", "").atLeast("energyLimits", most, 0);
        return new ParetoSearch(optimizer, from, to, tolerance, limits, most, listener);
    }

    /**
     * The same search with a listener.
     *
     * @param value told how it goes
     * @return a changed search
     */
    public ParetoSearch withListener(ParetoListener value) {
        return new ParetoSearch(optimizer, from, to, tolerance, limits, energyLimits, value);
    }

    /**
     * Searches.
     *
     * @param problem the problem, with its catalogue
     * @return the front, as far as the limits allowed; never an exception for an infeasible problem or a lack of time
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need; for carbon, if it
     *     does not plan its supply; for water, if a cooling system does not state its water usage
     */
    public ParetoFront search(DesignProblem problem) {
        SolveLimits each = limits.withRelativeGap(tolerance.times(QUARTER));
        TradeOff tradeOff = from.measure() == FrontMeasure.ENERGY
                ? new EnergyTradeOff(optimizer, problem, listener)
                : new FootprintTradeOff(optimizer, from.measure(), problem, listener);
        FrontSolver solver = new FrontSolver(tradeOff, each);
        BigDecimal least = from.dollars();
        BigDecimal most = to.dollars();
        new WeightRefinement(solver, least, most, tolerance).run();
        AmountLimitSearch limited = new AmountLimitSearch(solver.evidence, tolerance);
        limited.run(solver, energyLimits);
        if (energyLimits > 0) {
            // A design found under a limit may be the best at some weight, and bring two others to cross elsewhere.
            new WeightRefinement(solver, least, most, tolerance).refine();
        }
        Ratio allowed = Ratio.of(ExactFigures.decimal(tolerance, 34, RoundingMode.CEILING));
        return new FrontAssembly(problem, solver.evidence, from, to, allowed).front();
    }
}
