package io.dcsdk.uncertainty;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Quantity;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.workload.Demand;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Buy now, operate when it is known how things turned out.
 *
 * <p>First stage: all that a design problem chooses (servers, storage, fabric, racks, cooling, supply capacity, controls),
 * with its capital, software and maintenance, and every limit of the site on all that is bought. Second stage, in each
 * scenario: which of the bought servers and storage units run, whole units; what runs, with what is rented, meets the
 * scenario's demand, also after the failures that the redundancy names; what does not run draws nothing. Switches always
 * run. Mean power of what runs is idle + utilisation × (maximum − idle) with the scenario's utilisation, cooling adds the
 * mean overhead of the chosen system, and E is that over the horizon, weighed with the scenario's lambda. Supplies give
 * their output, and the rules on it hold, in each scenario. An energy limit holds for the E of each scenario, a budget for C
 * plus rent in each. With one scenario in which nothing differs this is the design problem itself.
 *
 * @param problem what is planned; its demand, lambda and utilisation are what the scenarios differ from
 * @param scenarios 1 to {@value #MOST_SCENARIOS}, of different names; their probabilities add up to 1
 * @param measure what of the costs is minimised; the expectation when absent
 * @param demandUncertainty if the demand may deviate in every scenario as well: the robust demand takes the place of the
 *     sum, and the factors apply to it
 */
public record ScenarioProblem(
        DesignProblem problem,
        List<Scenario> scenarios,
        Optional<RiskMeasure> measure,
        Optional<DemandUncertainty> demandUncertainty) {
    private static final int MOST_SCENARIOS = 200;

    /** Checks the components. */
    public ScenarioProblem {
        ItemRules rules = ItemRules.of("scenario problem", "");
        rules.required("problem", problem);
        scenarios = rules.list("scenarios", scenarios);
        measure = Objects.requireNonNullElse(measure, Optional.empty());
        demandUncertainty = Objects.requireNonNullElse(demandUncertainty, Optional.empty());
        if (scenarios.isEmpty() || scenarios.size() > MOST_SCENARIOS) {
            throw rules.broken(
                    "scenarios",
                    scenarios.size(),
                    "are not 1 to " + MOST_SCENARIOS,
                    "merge those that are alike, and add up their probabilities.");
        }
        rules.distinct("name", scenarios.stream().map(Scenario::name).toList());
        BigDecimal sum = scenarios.stream()
                .map(scenario -> scenario.probability().base())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw rules.broken(
                    "probabilities",
                    sum.toPlainString(),
                    "do not add up to 1 exactly",
                    "give the last one the rest: three thirds are 0.33, 0.33 and 0.34.");
        }
        DesignProblem stated = problem;
        Optional<DemandUncertainty> uncertainty = demandUncertainty;
        scenarios.forEach(scenario -> requirement(stated, uncertainty, scenario));
    }

    /**
     * A problem that minimises the expectation.
     *
     * @param problem what is planned
     * @param scenarios how things may turn out
     * @return the problem
     */
    public static ScenarioProblem of(DesignProblem problem, List<Scenario> scenarios) {
        return new ScenarioProblem(problem, scenarios, Optional.empty(), Optional.empty());
    }

    /**
     * The same with a measure of risk.
     *
     * @param risk what of the costs is minimised
     * @return the problem
     */
    public ScenarioProblem withMeasure(RiskMeasure risk) {
        return new ScenarioProblem(problem, scenarios, Optional.of(risk), demandUncertainty);
    }

    /**
     * The same with demand that may deviate.
     *
     * @param uncertainty how far, and how many workloads at once
     * @return the problem
     */
    public ScenarioProblem withDemandUncertainty(DemandUncertainty uncertainty) {
        return new ScenarioProblem(problem, scenarios, measure, Optional.of(uncertainty));
    }

    /**
     * The same over a catalogue.
     *
     * @param known what can be bought
     * @return the problem
     */
    public ScenarioProblem withCatalog(Catalog known) {
        return new ScenarioProblem(problem.withCatalog(known), scenarios, measure, demandUncertainty);
    }

    /**
     * The same with one scenario, which then is certain.
     *
     * @param scenario the scenario
     * @return the problem of who knows what will come
     */
    public ScenarioProblem knowing(Scenario scenario) {
        Scenario certain = new Scenario(
                scenario.name(),
                Ratio.ONE,
                scenario.demand(),
                scenario.lambda(),
                scenario.tariff(),
                scenario.carbonPrice(),
                scenario.carbonIntensity(),
                scenario.utilisation(),
                scenario.rent());
        return new ScenarioProblem(problem, List.of(certain), measure, demandUncertainty);
    }

    /**
     * The measure of risk.
     *
     * @return the expectation when absent
     */
    public RiskMeasure risk() {
        return measure.orElse(RiskMeasure.EXPECTATION);
    }

    /**
     * The design problem of a scenario, as if nothing could be rented.
     *
     * @param scenario the scenario
     * @return the problem with the scenario's demand, weight of energy and utilisation
     */
    public DesignProblem in(Scenario scenario) {
        return Restated.of(problem)
                .workload(requirement(problem, demandUncertainty, scenario))
                .lambda(scenario.weight().orElse(problem.lambda()))
                .utilisation(scenario.utilisation().orElse(problem.utilisation()))
                .problem();
    }

    private static Requirement requirement(
            DesignProblem problem, Optional<DemandUncertainty> uncertainty, Scenario scenario) {
        Demand base = uncertainty
                .map(deviating -> RobustDemand.of("robust demand", problem.workloads(), deviating)
                        .demand())
                .orElseGet(problem::demand);
        return ScaledDemand.of("demand of " + scenario.name(), base, scenario.demandFactors());
    }

    /**
     * The mean scenario: every factor, weight and price is the mean over the scenarios. Capacity can be rented in it only if
     * it can be rented in all of them.
     *
     * @return a scenario of probability 1
     */
    public Scenario mean() {
        DemandFactors factors = DemandFactors.of(
                mean(Ratio.ZERO, scenario -> scenario.demandFactors().computeOrOne()),
                mean(Ratio.ZERO, scenario -> scenario.demandFactors().storageOrOne()),
                mean(Ratio.ZERO, scenario -> scenario.demandFactors().networkOrOne()));
        EnergyPrice weight = mean(
                EnergyPrice.ZERO,
                scenario -> scenario.weight().orElse(problem.lambda()).price());
        return Scenario.of("mean scenario", Ratio.ONE)
                .withDemand(factors)
                .withLambda(new EnergyWeight(weight))
                .withUtilisation(
                        mean(Ratio.ZERO, scenario -> scenario.utilisation().orElse(problem.utilisation())))
                .withRent(new Rent(
                        meanPrice(Rent::perTeraflopPerSecond),
                        meanPrice(Rent::perGigabyte),
                        meanPrice(Rent::perGigabytePerSecond)));
    }

    private Optional<MoneyRate> meanPrice(Function<Rent, Optional<MoneyRate>> price) {
        boolean isEverywhere = scenarios.stream()
                .allMatch(scenario -> price.apply(scenario.rentOrNone()).isPresent());
        return isEverywhere
                ? Optional.of(mean(MoneyRate.ZERO, scenario -> price.apply(scenario.rentOrNone())
                        .orElseThrow()))
                : Optional.empty();
    }

    private <Q extends Quantity<Q>> Q mean(Q zero, Function<Scenario, Q> figure) {
        Q sum = zero;
        for (Scenario scenario : scenarios) {
            sum = sum.plus(figure.apply(scenario).times(scenario.probability()));
        }
        return sum;
    }
}
