package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.compute.HostProcessor;
import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.DesignProblemBuilder;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Mass;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.workload.Requirement;
import java.util.List;
import java.util.Optional;

/**
 * Two servers and nothing else, for sums by hand: {@code frugal} gives 100 TFLOP/s for 1 kW, {@code cheap} 100 TFLOP/s for
 * 3 kW, at any utilisation.
 */
final class TinyDesigns {
    private TinyDesigns() {}

    static Server server(String id, String teraflops, String power, long price, long maintenance) {
        return new Server(
                id,
                "Server",
                "chip-" + teraflops,
                1,
                new HostProcessor("Processor", 1, 8),
                DataSize.parse("1 TB"),
                List.of(),
                Power.parse(power),
                Power.parse(power),
                1,
                Mass.parse("10 kg"),
                Money.dollars((double) price),
                MoneyRate.dollarsPerYear((double) maintenance),
                Ratio.ONE,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Accelerator chip(String teraflops) {
        return new Accelerator(
                "chip-" + teraflops,
                "Chip",
                AcceleratorKind.GPU,
                List.of(ComputeRate.parse(teraflops + " TFLOP/s bf16")),
                DataSize.parse("80 GB"),
                DataRate.parse("2 TB/s"),
                Optional.empty(),
                Power.parse("500 W"),
                List.of());
    }

    static Catalog catalog(Server... servers) {
        return new Catalog(
                "tiny",
                List.of(servers).stream()
                        .map(server -> server.accelerator().substring("chip-".length()))
                        .distinct()
                        .map(TinyDesigns::chip)
                        .toList(),
                List.of(servers),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static DesignProblem problem(Finance finance, String lambda, long teraflops, Server... servers) {
        return asked(finance, lambda, teraflops, servers).build();
    }

    static DesignProblemBuilder asked(Finance finance, String lambda, long teraflops, Server... servers) {
        return DesignProblem.named("tiny", finance, EnergyWeight.parse(lambda))
                .workload(Requirement.of(
                        "work",
                        ComputeRate.parse(teraflops + " TFLOP/s bf16"),
                        DataSize.parse("0 TB"),
                        DataRate.parse("0 GB/s")))
                .fabric(FabricRule.NONE)
                .catalog(catalog(servers));
    }
}
