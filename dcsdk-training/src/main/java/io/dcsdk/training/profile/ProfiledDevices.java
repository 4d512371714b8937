package io.dcsdk.training.profile;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.profile.ProfiledDevice;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.Precision;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Names the devices of this machine for a profile, with their peak where a catalogue or the user knows it. */
public final class ProfiledDevices {
    private ProfiledDevices() {}

    /**
     * The processors of this machine, counted by the socket.
     *
     * @param peak peak rate of one socket in the precision of the run, if the user knows it
     * @return the model's name that the kernel tells, else the architecture; never matched with a catalogue, because a name
     *     does not tell how many of a socket's cores a virtual machine was given
     */
    public static ProfiledDevice processors(Optional<ComputeRate> peak) {
        return processors(SystemFiles.ofMachine(), peak);
    }

    static ProfiledDevice processors(SystemFiles files, Optional<ComputeRate> peak) {
        ProcessorInfo processor = ProcessorInfo.read(files);
        String name = processor
                .model()
                .orElseGet(() -> Runtime.getRuntime().availableProcessors() + " processors of "
                        + System.getProperty("os.arch", "unknown architecture"));
        return new ProfiledDevice(name, AcceleratorKind.CPU, processor.sockets(), Optional.empty(), peak);
    }

    /**
     * GPUs of this machine, asked of NVML.
     *
     * @param count how many compute, at least 1: the first visible ones
     * @param precision what is computed in
     * @param peak peak rate of one of them in that precision; in its absence that of the built-in catalogue is taken, if the
     *     GPU is in it
     * @return the GPUs; named {@code CUDA device} where NVML does not know them
     * @throws ProfileException if the count is below 1
     */
    public static ProfiledDevice gpus(int count, Precision precision, Optional<ComputeRate> peak) {
        return gpus(Nvml::open, System.getenv(), Catalog.builtIn(), count, precision, peak);
    }

    static ProfiledDevice gpus(
            Supplier<NvmlAccess> nvml,
            Map<String, String> environment,
            Catalog catalog,
            int count,
            Precision precision,
            Optional<ComputeRate> peak) {
        if (count < 1) {
            throw new ProfileException("count", count, "the GPUs", "is below 1", "the CPU is meant: processors().");
        }
        String name = "CUDA device";
        if (VisibleGpus.open(nvml.get(), environment, count) instanceof VisibleGpus.Found.Present present) {
            try (VisibleGpus visible = present.visible()) {
                name = String.join(
                        " and ",
                        visible.gpus().stream()
                                .map(Nvml.NvmlGpu::name)
                                .distinct()
                                .toList());
            }
        }
        return named(name, catalog, count, precision, peak);
    }

    /**
     * Devices whose name is known otherwise.
     *
     * @param name the driver's name, such as {@code NVIDIA H100 80GB HBM3}
     * @param catalog where to look it up
     * @param count how many compute, at least 1
     * @param precision what is computed in
     * @param peak peak rate of one of them in that precision; in its absence the catalogue's, if it has one
     * @return the devices, with the catalogue's identifier where the name is one of its GPUs
     */
    public static ProfiledDevice named(
            String name, Catalog catalog, int count, Precision precision, Optional<ComputeRate> peak) {
        Optional<Accelerator> known = CatalogueNames.find(name, catalog);
        return new ProfiledDevice(
                name.length() > 120 ? name.substring(0, 120) : name,
                known.map(Accelerator::kind).orElse(AcceleratorKind.GPU),
                count,
                known.map(Accelerator::id),
                peak.or(() -> known.flatMap(item -> item.peak(precision))));
    }
}
