package io.dcsdk.uncertainty;

import io.dcsdk.design.EnergyWeight;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.CarbonPrice;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Ratio;
import java.util.Objects;
import java.util.Optional;

/**
 * One way that things may turn out. What is absent is as the problem says.
 *
 * @param name what people call it, 1 to 60 characters
 * @param probability how likely it is, above 0 and up to 1
 * @param demand what the demand is multiplied with
 * @param lambda weight of energy; excludes the three that follow
 * @param tariff price of energy; alone, or with what its carbon costs
 * @param carbonPrice price of carbon; needs tariff and carbonIntensity
 * @param carbonIntensity carbon of each kilowatt hour; needs tariff and carbonPrice
 * @param utilisation share of the time that what runs is under full load
 * @param rent what capacity can be rented for; none when absent
 */
public record Scenario(
        String name,
        Ratio probability,
        Optional<DemandFactors> demand,
        Optional<EnergyWeight> lambda,
        Optional<EnergyPrice> tariff,
        Optional<CarbonPrice> carbonPrice,
        Optional<CarbonIntensity> carbonIntensity,
        Optional<Ratio> utilisation,
        Optional<Rent> rent) {
    private static final int LONGEST_NAME = 60;

    /** Checks the components. */
    public Scenario {
        ItemRules rules = ItemRules.of("scenario", String.valueOf(name));
        rules.text("name", name, LONGEST_NAME);
        rules.efficiency("probability", probability);
        demand = Objects.requireNonNullElse(demand, Optional.empty());
        lambda = Objects.requireNonNullElse(lambda, Optional.empty());
        tariff = Objects.requireNonNullElse(tariff, Optional.empty());
        tariff.ifPresent(price -> rules.nonNegative("tariff", price));
        carbonPrice = Objects.requireNonNullElse(carbonPrice, Optional.empty());
        carbonPrice.ifPresent(price -> rules.nonNegative("carbonPrice", price));
        carbonIntensity = Objects.requireNonNullElse(carbonIntensity, Optional.empty());
        carbonIntensity.ifPresent(intensity -> rules.nonNegative("carbonIntensity", intensity));
        utilisation = Objects.requireNonNullElse(utilisation, Optional.empty());
        utilisation.ifPresent(share -> rules.share("utilisation", share));
        rent = Objects.requireNonNullElse(rent, Optional.empty());
        if (lambda.isPresent() && tariff.isPresent()) {
            throw rules.broken("lambda", lambda.get(), "is given beside a tariff", "keep one of the two.");
        }
        if (carbonPrice.isPresent() != carbonIntensity.isPresent()) {
            throw rules.broken(
                    carbonPrice.isPresent() ? "carbonPrice" : "carbonIntensity",
                    carbonPrice.isPresent() ? carbonPrice.get() : carbonIntensity.orElseThrow(),
                    "says nothing alone",
                    "add " + (carbonPrice.isPresent() ? "carbonIntensity." : "carbonPrice."));
        }
        if (carbonPrice.isPresent() && tariff.isEmpty()) {
            throw rules.broken("carbonPrice", carbonPrice.get(), "has no tariff to add to", "add tariff.");
        }
    }

    /**
     * A scenario in which nothing differs from the problem.
     *
     * @param name what people call it
     * @param probability how likely it is
     * @return the scenario
     */
    public static Scenario of(String name, Ratio probability) {
        return new Scenario(
                name,
                probability,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The same with another demand.
     *
     * @param factors what the demand is multiplied with
     * @return the scenario
     */
    public Scenario withDemand(DemandFactors factors) {
        return new Scenario(
                name,
                probability,
                Optional.of(factors),
                lambda,
                tariff,
                carbonPrice,
                carbonIntensity,
                utilisation,
                rent);
    }

    /**
     * The same with another weight of energy; a tariff is dropped.
     *
     * @param weight the weight lambda
     * @return the scenario
     */
    public Scenario withLambda(EnergyWeight weight) {
        return new Scenario(
                name,
                probability,
                demand,
                Optional.of(weight),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                utilisation,
                rent);
    }

    /**
     * The same with another utilisation.
     *
     * @param share 0 to 1
     * @return the scenario
     */
    public Scenario withUtilisation(Ratio share) {
        return new Scenario(
                name, probability, demand, lambda, tariff, carbonPrice, carbonIntensity, Optional.of(share), rent);
    }

    /**
     * The same with capacity for rent.
     *
     * @param prices what it costs
     * @return the scenario
     */
    public Scenario withRent(Rent prices) {
        return new Scenario(
                name,
                probability,
                demand,
                lambda,
                tariff,
                carbonPrice,
                carbonIntensity,
                utilisation,
                Optional.of(prices));
    }

    /**
     * The weight of energy, if the scenario has its own.
     *
     * @return lambda, or tariff + carbon price × carbon intensity
     */
    public Optional<EnergyWeight> weight() {
        return lambda.or(() -> tariff.map(price -> EnergyWeight.of(
                price, carbonPrice.orElse(CarbonPrice.ZERO), carbonIntensity.orElse(CarbonIntensity.ZERO))));
    }

    /**
     * What the demand is multiplied with.
     *
     * @return ones when absent
     */
    public DemandFactors demandFactors() {
        return demand.orElse(DemandFactors.NONE);
    }

    /**
     * What can be rented.
     *
     * @return nothing when absent
     */
    public Rent rentOrNone() {
        return rent.orElse(Rent.NONE);
    }
}
