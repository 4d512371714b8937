package io.dcsdk.training.profile;

import io.dcsdk.profile.MeasuredMemory;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.training.profile.Nvml.NvmlGpu;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The most memory that this process held. Safe for several threads.
 *
 * <p>On Linux the kernel keeps the peak of the resident set since the process started (VmHWM of /proc/self/status), native
 * tensors included. Elsewhere the peaks of the JVM's pools stand in for it, without native memory, and the source says so. The
 * memory of GPUs is what is in use on the whole board at the moments of {@link #sample()}, whoever uses it.
 */
public final class PeakMemory implements AutoCloseable {
    private static final Pattern KIBIBYTES = Pattern.compile("([0-9]{1,15}) kB");

    private final SystemFiles files;
    private final VisibleGpus.Found gpus;
    private long deviceBytes;

    PeakMemory(SystemFiles files, VisibleGpus.Found gpus) {
        this.files = files;
        this.gpus = gpus;
    }

    /**
     * Starts watching.
     *
     * @param gpus how many GPUs compute, from 0; with 0 no driver is loaded
     * @return the watch, to be closed
     * @throws ProfileException if the number is negative
     */
    public static PeakMemory watch(int gpus) {
        return watch(SystemFiles.ofMachine(), Nvml::open, System.getenv(), gpus);
    }

    static PeakMemory watch(SystemFiles files, Supplier<NvmlAccess> nvml, Map<String, String> environment, int gpus) {
        if (gpus < 0) {
            throw new ProfileException("gpus", gpus, "the memory watch", "is below 0", "the CPU is meant: 0.");
        }
        return new PeakMemory(
                files,
                gpus == 0
                        ? new VisibleGpus.Found.Absent("no GPU computes")
                        : VisibleGpus.open(nvml.get(), environment, gpus));
    }

    /** Looks at the memory of the GPUs now; cheap enough for once a second, too slow for every step. */
    public synchronized void sample() {
        if (gpus instanceof VisibleGpus.Found.Present present) {
            for (NvmlGpu gpu : present.visible().gpus()) {
                deviceBytes = Math.max(
                        deviceBytes, gpu.memory().map(Nvml.Memory::used).orElse(0L));
            }
        }
    }

    /**
     * The peaks so far, after one more look.
     *
     * @return host memory with its source, and that of the fullest GPU if one was seen
     */
    public synchronized MeasuredMemory measured() {
        sample();
        Optional<DataSize> device =
                deviceBytes > 0 ? Optional.of(bytes(BigDecimal.valueOf(deviceBytes))) : Optional.empty();
        return files.field("proc/self/status", "VmHWM")
                .flatMap(PeakMemory::kibibytes)
                .map(size -> new MeasuredMemory(size, "VmHWM of /proc/self/status", device))
                .orElseGet(() -> new MeasuredMemory(ofVirtualMachine(), "JVM pools, without native memory", device));
    }

    static Optional<DataSize> kibibytes(String text) {
        Matcher matcher = KIBIBYTES.matcher(text);
        return matcher.matches()
                ? Optional.of(bytes(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(1024))))
                : Optional.empty();
    }

    static DataSize bytes(BigDecimal count) {
        return DataSize.of(count, DataSize.Unit.BYTE);
    }

    private static DataSize ofVirtualMachine() {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        long sum = 0;
        for (MemoryPoolMXBean pool : pools) {
            sum += pool.isValid() ? pool.getPeakUsage().getUsed() : 0;
        }
        return bytes(BigDecimal.valueOf(sum));
    }

    @Override
    public synchronized void close() {
        if (gpus instanceof VisibleGpus.Found.Present present) {
            present.visible().close();
        }
    }
}
