package io.dcsdk.training.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.quantity.Energy;
import io.dcsdk.training.profile.FakeNvml.FakeGpu;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnergyMeterTest {
    private static final NvmlAccess NO_DRIVER = new NvmlAccess.Absent("NVML: no libnvidia-ml.so.1 (no NVIDIA driver)");

    @TempDir
    private Path folder;

    private static void assertJoules(String energy, EnergyMeter meter) {
        assertEquals(
                Energy.parse(energy),
                assertInstanceOf(EnergyReading.Measured.class, meter.read()).sinceOpened());
    }

    private static String reason(EnergyMeter meter) {
        return assertInstanceOf(EnergyReading.Unknown.class, meter.read()).reason();
    }

    private EnergyMeter detect(FakeRoot root, NvmlAccess nvml, Map<String, String> environment, int gpus) {
        return new MeterSearch(root.files(), () -> nvml, environment).detect(gpus);
    }

    /** A machine with two packages, their parts, a platform zone and the packages once more by memory mapping. */
    private FakeRoot twoPackages() {
        return new FakeRoot(folder)
                .zone("intel-rapl:0", "package-0", 5_000_000)
                .zone("intel-rapl:0:0", "core", 1_000_000)
                .zone("intel-rapl:0:1", "dram", 1_000_000)
                .zone("intel-rapl:1", "package-1", 7_000_000)
                .zone("intel-rapl:2", "psys", 50_000_000)
                .zone("intel-rapl-mmio:0", "package-0", 5_000_000)
                .file("sys/class/powercap/dtpm/name", "dtpm");
    }

    /** Package 0 goes on by 3 J and package 1 by 2 J; what else moves is part of them, or contains them. */
    @Test
    void addsPackagesAndNeitherTheirPartsNorThePlatform() {
        FakeRoot root = twoPackages();
        try (EnergyMeter meter = detect(root, NO_DRIVER, Map.of(), 0)) {
            assertEquals("RAPL: package-0, package-1", meter.source());
            assertJoules("0 J", meter);
            root.zone("intel-rapl:0", "package-0", 8_000_000)
                    .zone("intel-rapl:0:0", "core", 3_000_000)
                    .zone("intel-rapl:1", "package-1", 9_000_000)
                    .zone("intel-rapl:2", "psys", 70_000_000)
                    .zone("intel-rapl-mmio:0", "package-0", 8_000_000);
            assertJoules("5 J", meter);
            assertJoules("5 J", meter);
        }
    }

    /** The range is 1,000 J: from 999 J on by 3 J the counter shows 2 J. */
    @Test
    void followsACounterThatWrapsAround() {
        FakeRoot root = new FakeRoot(folder).zone("intel-rapl:0", "package-0", 999_000_000);
        try (EnergyMeter meter = detect(root, NO_DRIVER, Map.of(), 0)) {
            root.zone("intel-rapl:0", "package-0", 2_000_000);
            assertJoules("3 J", meter);
            root.zone("intel-rapl:0", "package-0", 999_000_000);
            assertJoules("1 kJ", meter);
            root.zone("intel-rapl:0", "package-0", 1_000_000);
            assertJoules("1002 J", meter);
        }
    }

    @Test
    void diesOfOnePackageCountEach() {
        FakeRoot root = new FakeRoot(folder)
                .zone("intel-rapl:0", "package-0-die-0", 0)
                .zone("intel-rapl:1", "package-0-die-1", 0);
        try (EnergyMeter meter = detect(root, NO_DRIVER, Map.of(), 0)) {
            assertEquals("RAPL: package-0-die-0, package-0-die-1", meter.source());
        }
    }

    @Test
    void aCounterThatMayNotBeReadSaysWhatToDo() {
        try (EnergyMeter meter = detect(twoPackages().deny("/energy_uj"), NO_DRIVER, Map.of(), 0)) {
            assertEquals(
                    "RAPL: package-0 cannot be read (permission denied: since Linux 5.10 only root may; as root: "
                            + "chmod a+r /sys/class/powercap/intel-rapl:*/energy_uj)",
                    reason(meter));
        }
    }

    @Test
    void aMachineWithoutCountersSaysSo() {
        try (EnergyMeter meter = detect(new FakeRoot(folder), NO_DRIVER, Map.of(), 1)) {
            assertEquals(
                    "RAPL: no package under /sys/class/powercap (another system than Linux, a virtual machine, or no "
                            + "intel_rapl module); NVML: no libnvidia-ml.so.1 (no NVIDIA driver)",
                    reason(meter));
            assertEquals(reason(meter), meter.source());
        }
    }

    @Test
    void aCounterThatBreaksOffIsUnknownFromThenOn() {
        FakeRoot root = twoPackages();
        try (EnergyMeter meter = detect(root, NO_DRIVER, Map.of(), 0)) {
            root.file("sys/class/powercap/intel-rapl:1/energy_uj", "none of your business");
            assertEquals(
                    "RAPL: package-1 can no longer be read (IOException: "
                            + "sys/class/powercap/intel-rapl:1/energy_uj holds no number)",
                    reason(meter));
            root.zone("intel-rapl:1", "package-1", 9_000_000);
            assertTrue(reason(meter).startsWith("RAPL: package-1 can no longer be read"));
        }
    }

    @Test
    void addsTheGpusThatCompute() {
        FakeGpu first = new FakeGpu("NVIDIA H100 80GB HBM3", "GPU-aa");
        FakeGpu second = new FakeGpu("NVIDIA H100 80GB HBM3", "GPU-bb");
        FakeGpu third = new FakeGpu("NVIDIA H100 80GB HBM3", "GPU-cc");
        first.energy = Optional.of(1_000_000L);
        FakeNvml nvml = new FakeNvml(first, second, third);
        FakeRoot root = twoPackages();
        EnergyMeter meter = detect(root, nvml.access(), Map.of(), 2);
        assertEquals("RAPL: package-0, package-1; NVML: 2 x NVIDIA H100 80GB HBM3", meter.source());
        first.energy = Optional.of(1_002_500L);
        second.energy = Optional.of(500L);
        third.energy = Optional.of(9_999_999L);
        root.zone("intel-rapl:0", "package-0", 6_000_000);
        // 2.5 J and 0.5 J of the GPUs, 1 J of the package.
        assertJoules("4 J", meter);
        meter.close();
        assertEquals(1, nvml.closed);
        assertEquals("NVML: the meter is closed", reason(meter));
    }

    @Test
    void saysWhichMeterIsMissing() {
        FakeNvml nvml = new FakeNvml(new FakeGpu("Tesla P100", "GPU-aa"));
        nvml.devices.get(0).energy = Optional.empty();
        try (EnergyMeter meter = detect(twoPackages(), nvml.access(), Map.of(), 1)) {
            assertEquals("RAPL: package-0, package-1 (without NVML: Tesla P100 counts no energy)", meter.source());
            assertJoules("0 J", meter);
        }
        assertEquals(1, nvml.closed);
    }

    @Test
    void countsOnlyWhatCudaSees() {
        FakeGpu first = new FakeGpu("A", "GPU-aa");
        FakeGpu second = new FakeGpu("B", "GPU-bb");
        FakeNvml nvml = new FakeNvml(first, second);
        FakeRoot none = new FakeRoot(folder);
        assertEquals("NVML: 1 x B", visible(none, nvml, "1", 1));
        assertEquals("NVML: 1 x B", visible(none, nvml, "GPU-b", 1));
        assertEquals("NVML: 1 x B, 1 x A", visible(none, nvml, " 1 , 0 ", 2));
        assertTrue(visible(none, nvml, "MIG-aa", 1)
                .endsWith("NVML: CUDA_VISIBLE_DEVICES=MIG-aa names MIG-aa, which is not one whole GPU"));
        assertTrue(visible(none, nvml, "GPU-", 1).endsWith("which is not one whole GPU"));
        assertTrue(visible(none, nvml, "0", 2).endsWith("NVML: sees 1 of 2 GPUs"));
        first.split = true;
        assertTrue(
                visible(none, nvml, "0", 1).endsWith("NVML: a GPU is split by MIG, and its figures are of the whole"));
        assertEquals(7, nvml.closed);
    }

    private String visible(FakeRoot root, FakeNvml nvml, String devices, int gpus) {
        try (EnergyMeter meter = detect(root, nvml.access(), Map.of("CUDA_VISIBLE_DEVICES", devices), gpus)) {
            return meter.source().replaceFirst(" \\(without RAPL.*", "");
        }
    }

    @Test
    void withoutGpusNoDriverIsAsked() {
        MeterSearch search = new MeterSearch(
                twoPackages().files(),
                () -> {
                    throw new AssertionError("the driver was loaded");
                },
                Map.of());
        search.detect(0).close();
        assertEquals(
                "gpus (-1) of the energy meter: is below 0\nMaybe the CPU is meant: 0.",
                assertThrows(ProfileException.class, () -> search.detect(-1)).getMessage());
    }

    @Test
    void aSampledMeterIsReadWithoutBeingAsked() throws InterruptedException {
        CountDownLatch reads = new CountDownLatch(3);
        EnergyMeter counting = new EnergyMeter() {
            @Override
            public String source() {
                return "counting";
            }

            @Override
            public EnergyReading read() {
                reads.countDown();
                return new EnergyReading.Measured(Energy.ZERO);
            }

            @Override
            public void close() {}
        };
        try (EnergyMeter sampled = new SampledMeter(counting, 1)) {
            reads.await();
            assertEquals("counting", sampled.source());
        }
    }

    @Test
    void aMissingLibraryIsAbsentWithItsName() {
        NvmlAccess access = NativeNvml.open("libdcsdk-no-such-library.so.1");
        assertEquals(
                "NVML: no libdcsdk-no-such-library.so.1 (no NVIDIA driver)",
                assertInstanceOf(NvmlAccess.Absent.class, access).reason());
    }

    @Test
    void thisMachineSaysSomething() {
        try (EnergyMeter meter = EnergyMeter.detect(1)) {
            assertTrue(!meter.source().isBlank());
        }
    }
}
