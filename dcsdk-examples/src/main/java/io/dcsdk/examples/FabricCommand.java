package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.document.Documents;
import io.dcsdk.fabric.FabricSize;
import io.dcsdk.fabric.FatTree;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code estimate fabric}: switches and cables of a fat tree. */
@Command(
        name = "fabric",
        mixinStandardHelpOptions = true,
        description = "Counts the switches and cables of a fat tree with one port for each GPU.")
final class FabricCommand implements Runnable {
    @Option(names = "--ports", required = true, paramLabel = "N", description = "Ports of a switch, even.")
    private int ports;

    @Option(names = "--gpus-per-node", required = true, paramLabel = "N", description = "Fabric ports of a node.")
    private int gpusPerNode;

    @Option(names = "--nodes", required = true, paramLabel = "N", description = "Number of nodes.")
    private int nodes;

    @Option(
            names = "--oversubscription",
            paramLabel = "R",
            defaultValue = "1",
            description = "Ports down for each port up of a leaf, at least (default: ${DEFAULT-VALUE}).")
    private BigDecimal oversubscription = BigDecimal.ONE;

    @Option(names = "--json", description = "Accepted for uniformity: the answer is JSON in any case.")
    @SuppressWarnings("UnusedVariable")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    FabricCommand() {}

    /**
     * The answer.
     *
     * @param cables the sum over the tiers
     * @param cablesPerTier between end points and leaves, leaves and spines, spines and cores; tiers without are left out
     */
    private record Answer(
            long leaf,
            long spine,
            long core,
            long cables,
            @JsonProperty("cables_per_tier") List<Long> cablesPerTier) {}

    @Override
    public void run() {
        requirePositive("--gpus-per-node", gpusPerNode);
        requirePositive("--nodes", nodes);
        FabricSize size = FatTree.size((long) nodes * gpusPerNode, ports, Ratio.of(oversubscription));
        List<Long> tiers = LongStream.of(size.hostCables(), size.leafSpineCables(), size.spineCoreCables())
                .filter(count -> count > 0)
                .boxed()
                .toList();
        spec.commandLine()
                .getOut()
                .print(Documents.toJson(new Answer(size.leaf(), size.spine(), size.core(), size.cables(), tiers)));
    }

    private static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new BadInput("%s (%d)".formatted(option, value), "is below 1", "correct the count.");
        }
    }
}
