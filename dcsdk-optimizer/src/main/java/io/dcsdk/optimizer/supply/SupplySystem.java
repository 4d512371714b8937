package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Profile;
import java.nio.file.Path;
import java.util.List;
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
    private final boolean repeats;
    private final EnergySystem system;
    private final ImmutableMap<String, SupplyPart> capacities;
    private final ImmutableMap<String, CapitalCost> capitals;
    private final ImmutableMap<String, SupplyPart> activities;
    private final ImmutableMap<String, Profile> emissionsByLocation;
    private final ImmutableMap<String, Profile> emissionsByMarket;
    private final ImmutableMap<String, Profile> carbonFree;
    private final CarbonBasis basis;
    private final double load;

    private SupplySystem(SupplyDocument document, SupplySeries series, boolean repeats) {
        this.document = document;
        this.series = series;
        this.repeats = repeats;
        SystemDraft draft = new SystemDraft(document, series, repeats);
        NodeParts parts = new NodeParts(draft);
        ImmutableSet.Builder<String> loaded = ImmutableSet.<String>builder().addAll(parts.nodes());
        SourceParts sources = new SourceParts(draft, new Tariffs(document, series));
        document.sources().forEach(sources::add);
        document.links().forEach(parts::link);
        StorageParts storages = new StorageParts(draft);
        document.storages().forEach(storages::add);
        ContractParts contracts = new ContractParts(draft);
        document.generators().forEach(contracts::generator);
        document.agreements().forEach(contracts::agreement);
        document.flexible().forEach(contracts::flexible);
        document.sales().forEach(sale -> sources.sell(sale, document.sources()));
        load = load(draft);
        document.flexible().forEach(flexible -> loaded.add(flexible.name()));
        new DocumentLimits(draft, loaded.build()).add();
        system = draft.system.build();
        capacities = ImmutableMap.copyOf(draft.capacities);
        capitals = draft.capitals();
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
        return new SupplySystem(document, SupplySeries.read(document, folder), false);
    }

    /**
     * The same for steps that stand for a longer time, in which they repeat: a week for a month, a quarter for a year. Of a month's
     * demand charge counts the share of the month that the steps are.
     *
     * @param document the document
     * @param folder where its files are: nothing outside of it is read
     * @return the system
     * @throws SupplyException if the document breaks a rule
     * @throws IllegalArgumentException if a file, a series or a figure is refused
     */
    public static SupplySystem repeating(SupplyDocument document, Path folder) {
        return new SupplySystem(document, SupplySeries.read(document, folder), true);
    }

    /**
     * The system of a document that differs in prices, capacities, windows or carbon, over the series that were read already.
     *
     * @param changed the document, with the same series, steps and calendar
     * @return its system
     * @throws SupplyException if its series, steps or calendar differ, it has another file of a tariff, or it breaks a rule
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
        return new SupplySystem(changed, series, repeats);
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
     * The parts of the costs of capacities that state an investment or fixed operation.
     *
     * @return by the name of the capacity, in their order; others state a cost of the horizon, or none
     */
    public ImmutableMap<String, CapitalCost> capitals() {
        return capitals;
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
     * When a step begins, for messages.
     *
     * @param step from 0
     * @return its number and, where the document has a calendar, its time
     */
    public String when(int step) {
        return series.calendar()
                .axis()
                .map(axis -> "step %d (%s)".formatted(step, axis.time(step)))
                .orElse("step %d".formatted(step));
    }

    /**
     * What a reader should know of how the document was taken: where clocks are set forward and back.
     *
     * @return sentences
     */
    public List<String> notes() {
        return document.tariffs().isEmpty() ? List.of() : series.calendar().notes();
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
