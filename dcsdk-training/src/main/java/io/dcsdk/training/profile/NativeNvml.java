package io.dcsdk.training.profile;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/** NVML through JNA. The library comes with the driver, so there is nothing to install and nothing to bundle. */
final class NativeNvml implements Nvml {
    private static final int SUCCESS = 0;

    /** NVML_DEVICE_NAME_V2_BUFFER_SIZE and NVML_DEVICE_UUID_V2_BUFFER_SIZE are 96, the version's is 80. */
    private static final int TEXT_BYTES = 96;

    private final Functions functions;
    private final String driverVersion;
    private final List<NvmlGpu> gpus;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** The C functions, by their names in nvml.h. */
    interface Functions extends Library {
        int nvmlInit_v2();

        int nvmlShutdown();

        String nvmlErrorString(int result);

        int nvmlSystemGetDriverVersion(byte[] version, int length);

        int nvmlDeviceGetCount_v2(IntByReference count);

        int nvmlDeviceGetHandleByIndex_v2(int index, PointerByReference device);

        int nvmlDeviceGetName(Pointer device, byte[] name, int length);

        int nvmlDeviceGetUUID(Pointer device, byte[] uuid, int length);

        int nvmlDeviceGetMigMode(Pointer device, IntByReference current, IntByReference pending);

        int nvmlDeviceGetTotalEnergyConsumption(Pointer device, LongByReference millijoules);

        /** Fills nvmlMemory_t: total, free and used bytes. */
        int nvmlDeviceGetMemoryInfo(Pointer device, long[] memory);

        /** Fills nvmlUtilization_t: percent of GPU and of memory. */
        int nvmlDeviceGetUtilizationRates(Pointer device, int[] utilisation);
    }

    private NativeNvml(Functions functions, String driverVersion, List<NvmlGpu> gpus) {
        this.functions = functions;
        this.driverVersion = driverVersion;
        this.gpus = List.copyOf(gpus);
    }

    static String fileName() {
        return Platform.isWindows() ? "nvml" : "libnvidia-ml.so.1";
    }

    /** Opens a library by its file name, or its path. */
    static NvmlAccess open(String file) {
        Functions functions;
        try {
            functions = Native.load(file, Functions.class);
        } catch (LinkageError e) {
            return new NvmlAccess.Absent("NVML: no " + file + " (no NVIDIA driver)");
        }
        try {
            int result = functions.nvmlInit_v2();
            if (result != SUCCESS) {
                return new NvmlAccess.Absent("NVML: " + functions.nvmlErrorString(result));
            }
            return initialised(functions);
        } catch (LinkageError e) {
            return new NvmlAccess.Absent("NVML: " + file + " lacks a function (" + e.getMessage() + ")");
        }
    }

    private static NvmlAccess initialised(Functions functions) {
        byte[] version = new byte[TEXT_BYTES];
        IntByReference count = new IntByReference();
        int result = functions.nvmlSystemGetDriverVersion(version, version.length);
        if (result == SUCCESS) {
            result = functions.nvmlDeviceGetCount_v2(count);
        }
        List<NvmlGpu> gpus = new ArrayList<>();
        for (int i = 0; result == SUCCESS && i < count.getValue(); i++) {
            PointerByReference device = new PointerByReference();
            result = functions.nvmlDeviceGetHandleByIndex_v2(i, device);
            gpus.add(new Gpu(functions, device.getValue()));
        }
        if (result != SUCCESS) {
            String reason = functions.nvmlErrorString(result);
            functions.nvmlShutdown();
            return new NvmlAccess.Absent("NVML: " + reason);
        }
        return new NvmlAccess.Open(new NativeNvml(functions, text(version), gpus));
    }

    private static String text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String driverVersion() {
        return driverVersion;
    }

    @Override
    public List<NvmlGpu> gpus() {
        return gpus;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            // What it returns tells nothing that could still be acted on.
            int ignored = functions.nvmlShutdown();
        }
    }

    private record Gpu(Functions functions, Pointer device) implements NvmlGpu {
        /** Not where the GPU does not support it, nor where the driver is older than the function. */
        private static boolean works(IntSupplier call) {
            try {
                return call.getAsInt() == SUCCESS;
            } catch (UnsatisfiedLinkError e) {
                return false;
            }
        }

        @Override
        public String name() {
            byte[] name = new byte[TEXT_BYTES];
            return works(() -> functions.nvmlDeviceGetName(device, name, name.length)) ? text(name) : "NVIDIA GPU";
        }

        @Override
        public String uuid() {
            byte[] uuid = new byte[TEXT_BYTES];
            return works(() -> functions.nvmlDeviceGetUUID(device, uuid, uuid.length)) ? text(uuid) : "";
        }

        @Override
        public boolean split() {
            IntByReference current = new IntByReference();
            IntByReference pending = new IntByReference();
            return works(() -> functions.nvmlDeviceGetMigMode(device, current, pending)) && current.getValue() != 0;
        }

        @Override
        public Optional<Long> energyMillijoules() {
            LongByReference energy = new LongByReference();
            return works(() -> functions.nvmlDeviceGetTotalEnergyConsumption(device, energy))
                    ? Optional.of(energy.getValue())
                    : Optional.empty();
        }

        @Override
        public Optional<Memory> memory() {
            long[] memory = new long[3];
            return works(() -> functions.nvmlDeviceGetMemoryInfo(device, memory))
                    ? Optional.of(new Memory(memory[0], memory[2]))
                    : Optional.empty();
        }

        @Override
        public Optional<Integer> utilisationPercent() {
            int[] utilisation = new int[2];
            return works(() -> functions.nvmlDeviceGetUtilizationRates(device, utilisation))
                    ? Optional.of(utilisation[0])
                    : Optional.empty();
        }
    }
}
