package io.dcsdk.placement;

import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Site;
import io.dcsdk.design.SupplyRule;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.item.Source;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.CarbonPrice;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.security.ResidencyRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A place where a data centre can be.
 *
 * @param id identifier, unique among the locations
 * @param name what people call it
 * @param jurisdictions what it lies in, at least one: the country, and what the country belongs to
 * @param energyPrice what a kilowatt hour costs there, zero or above
 * @param carbonIntensity carbon of each kilowatt hour there, zero or above
 * @param carbonPrice what carbon costs there; that of the problem when absent
 * @param site limits of the place; none when absent
 * @param supply what the electricity must be; not planned when absent
 * @param openingCost what it costs once to use the place at all; nothing when absent
 * @param yearlyCost what it costs each year to use the place at all; nothing when absent
 * @param cooling identifiers of the cooling systems that the climate and the building allow; all of the catalogue when empty
 * @param sources sources of the figures
 */
public record Location(
        String id,
        String name,
        List<String> jurisdictions,
        EnergyPrice energyPrice,
        CarbonIntensity carbonIntensity,
        Optional<CarbonPrice> carbonPrice,
        Optional<Site> site,
        Optional<SupplyRule> supply,
        Optional<Money> openingCost,
        Optional<MoneyRate> yearlyCost,
        List<String> cooling,
        List<Source> sources)
        implements CatalogItem {
    /** Checks the components. */
    public Location {
        ItemRules rules = ItemRules.ofItem(Location.class, "location", id, name, sources);
        jurisdictions = ResidencyRule.checkedJurisdictions(rules, jurisdictions);
        rules.nonNegative("energyPrice", energyPrice);
        rules.nonNegative("carbonIntensity", carbonIntensity);
        carbonPrice = Objects.requireNonNullElse(carbonPrice, Optional.empty());
        carbonPrice.ifPresent(price -> rules.nonNegative("carbonPrice", price));
        site = Objects.requireNonNullElse(site, Optional.empty());
        supply = Objects.requireNonNullElse(supply, Optional.empty());
        openingCost = Objects.requireNonNullElse(openingCost, Optional.empty());
        openingCost.ifPresent(cost -> rules.nonNegative("openingCost", cost));
        yearlyCost = Objects.requireNonNullElse(yearlyCost, Optional.empty());
        yearlyCost.ifPresent(cost -> rules.nonNegative("yearlyCost", cost));
        cooling = rules.distinct("cooling", rules.list("cooling", cooling));
        sources = rules.list("sources", sources);
    }

    /**
     * A location with nothing but its identifier, jurisdiction, tariff and carbon.
     *
     * @param id identifier and name
     * @param jurisdiction what it lies in
     * @param energyPrice what a kilowatt hour costs
     * @param carbonIntensity carbon of each kilowatt hour
     * @return the location
     */
    public static Location of(
            String id, String jurisdiction, EnergyPrice energyPrice, CarbonIntensity carbonIntensity) {
        return new Location(
                id,
                id,
                List.of(jurisdiction),
                energyPrice,
                carbonIntensity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /**
     * The same location with limits.
     *
     * @param limits of the place
     * @return the location
     */
    public Location withSite(Site limits) {
        return with(energyPrice, Optional.of(limits), openingCost, yearlyCost);
    }

    /**
     * The same location at another tariff.
     *
     * @param price what a kilowatt hour costs
     * @return the location
     */
    public Location withEnergyPrice(EnergyPrice price) {
        return with(price, site, openingCost, yearlyCost);
    }

    /**
     * The same location with costs of using it at all.
     *
     * @param once what it costs once
     * @param yearly what it costs each year
     * @return the location
     */
    public Location withOpening(Money once, MoneyRate yearly) {
        return with(energyPrice, site, Optional.of(once), Optional.of(yearly));
    }

    private Location with(EnergyPrice price, Optional<Site> limits, Optional<Money> once, Optional<MoneyRate> yearly) {
        return new Location(
                id,
                name,
                jurisdictions,
                price,
                carbonIntensity,
                carbonPrice,
                limits,
                supply,
                once,
                yearly,
                cooling,
                sources);
    }

    /**
     * The weight lambda of energy there.
     *
     * @param elsewhere the carbon price where the location names none
     * @return tariff + carbon price × carbon intensity
     */
    public EnergyWeight lambda(CarbonPrice elsewhere) {
        return EnergyWeight.of(energyPrice, carbonPrice.orElse(elsewhere), carbonIntensity);
    }

    /**
     * What using the place at all counts over the horizon.
     *
     * @param finance how money is counted
     * @return the opening cost as capital, and the yearly cost
     */
    public Money opening(Finance finance) {
        return finance.capital(openingCost.orElse(Money.ZERO)).plus(finance.running(yearlyCost.orElse(MoneyRate.ZERO)));
    }
}
