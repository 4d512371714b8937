package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Evaluation;
import io.dcsdk.optimizer.explanation.Decimals;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Encloses the price at which an unused item enters.
 *
 * <p>Let w(p) be the minimum over the designs with at least one unit of the item, at price p, and v0 that over the designs
 * without, for which {@code L <= v0 <= U} is known. A design with n units that costs c at price q costs {@code c - g n (q - p)}
 * at p, g being what a dollar of price adds to the objective. So it is as good as any without the item at
 * {@code p = q - (c - L) / (g n)}: the item enters there. Above q, w rises by at least g for each dollar; with {@code w(q) >= B}
 * the item stays out above {@code q + (U - B) / g}. The next q is the price at which it is known to enter: Newton's method on a
 * function that is concave as long as no budget binds, which ends where a design is met that is the best at that price
 * (Dinkelbach, On nonlinear fractional programming, 1967).
 */
final class EntryPriceSearch {
    private static final int MOST_SOLVES = 12;

    private final LpEngine engine;
    private final DesignProblem problem;
    private final BasePlan base;

    EntryPriceSearch(LpEngine engine, DesignProblem problem, BasePlan base) {
        this.engine = engine;
        this.problem = problem;
        this.base = base;
    }

    /**
     * The enclosure.
     *
     * @param units of the item; none of it is in the plan. Absent if it is of no use
     */
    EntryPrice find(PricedItem item, Optional<ItemUnits> units, TimeBudget time) {
        return units.map(known -> new Search(item, known).run(time))
                .orElseGet(
                        () -> told(item, Optional.empty(), Optional.empty(), Optional.empty(), PriceVerdict.OF_NO_USE));
    }

    private static EntryPrice told(
            PricedItem item,
            Optional<BigDecimal> enters,
            Optional<BigDecimal> staysOut,
            Optional<BigDecimal> units,
            PriceVerdict verdict) {
        return new EntryPrice(
                item.item().id(),
                item.item().name(),
                item.category(),
                item.unit(),
                item.price(),
                enters,
                staysOut,
                units,
                verdict);
    }

    private final class Search {
        private final PricedItem item;
        private final ItemUnits units;
        private final UnitsSolver solver;
        private final TreeSet<BigDecimal> tried = new TreeSet<>();
        private Optional<BigDecimal> enters = Optional.empty();
        private Optional<BigDecimal> staysOut = Optional.empty();
        private Optional<BigDecimal> unitsThen = Optional.empty();

        Search(PricedItem item, ItemUnits units) {
            this.item = item;
            this.units = units;
            this.solver = new UnitsSolver(engine, problem, item, units);
        }

        EntryPrice run(TimeBudget time) {
            BigDecimal price = item.price();
            PriceVerdict verdict = PriceVerdict.OPEN;
            while (tried.size() < MOST_SOLVES && tried.add(price) && !time.isOver()) {
                UnitsSolver.Found found = solver.withSome(price, time);
                if (found.isImpossible()) {
                    if (price.signum() == 0 || problem.finance().budget().isEmpty()) {
                        verdict = PriceVerdict.NO_OTHER_DESIGN;
                        break;
                    }
                    stayOutAbove(price);
                } else {
                    learn(price, found);
                    if (price.signum() == 0
                            && found.lower()
                                    .filter(lower -> lower.compareTo(base.upper()) > 0)
                                    .isPresent()) {
                        verdict = PriceVerdict.NOT_AS_A_GIFT;
                        break;
                    }
                }
                if (isNarrow()) {
                    verdict = PriceVerdict.ENCLOSED;
                    break;
                }
                price = next();
            }
            return told(item, enters, staysOut, unitsThen, verdict);
        }

        private boolean isNarrow() {
            return enters.isPresent()
                    && staysOut.isPresent()
                    && Cents.isNarrow(enters.get(), staysOut.get(), item.price());
        }

        /** The highest price at which it is known to enter; if there is none, nothing; with a budget, something between. */
        private BigDecimal next() {
            BigDecimal known = enters.orElse(BigDecimal.ZERO);
            boolean bisects = problem.finance().budget().isPresent() && tried.contains(known) && staysOut.isPresent();
            return bisects ? Cents.below(Rational.of(known.add(staysOut.get())).times(Rational.of(1, 2))) : known;
        }

        private void stayOutAbove(BigDecimal price) {
            staysOut = Optional.of(staysOut.map(price::min).orElse(price));
        }

        private void learn(BigDecimal price, UnitsSolver.Found found) {
            Rational at = Rational.of(price);
            found.lower().ifPresent(lower -> {
                Rational missing = base.upper().minus(lower);
                Rational above = missing.signum() <= 0 ? Rational.ZERO : missing.dividedBy(units.safeDollar());
                stayOutAbove(Cents.above(at.plus(above)));
            });
            found.design().ifPresent(design -> {
                Rational each = units.dollar().times(design.units());
                Rational entry = at.plus(base.lower().minus(design.objective()).dividedBy(each));
                BigDecimal cents = Cents.below(affordable(price, design, entry, each));
                if (cents.signum() >= 0
                        && enters.map(known -> cents.compareTo(known) > 0).orElse(true)) {
                    enters = Optional.of(cents);
                    unitsThen = Optional.of(Decimals.of(design.units(), RoundingMode.HALF_EVEN));
                }
            });
        }

        /** A price above the one that a design was found at must not break the budget. */
        private Rational affordable(BigDecimal price, UnitsSolver.Design design, Rational entry, Rational each) {
            Rational at = Rational.of(price);
            Optional<Money> budget = problem.finance().budget();
            if (budget.isEmpty() || entry.compareTo(at) <= 0) {
                return entry;
            }
            Money cost = Evaluation.of(item.at(problem, price), design.selection())
                    .cost()
                    .total();
            Rational left = Rational.of(budget.get().minus(cost).base());
            return entry.min(at.plus(left.max(Rational.ZERO).dividedBy(each)));
        }
    }
}
