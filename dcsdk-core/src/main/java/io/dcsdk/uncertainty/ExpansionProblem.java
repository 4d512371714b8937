package io.dcsdk.uncertainty;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.util.Objects;
import java.util.Optional;

/**
 * A data centre that grows over the years of the horizon: what to buy, keep and retire in each.
 *
 * <p>At the beginning of year t = 1 ... T items are bought at that year's prices; what is in use in a year meets that year's
 * demand and all limits, and pays its maintenance, software and energy at the end of the year. Servers and storage units
 * have a year of purchase, which sets their power, and count as a type each; once retired they do not come back. Switches,
 * cables, racks, cooling, supplies and controls that are not needed stay in store at no cost. The fabric may be rebuilt each
 * year from the switches at hand.
 *
 * <p>Objective: without a discount rate the sum of all payments. With a rate r, T × CRF(r, T) times their present value,
 * where what is bought for year t is paid after t − 1 years and what is used in it after t; that is how {@link Finance}
 * counts, so a horizon of one year is the design problem itself. A budget holds for that sum without energy and salvage, an
 * energy limit for the energy of all years.
 *
 * @param problem what is planned; its demand is that of year 1, its horizon whole years, at most {@value #MOST_YEARS}
 * @param growth what the demand is multiplied with from one year to the next; it stays when absent
 * @param prices what prices are multiplied with from one year to the next; they stay when absent
 * @param powers what the power of new items is multiplied with from one year to the next; it stays when absent
 * @param lambdaTrend what lambda is multiplied with from one year to the next, above 0; it stays when absent
 * @param salvage share of its purchase price that a server or storage unit brings at the end of its last year, 0 to 1;
 *     nothing when absent
 */
public record ExpansionProblem(
        DesignProblem problem,
        Optional<DemandFactors> growth,
        Optional<PriceTrend> prices,
        Optional<PowerTrend> powers,
        Optional<Ratio> lambdaTrend,
        Optional<Ratio> salvage) {
    private static final TimeSpan YEAR = TimeSpan.years(1);
    private static final int MOST_YEARS = 12;

    /** Checks the components. */
    public ExpansionProblem {
        ItemRules rules = ItemRules.of("expansion problem", "");
        rules.required("problem", problem);
        growth = Objects.requireNonNullElse(growth, Optional.empty());
        prices = Objects.requireNonNullElse(prices, Optional.empty());
        powers = Objects.requireNonNullElse(powers, Optional.empty());
        lambdaTrend = Objects.requireNonNullElse(lambdaTrend, Optional.empty());
        lambdaTrend.ifPresent(factor -> rules.positive("lambdaTrend", factor));
        salvage = Objects.requireNonNullElse(salvage, Optional.empty());
        salvage.ifPresent(share -> rules.share("salvage", share));
        TimeSpan horizon = problem.finance().horizon();
        boolean isWhole = horizon.base().remainder(YEAR.base()).signum() == 0;
        if (!isWhole || horizon.compareTo(YEAR.times(MOST_YEARS)) > 0) {
            throw rules.broken(
                    "horizon", horizon, "is not 1 to " + MOST_YEARS + " whole years", "plan fewer years at a time.");
        }
    }

    /**
     * A problem in which nothing changes over the years.
     *
     * @param problem what is planned
     * @return the problem
     */
    public static ExpansionProblem of(DesignProblem problem) {
        return new ExpansionProblem(
                problem, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same with demand that grows.
     *
     * @param factors a year
     * @return the problem
     */
    public ExpansionProblem withGrowth(DemandFactors factors) {
        return new ExpansionProblem(problem, Optional.of(factors), prices, powers, lambdaTrend, salvage);
    }

    /**
     * The same with prices that change.
     *
     * @param trend a year
     * @return the problem
     */
    public ExpansionProblem withPrices(PriceTrend trend) {
        return new ExpansionProblem(problem, growth, Optional.of(trend), powers, lambdaTrend, salvage);
    }

    /**
     * The same with items that draw less, or more, when bought later.
     *
     * @param trend a year
     * @return the problem
     */
    public ExpansionProblem withPowers(PowerTrend trend) {
        return new ExpansionProblem(problem, growth, prices, Optional.of(trend), lambdaTrend, salvage);
    }

    /**
     * The same with a weight of energy that changes.
     *
     * @param factor a year, above 0
     * @return the problem
     */
    public ExpansionProblem withLambdaTrend(Ratio factor) {
        return new ExpansionProblem(problem, growth, prices, powers, Optional.of(factor), salvage);
    }

    /**
     * The same with a salvage value.
     *
     * @param share of the purchase price, 0 to 1
     * @return the problem
     */
    public ExpansionProblem withSalvage(Ratio share) {
        return new ExpansionProblem(problem, growth, prices, powers, lambdaTrend, Optional.of(share));
    }

    /**
     * The same over a catalogue.
     *
     * @param known what can be bought in year 1
     * @return the problem
     */
    public ExpansionProblem withCatalog(Catalog known) {
        return new ExpansionProblem(problem.withCatalog(known), growth, prices, powers, lambdaTrend, salvage);
    }

    /**
     * How many years are planned.
     *
     * @return T, at least 1
     */
    public int years() {
        return problem.finance().horizon().base().divide(YEAR.base()).intValueExact();
    }

    /**
     * The identifier of an item of a year of purchase.
     *
     * @param id its identifier in the catalogue
     * @param year the year of purchase, from 1
     * @return the identifier in the catalogue of {@link #in}: the same for year 1, else with {@code .y2} and so on behind
     */
    public static String vintage(String id, int year) {
        return Vintages.id(id, year);
    }

    /**
     * Purchase prices of what has no vintage in a year, against those of year 1.
     *
     * @param year from 1
     * @return the factor
     */
    public Ratio otherPrices(int year) {
        return Powers.of(prices.flatMap(PriceTrend::others).orElse(Ratio.ONE), year - 1);
    }

    /**
     * The design problem of a year: its demand and lambda, over one year without interest, budget and energy limit, from
     * all that was or is to be had, at the prices of the year of purchase.
     *
     * @param year from 1 to {@link #years()}
     * @return the problem
     */
    public DesignProblem in(int year) {
        Finance finance = problem.finance();
        EnergyWeight lambda =
                new EnergyWeight(problem.lambda().price().times(Powers.of(lambdaTrend.orElse(Ratio.ONE), year - 1)));
        return Restated.of(problem)
                .workload(ScaledDemand.of(
                        "demand of year " + year,
                        problem.demand(),
                        growth.orElse(DemandFactors.NONE).after(year - 1)))
                .finance(new Finance(YEAR, Optional.empty(), Optional.empty(), finance.staffCost()))
                .lambda(lambda)
                .catalog(Vintages.upTo(
                        year, problem.items(), prices.orElse(PriceTrend.NONE), powers.orElse(PowerTrend.NONE)))
                .withoutEnergyLimit()
                .problem();
    }
}
