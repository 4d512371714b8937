package io.dcsdk.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.program.Kernels;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HostProcessorTest {
    private static final HostProcessor AMD = new HostProcessor("AuthenticAMD", Set.of("avx2", "avx512f"));
    private static final HostProcessor INTEL = new HostProcessor("GenuineIntel", Set.of("avx2", "avx512f"));

    @Test
    void readsMakerAndFeatures() {
        HostProcessor found = HostProcessor.parse(List.of(
                "processor\t: 0",
                "vendor_id\t: AuthenticAMD",
                "model name\t: a name: with a colon",
                "flags\t\t: fpu  avx2 avx512f",
                "vmx flags\t: vnmi"));
        assertEquals(new HostProcessor("AuthenticAMD", Set.of("fpu", "avx2", "avx512f")), found);
    }

    @Test
    void knowsNothingOfOtherFiles() {
        assertEquals(new HostProcessor("", Set.of()), HostProcessor.parse(List.of("CPU implementer\t: 0x41", "", "x")));
    }

    @Test
    void oneDnnIsForWideProcessorsOfOtherMakers() {
        assertTrue(AMD.favoursOneDnn());
        assertFalse(INTEL.favoursOneDnn());
        assertFalse(new HostProcessor("AuthenticAMD", Set.of("avx2")).favoursOneDnn());
        assertFalse(new HostProcessor("", Set.of("avx512f")).favoursOneDnn());
    }

    @Test
    void thePropertyDecidesBeforeTheProcessor() {
        assertTrue(DeviceKernels.oneDnnProducts(null, AMD));
        assertFalse(DeviceKernels.oneDnnProducts(null, INTEL));
        assertFalse(DeviceKernels.oneDnnProducts("false", AMD));
        assertTrue(DeviceKernels.oneDnnProducts("true", INTEL));
        assertEquals(
                "dcsdk.training.oneDnnProducts (yes) of this process: is neither true nor false\nMaybe leave it out.",
                assertThrows(EngineException.class, () -> DeviceKernels.oneDnnProducts("yes", INTEL))
                        .getMessage());
    }

    @Test
    void gpusHaveKernelsOfTheirOwn() {
        assertEquals(Kernels.forGpus(), DeviceKernels.forTraining(ComputeDevice.gpu(0)));
        Kernels here = DeviceKernels.forTraining(ComputeDevice.cpu());
        assertEquals(Kernels.forProcessors(), here.withOneDnnProducts(false));
        assertEquals(HostProcessor.read().favoursOneDnn(), here.oneDnnProducts());
    }
}
