package io.dcsdk.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProcessTuningTest {
    @Test
    void theEnvironmentDecidesBeforeTheDefaultAndAPropertyBeforeBoth() {
        assertEquals(Optional.of("30000"), ProcessTuning.spinCount(null, false));
        assertEquals(Optional.empty(), ProcessTuning.spinCount(null, true));
        assertEquals(Optional.empty(), ProcessTuning.spinCount("default", false));
        assertEquals(Optional.of("7"), ProcessTuning.spinCount("7", true));
        assertEquals(
                "dcsdk.training.spinCount (-1) of this process: is no number of rounds\nMaybe use 30000, or default.",
                assertThrows(EngineException.class, () -> ProcessTuning.spinCount("-1", false))
                        .getMessage());
    }

    @Test
    void theKernelsOfManyShapesAreKeptUnlessSomebodyDecidedOtherwise() {
        assertEquals(Optional.of("4096"), ProcessTuning.kernels(null, false));
        assertEquals(Optional.empty(), ProcessTuning.kernels(null, true));
        assertEquals(Optional.empty(), ProcessTuning.kernels("default", false));
        assertEquals(Optional.of("16"), ProcessTuning.kernels("16", true));
        assertEquals(
                "dcsdk.training.oneDnnKernels (many) of this process: is no number of kernels\nMaybe use 4096, or default.",
                assertThrows(EngineException.class, () -> ProcessTuning.kernels("many", false))
                        .getMessage());
    }

    @Test
    void theAllocatorIsLeftAloneOnRequest() {
        assertTrue(ProcessTuning.isOn("a", null));
        assertTrue(ProcessTuning.isOn("a", "true"));
        assertFalse(ProcessTuning.isOn("a", "false"));
        assertEquals(
                "dcsdk.training.retainMemory (no) of this process: is neither true nor false\nMaybe leave it out.",
                assertThrows(EngineException.class, () -> ProcessTuning.isOn(ProcessTuning.RETAIN_MEMORY, "no"))
                        .getMessage());
    }

    @Test
    void gpusComputeProductsInTf32UnlessSomebodyDecidedOtherwise() {
        assertEquals(Optional.of("1"), ProcessTuning.tf32(null, false, () -> true));
        assertEquals(Optional.empty(), ProcessTuning.tf32(null, false, () -> false));
        assertEquals(Optional.empty(), ProcessTuning.tf32(null, true, () -> true));
        assertEquals(Optional.of("0"), ProcessTuning.tf32("false", true, () -> true));
        assertEquals(Optional.of("1"), ProcessTuning.tf32("true", true, () -> false));
        assertEquals(
                "dcsdk.training.tf32 (yes) of this process: is neither true nor false\nMaybe leave it out.",
                assertThrows(EngineException.class, () -> ProcessTuning.tf32("yes", false, () -> true))
                        .getMessage());
    }

    @Test
    void theRuntimeFindsWhatWasSet() {
        assumeTrue(Platform.isLinux(), "settings are for Linux");
        assumeTrue(System.getenv("GOMP_SPINCOUNT") == null && System.getenv("OMP_WAIT_POLICY") == null, "decided");
        assertFound("GOMP_SPINCOUNT", "30000");
    }

    @Test
    void theLibraryOfKernelsFindsWhatWasSet() {
        assumeTrue(Platform.isLinux(), "settings are for Linux");
        assumeTrue(System.getenv("ONEDNN_PRIMITIVE_CACHE_CAPACITY") == null, "decided");
        assumeTrue(System.getenv("DNNL_PRIMITIVE_CACHE_CAPACITY") == null, "decided");
        assertFound("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "4096");
    }

    private static void assertFound(String variable, String value) {
        assertTrue(TorchRuntime.start().tuning().contains(variable + "=" + value));
        assertEquals(value, Function.getFunction("c", "getenv").invokeString(new Object[] {variable}, false));
    }
}
