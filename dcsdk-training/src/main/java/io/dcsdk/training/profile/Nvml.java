package io.dcsdk.training.profile;

import java.util.List;
import java.util.Optional;

/** What the SDK asks of the NVIDIA Management Library; a fake in tests. */
interface Nvml extends AutoCloseable {
    /** The driver's version, such as {@code 570.86.15}. */
    String driverVersion();

    /** The GPUs in the order of their PCI addresses. */
    List<NvmlGpu> gpus();

    @Override
    void close();

    /** Loads and initialises the library of this machine. */
    static NvmlAccess open() {
        return NativeNvml.open(NativeNvml.fileName());
    }

    /** One GPU. What it does not support is empty. */
    interface NvmlGpu {
        String name();

        String uuid();

        /** Whether MIG splits it into instances, of which NVML's figures of the whole say little. */
        boolean split();

        /** Millijoules since the driver was loaded; Volta and later. */
        Optional<Long> energyMillijoules();

        /** Bytes of its memory, and how many of them are in use by whomever. */
        Optional<Memory> memory();

        /** Percent of the last sampling period in which a kernel ran. */
        Optional<Integer> utilisationPercent();
    }

    /** Bytes. */
    record Memory(long total, long used) {}
}
