package io.dcsdk.optimizer;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.compute.HostProcessor;
import io.dcsdk.compute.InterfaceRole;
import io.dcsdk.compute.NetworkInterface;
import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.energy.CoolingKind;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.sizing.AnnualLimit;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.EnergySystemBuilder;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Reservoir;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Mass;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;

/**
 * Joint problems of two server types, one store and two cooling systems over a day of 24 hours that repeats for 5 years. The
 * frugal server and the frugal cooling cost more to buy, so that the supply decides.
 */
final class TinyJoint {
    static final int STEPS = 24;

    private final Random random;
    private double tariffScale = 1;
    private double gridMegawatts = 1;
    private boolean sunny = true;
    private String lambda = "0 USD/kWh";
    private double costScale = 1;
    private BigDecimal exchangeRate = BigDecimal.ONE;
    private boolean tank;
    private boolean dark;
    private OptionalDouble hourly = OptionalDouble.empty();
    private OptionalDouble annual = OptionalDouble.empty();

    TinyJoint(long seed) {
        random = new Random(seed);
    }

    TinyJoint tariff(double scale) {
        tariffScale = scale;
        return this;
    }

    TinyJoint grid(double megawatts) {
        gridMegawatts = megawatts;
        return this;
    }

    TinyJoint gridOnly(double megawatts) {
        sunny = false;
        return grid(megawatts);
    }

    TinyJoint lambda(String price) {
        lambda = price;
        return this;
    }

    /** All costs of the supply times a number. */
    TinyJoint costs(double scale) {
        costScale = scale;
        return this;
    }

    TinyJoint exchangeRate(String rate) {
        exchangeRate = new BigDecimal(rate);
        return this;
    }

    /** A free tank of 1e12 MWh, the last node, its discharge the last activity. */
    TinyJoint hugeTank() {
        tank = true;
        return this;
    }

    /** The sun never shines. */
    TinyJoint dark() {
        dark = true;
        return this;
    }

    /** So much of the load is met by the sun, in the same hour or over the day. */
    TinyJoint carbonFree(double share, boolean isHourly) {
        hourly = isHourly ? OptionalDouble.of(share) : OptionalDouble.empty();
        annual = isHourly ? OptionalDouble.empty() : OptionalDouble.of(share);
        return this;
    }

    JointProblem problem() {
        DesignProblem design = design();
        Map<String, Profile> factors = new TreeMap<>();
        factors.put("plain", factor(1.3, 0.3));
        factors.put("frugal", factor(1.03, 0.15));
        return JointProblem.of(design, supply(), "site", factors, Map.of(), exchangeRate);
    }

    private int from(int... values) {
        return values[random.nextInt(values.length)];
    }

    private Profile factor(double least, double range) {
        double[] values = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            values[t] = least + range * random.nextDouble();
        }
        return Profile.of(values);
    }

    private DesignProblem design() {
        int price = from(8, 10, 12);
        return DesignProblem.named("tiny", Finance.over(TimeSpan.years(5)), EnergyWeight.parse(lambda))
                .workload(Requirement.of(
                        "work",
                        ComputeRate.parse(from(700, 1000, 1300, 1500) + " TFLOP/s bf16"),
                        DataSize.parse("10 TB"),
                        DataRate.parse("0 GB/s")))
                .utilisation(Ratio.of(new BigDecimal("0.5")))
                .fabric(FabricRule.NONE)
                .catalog(new Catalog(
                        "tiny",
                        List.of(new Accelerator(
                                "chip",
                                "Chip",
                                AcceleratorKind.GPU,
                                List.of(ComputeRate.parse("200 TFLOP/s bf16")),
                                DataSize.parse("80 GB"),
                                DataRate.parse("3 TB/s"),
                                Optional.empty(),
                                Power.parse("500 W"),
                                List.of())),
                        List.of(
                                server("hungry", 4, price * 1000.0, from(3000, 4000)),
                                server("lean", from(2, 4), (price - from(1, 3)) * 1000.0, from(900, 1400, 2000))),
                        List.of(),
                        List.of(FoundingFixture.store("store", "6 TB", 5000)),
                        List.of(),
                        List.of(cooling("plain", from(300, 700)), cooling("frugal", from(1200, 2500, 4000))),
                        List.of(),
                        List.of()))
                .build();
    }

    private static Server server(String id, int chips, double price, int watts) {
        return new Server(
                id,
                "Server",
                "chip",
                chips,
                new HostProcessor("Processor", 2, 64),
                DataSize.parse("1 TB"),
                List.of(new NetworkInterface(DataRate.parse("200 Gbit/s"), 2, InterfaceRole.FABRIC)),
                Power.parse(watts / 4 + " W"),
                Power.parse(watts + " W"),
                4,
                Mass.parse("50 kg"),
                Money.dollars(price),
                MoneyRate.dollarsPerYear(100),
                Ratio.of(new BigDecimal("0.5")),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static CoolingSystem cooling(String id, int price) {
        return new CoolingSystem(
                id,
                "Cooling",
                CoolingKind.AIR,
                Power.parse("4 kW"),
                Money.dollars(price),
                MoneyRate.dollarsPerYear(10),
                Ratio.ZERO,
                Ratio.of(new BigDecimal("0.5")),
                Power.parse("20 kW"),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Costs of a day: the grid by the hour, sun that is dear or cheap, and a battery. */
    private EnergySystem supply() {
        double[] sun = new double[STEPS];
        double[] tariff = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            sun[t] = dark ? 0 : Math.max(0, Math.sin(Math.PI * (t - 6) / 12.0));
            tariff[t] = costScale * tariffScale * (50 + 20 * random.nextInt(6));
        }
        EnergySystemBuilder system = EnergySystem.builder(STEPS, Profile.constant(1))
                .capacity(new Capacity("grid", 0, gridMegawatts, 20 * costScale))
                .bus("site", Profile.constant(0))
                .source("grid", "site", Limit.of("grid"), Profile.of(tariff));
        if (!sunny) {
            return system.build();
        }
        system.capacity(Capacity.extendable("sun", costScale * from(200, 400, 900)))
                .capacity(Capacity.extendable("battery", 30 * costScale))
                .source("sun", "site", Limit.of("sun", Profile.of(sun)), Profile.constant(0))
                .storage("battery", "site", "battery", Reservoir.cyclic("battery", 4), 0.95, 0.95);
        hourly.ifPresent(share -> system.limit(new AnnualLimit(
                "carbon-free", Map.of("grid", Profile.constant(1)), Map.of(), 0, Map.of("site", 1 - share))));
        annual.ifPresent(share -> system.limit(new AnnualLimit(
                "carbon-free", Map.of("sun", Profile.constant(-1)), Map.of(), 0, Map.of("site", -share))));
        if (tank) {
            system.capacity(Capacity.given("pump", 10))
                    .capacity(Capacity.given("tank", 1e12))
                    .storage("tank", "site", "pump", Reservoir.cyclic("tank", 1), 0.5, 0.5);
        }
        return system.build();
    }
}
