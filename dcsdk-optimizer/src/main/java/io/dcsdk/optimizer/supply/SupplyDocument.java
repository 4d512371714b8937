package io.dcsdk.optimizer.supply;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A supply and what it is for, as a document has it. Power is in MW, energy in MWh, carbon in t; costs of capacities are for the
 * horizon.
 *
 * @param name what it is about
 * @param currency of all prices, for the report
 * @param steps the number of time steps
 * @param hours the hours that a step stands for
 * @param calendar when the first step begins, and whose clocks tariffs follow; without it a year of 8760 hours has months, and
 *     nothing has weekdays
 * @param interestRate a year, of capacities that state an investment and no rate of their own
 * @param series series by name
 * @param tariffs prices and demand charges by time of use
 * @param demands what must be met when it arises
 * @param flexible load that may wait
 * @param sources what brings power
 * @param generators what burns fuel
 * @param agreements power that is contracted
 * @param sales what the grid buys back
 * @param links what moves power from node to node
 * @param storages batteries and the like, at a node
 * @param stores what lets a node keep energy, such as a tank for hydrogen
 * @param carbon its price and cap
 * @param carbonFree how much of the load must be met without carbon
 */
public record SupplyDocument(
        String name,
        Optional<String> currency,
        int steps,
        double hours,
        Optional<Calendar> calendar,
        @JsonProperty("interest_rate") Optional<Double> interestRate,
        Map<String, SeriesEntry> series,
        List<TariffEntry> tariffs,
        List<Demand> demands,
        List<FlexibleEntry> flexible,
        List<SourceEntry> sources,
        List<GeneratorEntry> generators,
        List<AgreementEntry> agreements,
        List<SaleEntry> sales,
        List<Link> links,
        List<StorageEntry> storages,
        List<Store> stores,
        Optional<Carbon> carbon,
        @JsonProperty("carbon_free") Optional<CarbonFree> carbonFree) {
    /** Copies lists and map. */
    public SupplyDocument {
        series = ImmutableMap.copyOf(series);
        tariffs = List.copyOf(tariffs);
        demands = List.copyOf(demands);
        flexible = List.copyOf(flexible);
        sources = List.copyOf(sources);
        generators = List.copyOf(generators);
        agreements = List.copyOf(agreements);
        sales = List.copyOf(sales);
        links = List.copyOf(links);
        storages = List.copyOf(storages);
        stores = List.copyOf(stores);
    }

    /**
     * The time of the steps.
     *
     * @param start of the first step, like 2023-01-01T00:00:00-08:00
     * @param zone whose clocks tariffs follow, like America/Los_Angeles
     * @param leapDay true if rows without times have 29 February among them; needed only where 365 days have it, for a year of a
     *     common year's rows would be a day off from March on
     */
    public record Calendar(
            String start,
            String zone,
            @JsonProperty("leap_day") Optional<Boolean> leapDay) {}

    /**
     * A demand.
     *
     * @param node where it must be met
     * @param power MW
     */
    public record Demand(String node, SupplyValue power) {}

    /**
     * A link.
     *
     * @param name unique in the document
     * @param from where it takes power
     * @param to where it gives power
     * @param efficiency MW given for one MW taken
     * @param capacity MW where it takes power
     * @param price currency for each MWh that it takes; 0 if absent
     * @param availability the share of the capacity that is there; 1 if absent
     * @param bothWays true if the same capacity moves power from {@code to} to {@code from} as well, with the same efficiency
     */
    public record Link(
            String name,
            String from,
            String to,
            double efficiency,
            CapacityEntry capacity,
            Optional<SupplyValue> price,
            Optional<SupplyValue> availability,
            @JsonProperty("both_ways") Optional<Boolean> bothWays) {}

    /**
     * What a node can keep.
     *
     * @param name unique in the document
     * @param node the node
     * @param energy MWh
     * @param hourlyLoss the share that is lost in an hour; 0 if absent
     * @param level MWh before the first and after the last step; chosen, the same at both ends, if absent
     */
    public record Store(
            String name,
            String node,
            CapacityEntry energy,
            @JsonProperty("hourly_loss") Optional<Double> hourlyLoss,
            Optional<Double> level) {}

    /**
     * What carbon costs and how much is allowed.
     *
     * @param price currency per tonne; 0 if absent
     * @param cap the most tonnes of the horizon
     * @param basis which factors count for both; location-based if absent
     */
    public record Carbon(Optional<Double> price, Optional<Double> cap, Optional<CarbonBasis> basis) {}

    /**
     * How much of the load must be met without carbon.
     *
     * @param hourly the least share of the load that is met in the same hour, storage included, 0 to 1: 24/7
     * @param annual the least carbon-free energy of the horizon over the load, used or sold, 0 or more: volumetric matching
     */
    public record CarbonFree(Optional<Double> hourly, Optional<Double> annual) {}

    /**
     * The same with another carbon price and cap.
     *
     * @param other what carbon costs
     * @return the document
     */
    public SupplyDocument withCarbon(Carbon other) {
        return with(flexible, storages, Optional.of(other), carbonFree);
    }

    /**
     * The same with another carbon price.
     *
     * @param price currency per tonne
     * @return the document
     */
    public SupplyDocument withCarbonPrice(double price) {
        return withCarbon(new Carbon(Optional.of(price), carbon.flatMap(Carbon::cap), carbon.flatMap(Carbon::basis)));
    }

    /**
     * The same with other carbon-free shares.
     *
     * @param other the shares
     * @return the document
     */
    public SupplyDocument withCarbonFree(CarbonFree other) {
        return with(flexible, storages, carbon, Optional.of(other));
    }

    /**
     * The same with a storage in place of that of its name.
     *
     * @param other the storage
     * @return the document
     * @throws SupplyException if there is none of its name
     */
    public SupplyDocument withStorage(StorageEntry other) {
        require(
                "storage",
                other.name(),
                storages.stream().map(StorageEntry::name).toList());
        List<StorageEntry> changed = storages.stream()
                .map(storage -> storage.name().equals(other.name()) ? other : storage)
                .toList();
        return with(flexible, changed, carbon, carbonFree);
    }

    /**
     * The same with flexible load in place of that of its name.
     *
     * @param other the load
     * @return the document
     * @throws SupplyException if there is none of its name
     */
    public SupplyDocument withFlexible(FlexibleEntry other) {
        require(
                "flexible load",
                other.name(),
                flexible.stream().map(FlexibleEntry::name).toList());
        List<FlexibleEntry> changed = flexible.stream()
                .map(load -> load.name().equals(other.name()) ? other : load)
                .toList();
        return with(changed, storages, carbon, carbonFree);
    }

    private void require(String kind, String wanted, List<String> known) {
        if (!known.contains(wanted)) {
            throw new SupplyException(
                    "%s (%s) of %s".formatted(kind, wanted, name),
                    "there is none of this name",
                    known.isEmpty() ? "add it first." : "use one of %s.".formatted(String.join(", ", known)));
        }
    }

    private SupplyDocument with(
            List<FlexibleEntry> otherFlexible,
            List<StorageEntry> otherStorages,
            Optional<Carbon> otherCarbon,
            Optional<CarbonFree> otherCarbonFree) {
        return new SupplyDocument(
                name,
                currency,
                steps,
                hours,
                calendar,
                interestRate,
                series,
                tariffs,
                demands,
                otherFlexible,
                sources,
                generators,
                agreements,
                sales,
                links,
                otherStorages,
                stores,
                otherCarbon,
                otherCarbonFree);
    }
}
