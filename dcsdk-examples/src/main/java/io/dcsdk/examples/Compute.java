package io.dcsdk.examples;

import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.TorchRuntime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command computes. */
final class Compute {
    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            converter = DeviceName.Converter.class,
            defaultValue = "auto",
            description = "auto (the first GPU if the engine sees one, else the CPU), cpu or cuda:N "
                    + "(default: ${DEFAULT-VALUE}).")
    private DeviceName device = new DeviceName(Optional.empty());

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads of one operation on the CPU (default: as many as cores). Sums round differently with "
                            + "another number.")
    private @Nullable Integer threads;

    Compute() {}

    /** Starts the engine with its threads and gives the device. */
    ComputeDevice start() {
        if (threads != null) {
            TorchRuntime.start().setThreads(threads);
        }
        return device.existing();
    }
}
