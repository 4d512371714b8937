package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.optimizer.explanation.Decimals;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Encloses the price up to which a used item is kept.
 *
 * <p>With n units the plan costs {@code P(p) = P + g n (p - p0)}, and let F(p) be the minimum over the designs with at least
 * one unit less, which rises more slowly. With {@code F(q) >= B} the plan is at least as good as these up to
 * {@code q + (B - P(q)) / (g n)} if B is at least P(q), and up to {@code q - (P(q) - B) / g} otherwise. A design with m units that
 * costs c at q is as good as the plan at {@code q + (c - P(q)) / (g (n - m))}; that is the next q. Under a budget, F is taken over
 * the designs that it allows at the stated price, of which a higher price can only exclude some.
 */
final class LeavingPriceSearch {
    private static final int MOST_SOLVES = 12;

    private final LpEngine engine;
    private final DesignProblem problem;
    private final BasePlan base;

    LeavingPriceSearch(LpEngine engine, DesignProblem problem, BasePlan base) {
        this.engine = engine;
        this.problem = problem;
        this.base = base;
    }

    /**
     * The enclosure.
     *
     * @param units of the item; some of it is in the plan
     */
    LeavingPrice find(PricedItem item, ItemUnits units, TimeBudget time) {
        return new Search(item, units).run(time);
    }

    private final class Search {
        private final PricedItem item;
        private final ItemUnits units;
        private final Rational count;
        private final Rational fewer;
        private final UnitsSolver solver;
        private final TreeSet<BigDecimal> tried = new TreeSet<>();
        private Optional<BigDecimal> stays = Optional.empty();
        private Optional<BigDecimal> leaves = Optional.empty();
        private Optional<BigDecimal> unitsThen = Optional.empty();

        Search(PricedItem item, ItemUnits units) {
            this.item = item;
            this.units = units;
            this.count = units.count(base.point());
            this.fewer = count.minus(Rational.ONE).max(Rational.ZERO);
            this.solver = new UnitsSolver(engine, problem, item, units);
        }

        LeavingPrice run(TimeBudget time) {
            BigDecimal price = item.price();
            PriceVerdict verdict = PriceVerdict.OPEN;
            while (tried.size() < MOST_SOLVES && tried.add(price) && !time.isOver()) {
                UnitsSolver.Found found = solver.withAtMost(price, fewer, time);
                if (found.isImpossible()) {
                    verdict = PriceVerdict.NO_OTHER_DESIGN;
                    break;
                }
                learn(price, found);
                if (leaves.isPresent() && Cents.isNarrow(stays.orElse(item.price()), leaves.get(), item.price())) {
                    verdict = PriceVerdict.ENCLOSED;
                    break;
                }
                price = leaves.orElse(price);
            }
            return new LeavingPrice(
                    item.item().id(),
                    item.item().name(),
                    item.category(),
                    item.unit(),
                    item.price(),
                    Decimals.of(count, RoundingMode.HALF_EVEN),
                    stays,
                    leaves,
                    unitsThen,
                    affordable(),
                    verdict);
        }

        private Rational planAt(Rational price) {
            return base.upper().plus(units.dollar().times(count).times(price.minus(item.stated())));
        }

        private void learn(BigDecimal price, UnitsSolver.Found found) {
            Rational at = Rational.of(price);
            Rational plan = planAt(at);
            found.lower().ifPresent(lower -> {
                Rational more = lower.minus(plan);
                Rational least = count.minus(fewer);
                Rational kept = more.signum() >= 0
                        ? more.dividedBy(units.dollar().times(count))
                        : more.dividedBy(units.safeDollar().times(least));
                BigDecimal cents = Cents.below(at.plus(kept));
                // Below the stated price the gap of the plan speaks, not the item.
                if (cents.compareTo(item.price()) >= 0
                        && stays.map(known -> cents.compareTo(known) > 0).orElse(true)) {
                    stays = Optional.of(cents);
                }
            });
            found.design().ifPresent(design -> {
                Rational each = units.dollar().times(count.minus(design.units()));
                Rational equal =
                        at.plus(design.objective().minus(plan).dividedBy(each)).max(item.stated());
                BigDecimal cents = Cents.above(equal);
                if (leaves.map(known -> cents.compareTo(known) < 0).orElse(true)
                        && solver.isFeasibleAt(cents, design.selection())) {
                    leaves = Optional.of(cents);
                    unitsThen = Optional.of(Decimals.of(design.units(), RoundingMode.HALF_EVEN));
                }
            });
        }

        private Optional<BigDecimal> affordable() {
            return problem.finance().budget().map(budget -> {
                Rational left =
                        Rational.of(budget.minus(base.plan().cost().total()).base());
                return Cents.below(item.stated()
                        .plus(left.max(Rational.ZERO).dividedBy(units.dollar().times(count))));
            });
        }
    }
}
