package io.dcsdk.benchmarks;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Site;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.workload.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Random planning problems of any size, the same for the same arguments on every machine.
 *
 * <p>Of K items 45 % are servers, 30 % storage units, 10 % switches and the rest cooling systems. Prices follow what an
 * item gives within a few per cent ({@link SyntheticItems}), so that many items are nearly as good as the best and few
 * are dominated. The demand binds in several dimensions at once: compute, accelerator memory and network of the servers;
 * capacity, read and write rate of the storage.
 *
 * <p>Every problem has a solution: nothing but the demand limits it, and the first switch of every catalogue connects
 * 746,496 ports. The catalogue of a seed with more items holds all items of the one with fewer, so the optimum never
 * rises with the number of items.
 */
public final class SyntheticProblems {
    private static final int LEAST_ITEMS = 10;
    private static final int MOST_ITEMS = 1000;

    private SyntheticProblems() {}

    /**
     * A problem.
     *
     * @param items how many items can be counted in a plan, 10 to 1000
     * @param demand how much is asked for
     * @param seed any number
     * @return the problem with its catalogue
     * @throws io.dcsdk.item.ItemException if the number of items is outside
     */
    public static DesignProblem of(int items, DemandSize demand, long seed) {
        if (items < LEAST_ITEMS || items > MOST_ITEMS) {
            throw ItemRules.of("synthetic problem", "")
                    .broken("items", items, "is not within 10 and 1000", "use 10, 50 or 200.");
        }
        return DesignProblem.named(
                        "synthetic-%d-%s-%d".formatted(items, demand, seed),
                        Finance.over(TimeSpan.years(SyntheticItems.YEARS)),
                        EnergyWeight.parse(SyntheticItems.DOLLARS_PER_KILOWATT_HOUR + " USD/kWh"))
                .workload(requirement(demand, seed))
                .utilisation(Ratio.of(SyntheticItems.UTILISATION))
                .site(new Site(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Money.dollars(4000)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .catalog(catalog(items, seed))
                .build();
    }

    private static Catalog catalog(int items, long seed) {
        SyntheticItems random = new SyntheticItems(seed);
        int servers = items * 45 / 100;
        int storage = items * 30 / 100;
        int switches = items / 10;
        int cooling = items - servers - storage - switches;
        return new Catalog(
                "synthetic",
                IntStream.range(0, servers).mapToObj(random::accelerator).toList(),
                IntStream.range(0, servers).mapToObj(random::server).toList(),
                List.of(),
                IntStream.range(0, storage).mapToObj(random::storage).toList(),
                IntStream.range(0, switches).mapToObj(random::networkSwitch).toList(),
                IntStream.range(0, cooling).mapToObj(random::cooling).toList(),
                List.of(),
                List.of());
    }

    /** For each server of the mean size: about what it gives, each figure up to 15 % more or less. */
    private static Requirement requirement(DemandSize demand, long seed) {
        Random random = SyntheticItems.random(seed, "demand", demand.servers());
        int servers = demand.servers();
        return new Requirement(
                "demand",
                ComputeRate.teraflopPerSecond(servers * SyntheticItems.about(random, 1800), Precision.BF16),
                DataSize.terabytes(servers * SyntheticItems.about(random, 80)),
                DataRate.gigabytesPerSecond(servers * SyntheticItems.about(random, 320)),
                Optional.empty(),
                Optional.of(DataSize.gigabytes(servers * SyntheticItems.about(random, 550))),
                Optional.empty(),
                Optional.of(DataRate.gigabytesPerSecond(servers * SyntheticItems.about(random, 3))),
                Optional.of(DataRate.gigabytesPerSecond(servers * SyntheticItems.about(random, 2))),
                Optional.empty(),
                Set.of());
    }
}
