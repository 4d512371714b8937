package io.dcsdk.optimizer;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.DesignProblemBuilder;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Redundancy;
import io.dcsdk.design.Site;
import io.dcsdk.design.SupplyRule;
import io.dcsdk.quantity.Area;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.FloorLoad;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.security.ControlFamily;
import io.dcsdk.security.ControlKind;
import io.dcsdk.security.SecurityPolicy;
import io.dcsdk.storage.AccessProtocol;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random design problems that need 0 to 6 of an item; every feature is switched on or off by chance. */
final class SmallDesigns {
    private final Random random;
    private final Catalog catalog;

    private SmallDesigns(Random random) {
        this.random = random;
        this.catalog = SmallCatalogs.of(random);
    }

    static DesignProblem of(Random random) {
        return new SmallDesigns(random).problem();
    }

    /** The problem of a seed. */
    static DesignProblem of(long seed) {
        return of(new Random(seed));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private int from(int... values) {
        return values[random.nextInt(values.length)];
    }

    private Ratio ratio(String... values) {
        return Ratio.of(new BigDecimal(values[random.nextInt(values.length)]));
    }

    private <T> Optional<T> maybe(int percent, T value) {
        return chance(percent) ? Optional.of(value) : Optional.empty();
    }

    private DesignProblem problem() {
        Ratio oversubscription = ratio("1", "1.5", "2", "3", "9");
        DesignProblemBuilder builder = DesignProblem.named(
                        "small", finance(), EnergyWeight.parse(from(0, 1, 3) + "e-1 USD/kWh"))
                .catalog(catalog)
                .utilisation(ratio("0", "0.5", "0.8", "1"))
                .workload(requirement(oversubscription.compareTo(Ratio.of(2)) <= 0));
        if (chance(15)) {
            builder.workload(Requirement.of(
                    "second", ComputeRate.zero(Precision.INT8), DataSize.parse("10 TB"), DataRate.parse("0 GB/s")));
        }
        if (chance(40)) {
            builder.site(site());
        }
        if (chance(35)) {
            builder.redundancy(Redundancy.of(from(0, 1, 1, 2), from(0, 1), from(0, 1, 2)));
        }
        if (chance(40)) {
            builder.fabric(chance(30) ? FabricRule.NONE : new FabricRule(true, Optional.of(oversubscription)));
        }
        if (chance(22)) {
            builder.supply(new SupplyRule(
                    maybe(50, ratio("0", "0.3", "0.8", "1")),
                    maybe(40, CarbonMass.parse(from(0, 3, 10, 40) + " tCO2"))));
        }
        if (chance(30)) {
            builder.policy(policy());
        }
        catalog.software().forEach(item -> {
            if (chance(70)) {
                builder.software(item.id());
            }
        });
        if (chance(30)) {
            builder.serverTypes(from(1, 1, 2));
        }
        return builder.build();
    }

    private Finance finance() {
        Finance finance =
                Finance.over(TimeSpan.years(from(1, 3, 5))).withStaffCost(MoneyRate.dollarsPerYear(from(0, 20_000)));
        if (chance(30)) {
            finance = finance.withDiscountRate(ratio("0.05", "0.1"));
        }
        if (chance(30)) {
            finance = finance.withBudget(Money.dollars(from(15, 30, 60, 120) * 1000.0));
        }
        return finance;
    }

    private Requirement requirement(boolean network) {
        String precision = chance(75) ? "bf16" : "fp8";
        Set<AccessProtocol> protocols =
                chance(30) ? EnumSet.of(AccessProtocol.FILE) : EnumSet.noneOf(AccessProtocol.class);
        return new Requirement(
                "first",
                ComputeRate.parse(from(0, 40, 80, 100, 120, 150) + " TFLOP/s " + precision),
                DataSize.parse(from(0, 10, 20, 40, 60, 80) + " TB"),
                DataRate.parse((network ? from(0, 0, 10, 20, 25) : 0) + " GB/s"),
                maybe(15, from(0, 1, 2, 3)),
                maybe(15, DataSize.parse(from(0, 40, 100, 120) + " GB")),
                maybe(15, DataRate.parse(from(0, 2, 5) + " TB/s")),
                maybe(20, DataRate.parse(from(5, 20, 30) + " GB/s")),
                maybe(20, DataRate.parse(from(5, 12) + " GB/s")),
                maybe(15, (long) from(0, 500, 2000)),
                protocols);
    }

    private Site site() {
        boolean area = chance(30);
        return new Site(
                maybe(40, Power.parse(from(5, 8, 15) + " kW")),
                maybe(30, from(2, 4, 6)),
                maybe(70, from(4, 6, 10)),
                maybe(40, Power.parse(from(3, 5, 10) + " kW")),
                maybe(40, Money.dollars(from(0, 300, 1500))),
                area ? Optional.of(Area.parse(from(2, 4, 9) + " m2")) : Optional.empty(),
                area || chance(10) ? Optional.of(Area.parse(from(1, 2) + " m2")) : Optional.empty(),
                area && chance(60) ? Optional.of(FloorLoad.parse(from(20, 50, 100) + " kg/m2")) : Optional.empty());
    }

    private SecurityPolicy policy() {
        Map<ControlFamily, Integer> coverage = new EnumMap<>(ControlFamily.class);
        Set<ControlKind> kinds = EnumSet.noneOf(ControlKind.class);
        if (chance(50)) {
            coverage.put(ControlFamily.AC, from(1, 1, 2));
        }
        if (chance(30)) {
            coverage.put(ControlFamily.SC, 1);
        }
        if (chance(20)) {
            kinds.add(chance(50) ? ControlKind.ACCESS_CONTROL : ControlKind.AUDIT);
        }
        return new SecurityPolicy(coverage, kinds);
    }
}
