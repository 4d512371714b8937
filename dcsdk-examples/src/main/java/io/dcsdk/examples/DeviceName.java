package io.dcsdk.examples;

import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.TorchRuntime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads auto, cpu, cuda or cuda:N.
 *
 * @param device the device; empty for auto
 */
record DeviceName(Optional<ComputeDevice> device) {
    private static final Pattern GPU = Pattern.compile("cuda(?::([0-9]{1,3}))?");

    /** The device, which exists. Starts the engine, unless it is the CPU. */
    ComputeDevice existing() {
        ComputeDevice chosen = device.orElseGet(ComputeDevice::auto);
        int gpus = chosen.isGpu() ? TorchRuntime.start().gpuCount() : 0;
        if (chosen.isGpu() && chosen.index() >= gpus) {
            throw new BadInput(
                    "--device (%s)".formatted(chosen),
                    gpus == 0 ? "the engine sees no GPU" : "the engine sees %d GPUs".formatted(gpus),
                    "see what the command doctor finds, or use --device cpu.");
        }
        return chosen;
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<DeviceName> {
        Converter() {}

        @Override
        public DeviceName convert(String text) {
            Matcher gpu = GPU.matcher(text);
            if (gpu.matches()) {
                int index = gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1));
                return new DeviceName(Optional.of(ComputeDevice.gpu(index)));
            }
            return switch (text) {
                case "auto" -> new DeviceName(Optional.empty());
                case "cpu" -> new DeviceName(Optional.of(ComputeDevice.cpu()));
                default -> throw new TypeConversionException("'%s' is none of auto, cpu, cuda:N".formatted(text));
            };
        }
    }
}
