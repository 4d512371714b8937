package io.dcsdk.training.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.profile.MeasuredMemory;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.training.profile.FakeNvml.FakeGpu;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PeakMemoryTest {
    private static final NvmlAccess NONE = new NvmlAccess.Absent("none");

    @TempDir
    private Path folder;

    @Test
    void readsThePeakOfTheResidentSet() {
        SystemFiles files = new FakeRoot(folder)
                .file("proc/self/status", "Name:\tjava\nVmPeak:\t 9999999 kB\nVmHWM:\t  2097152 kB\nVmRSS:\t 1 kB")
                .files();
        try (PeakMemory memory = PeakMemory.watch(files, () -> NONE, Map.of(), 0)) {
            assertEquals(
                    new MeasuredMemory(DataSize.parse("2 GiB"), "VmHWM of /proc/self/status", Optional.empty()),
                    memory.measured());
        }
    }

    @Test
    void elsewhereTheVirtualMachinesPoolsStandIn() {
        try (PeakMemory memory = PeakMemory.watch(new FakeRoot(folder).files(), () -> NONE, Map.of(), 0)) {
            assertEquals("JVM pools, without native memory", memory.measured().hostSource());
            assertTrue(memory.measured().host().compareTo(DataSize.parse("1 MB")) > 0);
        }
    }

    @Test
    void keepsTheFullestMomentOfTheFullestGpu() {
        FakeGpu first = new FakeGpu("A", "GPU-aa");
        FakeGpu second = new FakeGpu("A", "GPU-bb");
        FakeNvml nvml = new FakeNvml(first, second);
        PeakMemory memory = PeakMemory.watch(new FakeRoot(folder).files(), nvml::access, Map.of(), 2);
        second.memory = new Nvml.Memory(80L << 30, 40L << 30);
        memory.sample();
        second.memory = new Nvml.Memory(80L << 30, 2L << 30);
        assertEquals(Optional.of(DataSize.parse("40 GiB")), memory.measured().device());
        memory.close();
        assertEquals(1, nvml.closed);
    }

    @Test
    void refusesFewerThanNoGpus() {
        assertEquals(
                "gpus (-1) of the memory watch: is below 0\nMaybe the CPU is meant: 0.",
                assertThrows(ProfileException.class, () -> PeakMemory.watch(-1)).getMessage());
    }
}
