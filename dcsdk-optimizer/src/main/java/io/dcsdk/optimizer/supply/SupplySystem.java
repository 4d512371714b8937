package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Port;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.supply.SupplyDocument.Link;
import io.dcsdk.optimizer.supply.SupplyDocument.Store;
import io.dcsdk.optimizer.supply.SupplyPart.Kind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The energy system that a supply document states, and what each of its parts is. Immutable. */
public final class SupplySystem {
    /** The annual limit of a carbon cap, in tonnes. */
    public static final String CARBON_CAP = "carbon cap";

    /** The annual limit of energy that is not free of carbon, in MWh, for the share of each hour. */
    public static final String HOURLY_CARBON_FREE = "hourly carbon-free share";

    /** The annual limit of carbon-free energy, in MWh with a minus, for the share of the horizon. */
    public static final String ANNUAL_CARBON_FREE = "annual carbon-free share";

    private final SupplyDocument document;
    private final SupplySeries series;
    private final EnergySystem system;
    private final ImmutableMap<String, SupplyPart> capacities;
    private final ImmutableMap<String, SupplyPart> activities;
    private final ImmutableMap<String, Profile> emissionsByLocation;
    private final ImmutableMap<String, Profile> emissionsByMarket;
    private final ImmutableMap<String, Profile> carbonFree;
    private final CarbonBasis basis;
    private final double load;

    private SupplySystem(SupplyDocument document, SupplySeries series) {
        this.document = document;
        this.series = series;
        SystemDraft draft = new SystemDraft(document, series);
        nodes(draft);
        SourceParts sources = new SourceParts(draft, new Tariffs(document, series.calendar()));
        document.sources().forEach(sources::add);
        document.links().forEach(link -> link(draft, link));
        StorageParts storages = new StorageParts(draft);
        document.storages().forEach(storages::add);
        ContractParts contracts = new ContractParts(draft);
        document.generators().forEach(contracts::generator);
        document.agreements().forEach(contracts::agreement);
        document.flexible().forEach(contracts::flexible);
        document.sales().forEach(sale -> sources.sell(sale, document.sources()));
        load = load(draft);
        new DocumentLimits(draft, load).add();
        system = draft.system.build();
        capacities = ImmutableMap.copyOf(draft.capacities);
        activities = ImmutableMap.copyOf(draft.activities);
        emissionsByLocation = ImmutableMap.copyOf(draft.emissionsByLocation);
        emissionsByMarket = ImmutableMap.copyOf(draft.emissionsByMarket);
        carbonFree = ImmutableMap.copyOf(draft.carbonFree);
        basis = draft.basis();
    }

    /**
     * Reads a document and the files beside it.
     *
     * @param file a file named .json, .yaml or .yml
     * @return the system
     * @throws SupplyException if the document breaks a rule
     * @throws IllegalArgumentException if the file, a series or a figure is refused
     */
    public static SupplySystem read(Path file) {
        @Nullable Path folder = file.toAbsolutePath().getParent();
        return of(Documents.read(file, SupplyDocument.class), folder == null ? Path.of("") : folder);
    }

    /**
     * Reads the series of a document and builds its system.
     *
     * @param document the document
     * @param folder where its files are: nothing outside of it is read
     * @return the system
     * @throws SupplyException if the document breaks a rule
     * @throws IllegalArgumentException if a file, a series or a figure is refused
     */
    public static SupplySystem of(SupplyDocument document, Path folder) {
        return new SupplySystem(document, SupplySeries.read(document, folder));
    }

    /**
     * The system of a document that differs in prices, capacities, windows or carbon, over the series that were read already.
     *
     * @param changed the document, with the same series, steps and calendar
     * @return its system
     * @throws SupplyException if its series, steps or calendar differ, or it breaks a rule
     * @throws IllegalArgumentException if a figure is refused
     */
    public SupplySystem with(SupplyDocument changed) {
        if (!changed.series().equals(document.series())
                || changed.steps() != document.steps()
                || changed.hours() != document.hours()
                || !changed.calendar().equals(document.calendar())) {
            throw new SupplyException(
                    "series, steps or calendar of %s".formatted(changed.name()),
                    "differ from those that were read",
                    "use SupplySystem.of.");
        }
        return new SupplySystem(changed, series);
    }

    /**
     * What was read.
     *
     * @return the document
     */
    public SupplyDocument document() {
        return document;
    }

    /**
     * When the steps are.
     *
     * @return the calendar of the document
     */
    public SupplyCalendar calendar() {
        return series.calendar();
    }

    /**
     * The linear problem.
     *
     * @return the system, to be sized
     */
    public EnergySystem system() {
        return system;
    }

    /**
     * What each capacity is.
     *
     * @return by the name of the capacity, in their order
     */
    public ImmutableMap<String, SupplyPart> capacities() {
        return capacities;
    }

    /**
     * What each activity is.
     *
     * @return by the name of the activity, in their order
     */
    public ImmutableMap<String, SupplyPart> activities() {
        return activities;
    }

    /**
     * What is emitted, on the basis that price and cap count.
     *
     * @return t/MWh by the name of the activity, for those that emit
     */
    public ImmutableMap<String, Profile> emissions() {
        return emissions(basis);
    }

    /**
     * What is emitted.
     *
     * @param counted which factors
     * @return t/MWh by the name of the activity, for those that emit
     */
    public ImmutableMap<String, Profile> emissions(CarbonBasis counted) {
        return counted == CarbonBasis.LOCATION ? emissionsByLocation : emissionsByMarket;
    }

    /**
     * How much of what each source, generator and agreement brings is made without carbon.
     *
     * @return shares from 0 to 1 by the name of the activity
     */
    public ImmutableMap<String, Profile> carbonFree() {
        return carbonFree;
    }

    /**
     * All demand of the horizon, flexible load included.
     *
     * @return MWh
     */
    public double load() {
        return load;
    }

    /**
     * Which of the annual limits is a given one, such as {@link #CARBON_CAP}.
     *
     * @param name its name
     * @return its index in {@link EnergySystem#limits()}; empty if there is none
     */
    public OptionalInt limit(String name) {
        for (int g = 0; g < system.limits().size(); g++) {
            if (system.limits().get(g).name().equals(name)) {
                return OptionalInt.of(g);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * What a reader should know of how the document was taken: where clocks are set forward and back.
     *
     * @return sentences
     */
    public List<String> notes() {
        return document.tariffs().isEmpty() ? List.of() : series.calendar().notes();
    }

    private void nodes(SystemDraft draft) {
        Map<String, Profile> demands = new LinkedHashMap<>();
        document.demands()
                .forEach(demand -> demands.merge(
                        demand.node(), series.of(demand.power(), "the demand of " + demand.node()), Profile::plus));
        Map<String, Store> stores = new LinkedHashMap<>();
        for (Store store : document.stores()) {
            if (stores.putIfAbsent(store.node(), store) != null) {
                throw new SupplyException(
                        "store (%s) of node %s".formatted(store.name(), store.node()),
                        "the node has another",
                        "give each its own node, joined by links.");
            }
            demands.putIfAbsent(store.node(), Profile.constant(0));
        }
        for (Link link : document.links()) {
            demands.putIfAbsent(link.from(), Profile.constant(0));
            demands.putIfAbsent(link.to(), Profile.constant(0));
        }
        document.flexible().forEach(load -> demands.putIfAbsent(load.node(), Profile.constant(0)));
        demands.forEach((name, demand) -> {
            Store store = stores.get(name);
            if (store == null) {
                draft.system.bus(name, demand);
            } else {
                draft.capacity(Kind.STORE, store.name(), store.name(), store.energy(), 0);
                draft.system.node(new Node(
                        name,
                        demand,
                        Optional.of(SystemDraft.reservoir(store.name(), 1, store.hourlyLoss(), store.level()))));
            }
        });
    }

    private static void link(SystemDraft draft, Link link) {
        draft.capacity(Kind.LINK, link.name(), link.name(), link.capacity(), 0);
        List<Port> ports = List.of(new Port(link.from(), -1), new Port(link.to(), link.efficiency()));
        draft.activity(
                Kind.LINK, link.name(), new Activity(link.name(), ports, Limit.of(link.name()), Profile.constant(0)));
    }

    private double load(SystemDraft draft) {
        double sum = 0;
        for (SupplyDocument.Demand demand : document.demands()) {
            sum += energy(draft.series.of(demand.power(), demand.node()));
        }
        for (FlexibleEntry flexible : document.flexible()) {
            sum += energy(draft.series.of(flexible.power(), flexible.name()));
        }
        return sum;
    }

    private double energy(Profile power) {
        double sum = 0;
        for (int t = 0; t < document.steps(); t++) {
            sum += document.hours() * power.at(t);
        }
        return sum;
    }
}
