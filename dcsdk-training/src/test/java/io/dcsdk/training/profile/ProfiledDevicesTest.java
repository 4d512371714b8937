package io.dcsdk.training.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.profile.ProfiledDevice;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.Precision;
import io.dcsdk.training.profile.FakeNvml.FakeGpu;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProfiledDevicesTest {
    @TempDir
    private Path folder;

    private static ProfiledDevice named(String name) {
        return ProfiledDevices.named(name, Catalog.builtIn(), 1, Precision.BF16, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "NVIDIA H100 80GB HBM3, h100-sxm5, 989.4",
        "NVIDIA A100-SXM4-80GB, a100-sxm4-80gb, 312",
        "A100-SXM4-80GB, a100-sxm4-80gb, 312",
        "NVIDIA H200, h200-sxm, 989.4",
        "NVIDIA B200, b200-sxm, 2250",
        "AMD Instinct MI300X, mi300x, 1307.4",
        "NVIDIA H100 SXM5 80 GB, h100-sxm5, 989.4",
        "Intel Gaudi 3 OAM 128 GB, gaudi-3, 1835",
    })
    void knowsTheAcceleratorsOfTheCatalogueByTheDriversName(String name, String id, double teraflop) {
        ProfiledDevice device = named(name);
        assertEquals(Optional.of(id), device.accelerator());
        assertEquals(Optional.of(ComputeRate.teraflopPerSecond(teraflop, Precision.BF16)), device.peak());
        assertEquals(name, device.name());
    }

    /** Relatives with another peak, slices, and what nobody knows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NVIDIA H100 PCIe",
                "NVIDIA H100 NVL",
                "NVIDIA H100 80GB HBM3 MIG 1g.10gb",
                "NVIDIA H200 NVL",
                "NVIDIA A100-SXM4-40GB",
                "NVIDIA A100 80GB PCIe",
                "NVIDIA GeForce RTX 4090",
                "AMD EPYC 9654 (96 cores, one socket)",
                "CUDA device",
            })
    void takesNoDeviceForARelative(String name) {
        assertEquals(Optional.empty(), named(name).accelerator());
        assertEquals(Optional.empty(), named(name).peak());
    }

    @Test
    void aGivenPeakGoesBeforeTheCatalogues() {
        Optional<ComputeRate> peak = Optional.of(ComputeRate.parse("900 TFLOP/s bf16"));
        assertEquals(
                peak,
                ProfiledDevices.named("NVIDIA H100 80GB HBM3", Catalog.builtIn(), 8, Precision.BF16, peak)
                        .peak());
    }

    @Test
    void asksTheDriverForTheName() {
        FakeNvml nvml = new FakeNvml(new FakeGpu("NVIDIA H200", "GPU-aa"), new FakeGpu("NVIDIA H200", "GPU-bb"));
        ProfiledDevice device =
                ProfiledDevices.gpus(nvml::access, Map.of(), Catalog.builtIn(), 2, Precision.FP32, Optional.empty());
        assertEquals(
                new ProfiledDevice(
                        "NVIDIA H200",
                        AcceleratorKind.GPU,
                        2,
                        Optional.of("h200-sxm"),
                        Optional.of(ComputeRate.parse("66.9 TFLOP/s fp32"))),
                device);
        assertEquals(1, nvml.closed);
        nvml.devices.get(0).split = true;
        assertEquals(
                "CUDA device",
                ProfiledDevices.gpus(nvml::access, Map.of(), Catalog.builtIn(), 2, Precision.FP32, Optional.empty())
                        .name());
    }

    @Test
    void countsProcessorsByTheSocket() {
        String cpu = "processor\t: %d\nmodel name\t: Intel(R) Xeon(R) Platinum 8480+\nphysical id\t: %d\n\n";
        SystemFiles files = new FakeRoot(folder)
                .file("proc/cpuinfo", cpu.formatted(0, 0) + cpu.formatted(1, 1) + cpu.formatted(2, 1))
                .files();
        assertEquals(
                ProfiledDevice.of("Intel(R) Xeon(R) Platinum 8480+", AcceleratorKind.CPU, 2),
                ProfiledDevices.processors(files, Optional.empty()));
    }

    @Test
    void aSystemThatTellsNothingIsNamedByItsArchitecture() {
        ProfiledDevice device = ProfiledDevices.processors(new FakeRoot(folder).files(), Optional.empty());
        assertEquals(
                Runtime.getRuntime().availableProcessors() + " processors of " + System.getProperty("os.arch"),
                device.name());
        assertEquals(1, device.count());
    }

    @Test
    void refusesNoGpus() {
        assertEquals(
                "count (0) of the GPUs: is below 1\nMaybe the CPU is meant: processors().",
                assertThrows(ProfileException.class, () -> ProfiledDevices.gpus(0, Precision.BF16, Optional.empty()))
                        .getMessage());
    }
}
