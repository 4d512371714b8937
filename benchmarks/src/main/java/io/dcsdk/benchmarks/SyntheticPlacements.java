package io.dcsdk.benchmarks;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Site;
import io.dcsdk.item.ItemRules;
import io.dcsdk.placement.Location;
import io.dcsdk.placement.PlaceableWorkload;
import io.dcsdk.placement.PlacementProblem;
import io.dcsdk.placement.PlacementProblemBuilder;
import io.dcsdk.placement.UserPopulation;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.CarbonPrice;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.security.ResidencyRule;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Random placement problems of any size, the same for the same arguments on every machine.
 *
 * <p>Of the items 60 % are servers and the rest storage units ({@link SyntheticItems}). Locations lie on a square; a round trip is
 * 4 ms and what the distance takes, at most 100 ms. They lie in four jurisdictions; tariff, carbon intensity, power and opening
 * cost are drawn for each. Every workload is placed whole, two of five only in one of two jurisdictions, two of five within 45 ms of
 * one of six populations. Together the locations have three to four times the power that is needed.
 */
public final class SyntheticPlacements {
    private static final int MOST = 200;
    private static final int JURISDICTIONS = 4;
    private static final int POPULATIONS = 6;

    private SyntheticPlacements() {}

    /**
     * A problem.
     *
     * @param locations how many locations, 2 to 200
     * @param items how many items can be counted at each, 5 to 200
     * @param workloads how many workloads, 1 to 200
     * @param seed any number
     * @return the problem with its catalogue
     * @throws io.dcsdk.item.ItemException if a number is outside
     */
    public static PlacementProblem of(int locations, int items, int workloads, long seed) {
        ItemRules rules = ItemRules.of("synthetic placement", "");
        rules.atLeast("locations", locations, 2);
        rules.atLeast("items", items, 5);
        rules.atLeast("workloads", workloads, 1);
        if (Math.max(locations, Math.max(items, workloads)) > MOST) {
            throw rules.broken(
                    "size", Math.max(locations, Math.max(items, workloads)), "is above " + MOST, "use less.");
        }
        PlacementProblemBuilder builder = PlacementProblem.named(
                        "placement-%d-%d-%d-%d".formatted(locations, items, workloads, seed),
                        Finance.over(TimeSpan.years(SyntheticItems.YEARS)))
                .utilisation(Ratio.of(SyntheticItems.UTILISATION))
                .carbonPrice(CarbonPrice.dollarsPerTonne(90))
                .fabric(FabricRule.NONE)
                .catalog(catalog(items, seed))
                .residency(new ResidencyRule("east", List.of("J0", "J1"), "synthetic"))
                .residency(new ResidencyRule("west", List.of("J2", "J3"), "synthetic"));
        double megawatts = 1.1 * workloads / locations;
        double[][] places = new double[locations][];
        for (int s = 0; s < locations; s++) {
            Random random = SyntheticItems.random(seed, "location", s);
            places[s] = new double[] {random.nextDouble(), random.nextDouble()};
            builder.location(location(s, random, megawatts));
        }
        for (int p = 0; p < POPULATIONS; p++) {
            Random random = SyntheticItems.random(seed, "population", p);
            builder.population(population(p, places[random.nextInt(locations)], places));
        }
        IntStream.range(0, workloads).forEach(w -> builder.workload(workload(w, seed)));
        return builder.build();
    }

    private static Catalog catalog(int items, long seed) {
        SyntheticItems random = new SyntheticItems(seed);
        int servers = items * 60 / 100;
        return new Catalog(
                "synthetic",
                IntStream.range(0, servers).mapToObj(random::accelerator).toList(),
                IntStream.range(0, servers).mapToObj(random::server).toList(),
                List.of(),
                IntStream.range(0, items - servers).mapToObj(random::storage).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Location location(int s, Random random, double megawatts) {
        double tariff = 0.04 + 0.16 * random.nextDouble();
        double grams = 20 + 680 * random.nextDouble();
        double power = megawatts * (0.5 + 1.5 * random.nextDouble());
        Site site = new Site(
                Optional.of(Power.kilowatts(whole(1000 * power))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Money.dollars(4000)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Location(
                "site-" + s,
                "Site " + s,
                List.of("J" + random.nextInt(JURISDICTIONS)),
                EnergyPrice.of(BigDecimal.valueOf((long) (tariff * 1000), 3), EnergyPrice.Unit.USD_PER_KILOWATT_HOUR),
                CarbonIntensity.gramsPerKilowattHour(whole(grams)),
                Optional.empty(),
                Optional.of(site),
                Optional.empty(),
                Optional.of(Money.dollars(1000 * whole(200 + 600 * random.nextDouble()))),
                Optional.of(MoneyRate.dollarsPerYear(1000 * whole(50 + 100 * random.nextDouble()))),
                List.of(),
                List.of());
    }

    private static UserPopulation population(int p, double[] home, double[][] places) {
        SortedMap<String, TimeSpan> roundTrip = new TreeMap<>();
        for (int s = 0; s < places.length; s++) {
            double distance = StrictMath.hypot(home[0] - places[s][0], home[1] - places[s][1]);
            long milliseconds = Math.min(100, 4 + (long) (90 * distance));
            roundTrip.put("site-" + s, TimeSpan.of(BigDecimal.valueOf(milliseconds), TimeSpan.Unit.MILLISECOND));
        }
        return new UserPopulation("people-" + p, roundTrip);
    }

    /** For each server of the mean size: about what it gives, each figure up to 15 % more or less. */
    private static PlaceableWorkload workload(int w, long seed) {
        Random random = SyntheticItems.random(seed, "workload", w);
        int servers = 10 + random.nextInt(50);
        PlaceableWorkload workload = PlaceableWorkload.anywhere(new Requirement(
                "workload-" + w,
                ComputeRate.teraflopPerSecond(servers * SyntheticItems.about(random, 1800), Precision.BF16),
                DataSize.terabytes(servers * SyntheticItems.about(random, 80)),
                DataRate.gigabytesPerSecond(servers * SyntheticItems.about(random, 320)),
                Optional.empty(),
                Optional.of(DataSize.gigabytes(servers * SyntheticItems.about(random, 550))),
                Optional.empty(),
                Optional.of(DataRate.gigabytesPerSecond(servers * SyntheticItems.about(random, 3))),
                Optional.of(DataRate.gigabytesPerSecond(servers * SyntheticItems.about(random, 2))),
                Optional.empty(),
                Set.of()));
        int rule = random.nextInt(5);
        if (rule < 2) {
            workload = workload.on(List.of(rule == 0 ? "east" : "west"));
        }
        return random.nextInt(5) < 2
                ? workload.serving(
                        List.of("people-" + random.nextInt(POPULATIONS)),
                        TimeSpan.of(BigDecimal.valueOf(45), TimeSpan.Unit.MILLISECOND))
                : workload;
    }

    private static double whole(double value) {
        return Math.rint(value);
    }
}
