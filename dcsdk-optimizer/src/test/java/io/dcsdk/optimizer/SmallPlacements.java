package io.dcsdk.optimizer;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Site;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.placement.Location;
import io.dcsdk.placement.PlaceableWorkload;
import io.dcsdk.placement.PlacementProblem;
import io.dcsdk.placement.PlacementProblemBuilder;
import io.dcsdk.placement.UserPopulation;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.CarbonPrice;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.security.ResidencyRule;
import io.dcsdk.storage.AccessProtocol;
import io.dcsdk.workload.Requirement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Random placement problems of 2 or 3 locations and as many workloads, over the catalogues of {@link SmallDesigns}. */
final class SmallPlacements {
    private final Random random;

    private SmallPlacements(long seed) {
        this.random = new Random(seed);
    }

    /** With every feature of a design by chance, and no limit that holds for several locations together but their number. */
    static PlacementProblem apart(long seed) {
        SmallPlacements draw = new SmallPlacements(seed);
        DesignProblem design = SmallDesigns.of(draw.random);
        while (draw.isScarce(design.items())) {
            design = SmallDesigns.of(draw.random);
        }
        return draw.problem(design, true);
    }

    /** Without fabric, cooling and controls, and with limits for all locations together. */
    static PlacementProblem together(long seed) {
        SmallPlacements draw = new SmallPlacements(seed);
        DesignProblem design = SmallDesigns.of(draw.random);
        while (design.items().servers().size() > 2 || design.items().storage().size() > 1) {
            design = SmallDesigns.of(draw.random);
        }
        return draw.problem(design, false);
    }

    private boolean isScarce(Catalog items) {
        return items.servers().stream().anyMatch(item -> item.available().isPresent())
                || items.storage().stream().anyMatch(item -> item.available().isPresent())
                || items.cooling().stream().anyMatch(item -> item.available().isPresent());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private int from(int... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> Optional<T> maybe(int percent, T value) {
        return chance(percent) ? Optional.of(value) : Optional.empty();
    }

    private PlacementProblem problem(DesignProblem design, boolean everyFeature) {
        Finance stated = design.finance();
        Finance finance = new Finance(
                stated.horizon(),
                stated.discountRate(),
                everyFeature || chance(50)
                        ? Optional.empty()
                        : Optional.of(Money.dollars(from(20, 40, 80, 160) * 1000.0)),
                stated.staffCost());
        PlacementProblemBuilder builder = PlacementProblem.named("small", finance)
                .catalog(everyFeature ? design.items() : bare(design.items()))
                .utilisation(design.utilisation())
                .carbonPrice(CarbonPrice.dollarsPerTonne(from(0, 100)))
                .residency(new ResidencyRule("records", List.of("DE", "FR"), "contract"));
        int locations = everyFeature ? from(2, 2, 2, 3) : 2;
        IntStream.range(0, locations).forEach(k -> builder.location(location(k, design.items(), everyFeature)));
        SortedMap<String, TimeSpan> roundTrip = new TreeMap<>();
        IntStream.range(0, locations)
                .forEach(k -> roundTrip.put("place-" + k, TimeSpan.parse(from(5, 20, 40) + " ms")));
        builder.population(new UserPopulation("people", roundTrip));
        String precision = design.demand().compute().precision().toString();
        int workloads = everyFeature ? from(1, 2, 2, 3) : 2;
        IntStream.range(0, workloads).forEach(k -> builder.workload(workload(k, workloads, precision, everyFeature)));
        if (chance(20)) {
            builder.mostLocations(from(1, 2));
        }
        if (chance(15)) {
            builder.leastLocations(2);
        }
        if (everyFeature) {
            design.redundancy().ifPresent(builder::redundancy);
            design.fabric().ifPresent(builder::fabric);
            design.policy().ifPresent(builder::policy);
            design.software().forEach(builder::software);
            design.serverTypes().ifPresent(builder::serverTypes);
        } else {
            builder.fabric(FabricRule.NONE);
            if (chance(25)) {
                builder.energyLimit(Energy.megawattHours(from(20, 60, 150)));
            }
            if (chance(25)) {
                builder.carbonLimit(CarbonMass.parse(from(0, 10, 40) + " tCO2"));
            }
        }
        return builder.build();
    }

    private static Catalog bare(Catalog items) {
        return new Catalog(
                items.name(),
                items.accelerators(),
                items.servers(),
                List.of(),
                items.storage(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Location location(int k, Catalog items, boolean everyFeature) {
        DesignProblem there = SmallDesigns.of(random);
        List<String> cooling = items.cooling().stream().map(CoolingSystem::id).toList();
        Optional<Site> site =
                there.site().filter(limits -> everyFeature || limits.racks().isEmpty());
        return new Location(
                "place-" + k,
                "Place " + k,
                List.of(List.of("DE", "FR", "US").get(random.nextInt(3))),
                EnergyPrice.parse(from(0, 1, 3) + "e-1 USD/kWh"),
                CarbonIntensity.gramsPerKilowattHour(from(0, 100, 400)),
                maybe(20, CarbonPrice.dollarsPerTonne(50)),
                site,
                everyFeature ? there.supply() : Optional.empty(),
                maybe(50, Money.dollars(from(0, 1000, 10_000))),
                maybe(30, MoneyRate.dollarsPerYear(from(0, 500, 2000))),
                everyFeature && cooling.size() > 1 && chance(40) ? cooling.subList(0, 1) : List.of(),
                List.of());
    }

    private PlaceableWorkload workload(int k, int workloads, String precision, boolean everyFeature) {
        boolean split = workloads < 3 && (everyFeature || k == 0) && chance(25);
        int parts = split ? 2 : 1;
        int most = everyFeature ? 3 - Math.min(2, workloads - 1 + (split ? 1 : 0)) : 1;
        Set<AccessProtocol> protocols =
                chance(15) ? EnumSet.of(AccessProtocol.FILE) : EnumSet.noneOf(AccessProtocol.class);
        Requirement requirement = new Requirement(
                "workload-" + k,
                ComputeRate.parse(most * from(0, 10, 20, 40, 50) + " TFLOP/s " + precision),
                DataSize.parse(most * from(0, 5, 10, 20) + " TB"),
                DataRate.parse((everyFeature ? from(0, 0, 4, 8) : 0) + " GB/s"),
                maybe(10, from(0, 1)),
                maybe(10, DataSize.parse(from(0, 40) + " GB")),
                Optional.empty(),
                maybe(10, DataRate.parse(from(5, 10) + " GB/s")),
                Optional.empty(),
                Optional.empty(),
                protocols);
        PlaceableWorkload workload = PlaceableWorkload.anywhere(requirement);
        if (split) {
            workload = workload.inParts(parts, from(1, 2));
        }
        if (chance(20)) {
            workload = workload.on(List.of("records"));
        }
        return chance(20) ? workload.serving(List.of("people"), TimeSpan.parse(from(5, 20, 30) + " ms")) : workload;
    }
}
