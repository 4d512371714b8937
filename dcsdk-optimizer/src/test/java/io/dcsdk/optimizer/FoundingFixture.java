package io.dcsdk.optimizer;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.compute.HostProcessor;
import io.dcsdk.compute.InterfaceRole;
import io.dcsdk.compute.NetworkInterface;
import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.DesignProblemBuilder;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.energy.CoolingKind;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Mass;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.storage.AccessProtocol;
import io.dcsdk.storage.Durability;
import io.dcsdk.storage.StorageKind;
import io.dcsdk.storage.StorageUnit;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The founding example over one item of each kind, with figures that are easy to add up by hand. */
final class FoundingFixture {
    private FoundingFixture() {}

    static DesignProblem problem() {
        return builder().build();
    }

    /** 1000 TFLOP/s, 10 TB, 100 GB/s, 10 M$, lambda 0.1 $/kWh, over 5 years. */
    static DesignProblemBuilder builder() {
        return builder(Finance.over(TimeSpan.years(5)).withBudget(Money.dollars(1e7)));
    }

    static DesignProblemBuilder builder(Finance finance) {
        return DesignProblem.named("founding", finance, EnergyWeight.parse("0.1 USD/kWh"))
                .workload(Requirement.of(
                        "founding",
                        ComputeRate.parse("1000 TFLOP/s bf16"),
                        DataSize.parse("10 TB"),
                        DataRate.parse("100 GB/s")))
                .utilisation(Ratio.of(new BigDecimal("0.5")))
                .catalog(catalog());
    }

    static Catalog catalog() {
        return new Catalog(
                "fixture",
                List.of(new Accelerator(
                        "chip",
                        "Chip",
                        AcceleratorKind.GPU,
                        List.of(ComputeRate.parse("200 TFLOP/s bf16")),
                        DataSize.parse("80 GB"),
                        DataRate.parse("3 TB/s"),
                        Optional.empty(),
                        Power.parse("700 W"),
                        List.of())),
                List.of(server("server", 10_000)),
                List.of(),
                List.of(store("store", "6 TB", 5000)),
                List.of(new NetworkSwitch(
                        "switch",
                        "Switch",
                        8,
                        DataRate.parse("200 Gbit/s"),
                        Money.dollars(3000),
                        MoneyRate.dollarsPerYear(100),
                        Power.parse("100 W"),
                        Power.parse("300 W"),
                        1,
                        Mass.parse("10 kg"),
                        Money.dollars(50),
                        List.of())),
                List.of(new CoolingSystem(
                        "air",
                        "Air",
                        CoolingKind.CHILLED_WATER,
                        Power.parse("5 kW"),
                        Money.dollars(2000),
                        MoneyRate.dollarsPerYear(50),
                        Ratio.of(new BigDecimal("0.25")),
                        Ratio.of(new BigDecimal("0.5")),
                        Power.parse("10 kW"),
                        Optional.empty(),
                        List.of())),
                List.of(),
                List.of());
    }

    static Server server(String id, double price) {
        return server(id, price, 4, "200 Gbit/s", 2);
    }

    /** A server with other accelerators and fabric ports. */
    static Server server(String id, double price, int accelerators, String rate, int ports) {
        return new Server(
                id,
                "Server",
                "chip",
                accelerators,
                new HostProcessor("Processor", 2, 64),
                DataSize.parse("1 TB"),
                List.of(new NetworkInterface(DataRate.parse(rate), ports, InterfaceRole.FABRIC)),
                Power.parse("1 kW"),
                Power.parse("3 kW"),
                4,
                Mass.parse("50 kg"),
                Money.dollars(price),
                MoneyRate.dollarsPerYear(1000),
                Ratio.of(new BigDecimal("0.5")),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static StorageUnit store(String id, String raw, double price) {
        return store(id, raw, Durability.erasure(2, 1), price);
    }

    /** A storage unit of another durability. */
    static StorageUnit store(String id, String raw, Durability durability, double price) {
        return new StorageUnit(
                id,
                "Store",
                StorageKind.SSD,
                DataSize.parse(raw),
                durability,
                DataRate.parse("10 GB/s"),
                DataRate.parse("5 GB/s"),
                1000,
                Set.of(AccessProtocol.FILE),
                Power.parse("200 W"),
                Power.parse("600 W"),
                2,
                Mass.parse("30 kg"),
                Money.dollars(price),
                MoneyRate.dollarsPerYear(200),
                Optional.empty(),
                List.of());
    }
}
