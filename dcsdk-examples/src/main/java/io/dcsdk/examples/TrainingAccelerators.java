package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.Server;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Precision;
import io.dcsdk.transformer.TrainingHardware;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds accelerators by the names that people give them, and their figures for the step-time model. */
final class TrainingAccelerators {
    private final Catalog catalog;

    TrainingAccelerators(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The hardware of a name such as A100-SXM4-80GB, A100 or h100-sxm5, in the first server that carries it. */
    TrainingHardware named(String gpu) {
        Accelerator accelerator = find(gpu);
        Server server = catalog.servers().stream()
                .filter(candidate -> candidate.accelerator().equals(accelerator.id()))
                .filter(candidate -> candidate.fabricPorts() > 0)
                .findFirst()
                .orElseThrow(() -> refused(gpu, "no server of the catalogue carries it with a port to the fabric"));
        ComputeRate peak = accelerator
                .peak(Precision.BF16)
                .or(() -> accelerator.peak(Precision.FP16))
                .orElseThrow(() -> refused(gpu, "has no 16-bit peak"));
        DataRate link = accelerator.link().orElseThrow(() -> refused(gpu, "has no links inside the server"));
        return new TrainingHardware(
                accelerator.name(),
                peak.in(ComputeRate.Unit.FLOP_PER_SECOND),
                accelerator.memory().in(DataSize.Unit.BYTE),
                accelerator.memoryBandwidth().in(DataRate.Unit.BYTE_PER_SECOND),
                server.acceleratorCount(),
                link.in(DataRate.Unit.BYTE_PER_SECOND),
                server.fabricBandwidth().in(DataRate.Unit.BYTE_PER_SECOND) / server.acceleratorCount());
    }

    private Accelerator find(String gpu) {
        List<String> words = Arrays.stream(gpu.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        for (Accelerator accelerator : catalog.accelerators()) {
            if (accelerator.id().equalsIgnoreCase(gpu) || accelerator.name().equalsIgnoreCase(gpu)) {
                return accelerator;
            }
        }
        List<Accelerator> near = catalog.accelerators().stream()
                .filter(accelerator -> !words.isEmpty() && words.stream().allMatch(names(accelerator)::contains))
                .toList();
        if (near.size() == 1) {
            return near.get(0);
        }
        throw refused(gpu, near.isEmpty() ? "is not in the catalogue" : "is more than one in the catalogue");
    }

    /** Identifier, and name with and without its blanks, so that 80GB is found in "80 GB". */
    private static String names(Accelerator accelerator) {
        String name = accelerator.name().toLowerCase(Locale.ROOT);
        return accelerator.id() + " " + name + " " + name.replace(" ", "");
    }

    private BadInput refused(String gpu, String rule) {
        String known = catalog.accelerators().stream().map(Accelerator::id).collect(Collectors.joining(", "));
        return new BadInput("gpu (%s) of step-time row".formatted(gpu), rule, "use one of " + known + ".");
    }
}
