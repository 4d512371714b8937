package io.dcsdk.examples;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.examples.SupplyDocument.CapacityEntry;
import io.dcsdk.examples.SupplyDocument.CarbonEntry;
import io.dcsdk.examples.SupplyDocument.LinkEntry;
import io.dcsdk.examples.SupplyDocument.SourceEntry;
import io.dcsdk.examples.SupplyDocument.StorageEntry;
import io.dcsdk.examples.SupplyDocument.StoreEntry;
import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.AnnualLimit;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Port;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Reservoir;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The energy system that a supply document states. */
final class SupplySystem {
    private static final int MONTHS = 12;

    private final SupplyDocument document;
    private final SupplySeries series;
    private final EnergySystem.Builder system;
    private final Map<String, Profile> emissions = new LinkedHashMap<>();

    private SupplySystem(SupplyDocument document, Path folder) {
        this.document = document;
        series = new SupplySeries(document, folder);
        system = EnergySystem.builder(document.steps(), Profile.constant(document.hours()));
    }

    /** Reads the series and builds the system; files are relative to the folder. */
    static SupplySystem of(SupplyDocument document, Path folder) {
        SupplySystem stated = new SupplySystem(document, folder);
        stated.nodes();
        document.sources().forEach(stated::source);
        document.links().forEach(stated::link);
        document.storages().forEach(stated::storage);
        stated.carbonCap();
        return stated;
    }

    EnergySystem system() {
        return system.build();
    }

    /** Tonnes of one MWh of each source that emits. */
    Map<String, Profile> emissions() {
        return ImmutableMap.copyOf(emissions);
    }

    private void nodes() {
        Map<String, Profile> demands = new LinkedHashMap<>();
        document.demands()
                .forEach(demand -> demands.merge(
                        demand.node(), series.of(demand.power(), "the demand of " + demand.node()), Profile::plus));
        Map<String, StoreEntry> stores = new LinkedHashMap<>();
        for (StoreEntry store : document.stores()) {
            if (stores.putIfAbsent(store.node(), store) != null) {
                throw new BadInput(
                        "store (%s) of node %s".formatted(store.name(), store.node()),
                        "the node has another",
                        "give each its own node, joined by links.");
            }
            demands.putIfAbsent(store.node(), Profile.constant(0));
        }
        for (LinkEntry link : document.links()) {
            demands.putIfAbsent(link.from(), Profile.constant(0));
            demands.putIfAbsent(link.to(), Profile.constant(0));
        }
        demands.forEach((name, demand) -> {
            StoreEntry store = stores.get(name);
            if (store == null) {
                system.bus(name, demand);
            } else {
                add(store.name(), store.energy());
                Reservoir reservoir = reservoir(store.name(), 1, store.hourlyLoss(), store.level());
                system.node(new Node(name, demand, Optional.of(reservoir)));
            }
        });
    }

    private void source(SourceEntry source) {
        Profile availability = series.of(source.availability().orElse(SupplyValue.ONE), source.name());
        Profile price = series.of(source.price().orElse(SupplyValue.ZERO), source.name());
        if (source.carbon().isPresent()) {
            Profile carbon = series.of(source.carbon().get(), source.name());
            emissions.put(source.name(), carbon);
            double carbonPrice = document.carbon().flatMap(CarbonEntry::price).orElse(0.0);
            price = price.plus(carbon.times(carbonPrice));
        }
        Limit limit = Limit.of(source.name(), availability);
        if (source.monthlyPeakCharge().isPresent()) {
            limit = peaks(source, source.monthlyPeakCharge().get());
        } else {
            add(source.name(), source.capacity());
        }
        system.activity(new Activity(source.name(), List.of(new Port(source.node(), 1)), limit, price));
    }

    private Limit peaks(SourceEntry source, double charge) {
        CapacityEntry capacity = source.capacity();
        if (source.availability().isPresent()
                || capacity.max().isEmpty()
                || capacity.min().isPresent()
                || capacity.annualCost().isPresent()) {
            throw new BadInput(
                    "monthly_peak_charge of source %s".formatted(source.name()),
                    "goes with a capacity that has max only, and no availability",
                    "state the size of the connection as max.");
        }
        List<String> names = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            String name = "%s peak %02d".formatted(source.name(), month);
            names.add(name);
            system.capacity(new Capacity(name, 0, capacity.max().get(), charge));
        }
        return Limit.byPeriod(names, series.months(source.name()));
    }

    private void link(LinkEntry link) {
        add(link.name(), link.capacity());
        system.link(link.name(), link.from(), link.to(), link.efficiency(), Limit.of(link.name()));
    }

    private void storage(StorageEntry storage) {
        if (storage.energy().isPresent() == storage.energyHours().isPresent()) {
            throw new BadInput(
                    "storage %s".formatted(storage.name()),
                    "must have either energy or energy_hours",
                    "use energy_hours for a battery of fixed duration.");
        }
        add(storage.name(), storage.power());
        String energy = storage.name();
        if (storage.energy().isPresent()) {
            energy = storage.name() + " energy";
            add(energy, storage.energy().get());
        }
        system.storage(
                storage.name(),
                storage.node(),
                storage.name(),
                reservoir(energy, storage.energyHours().orElse(1.0), storage.hourlyLoss(), storage.level()),
                storage.chargeEfficiency(),
                storage.dischargeEfficiency());
    }

    private static Reservoir reservoir(String capacity, double hours, Optional<Double> loss, Optional<Double> level) {
        OptionalDouble given = level.isPresent() ? OptionalDouble.of(level.get()) : OptionalDouble.empty();
        return new Reservoir(capacity, hours, loss.orElse(0.0), given);
    }

    private void add(String name, CapacityEntry entry) {
        double upper = entry.max().orElse(Double.POSITIVE_INFINITY);
        system.capacity(new Capacity(
                name, entry.min().orElse(0.0), upper, entry.annualCost().orElse(0.0)));
    }

    private void carbonCap() {
        Optional<Double> cap = document.carbon().flatMap(CarbonEntry::cap);
        if (cap.isPresent() && !emissions.isEmpty()) {
            system.limit(new AnnualLimit("carbon cap", emissions, cap.get()));
        }
    }
}
