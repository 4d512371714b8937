package io.dcsdk.training.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.quantity.DataSize;
import io.dcsdk.training.profile.FakeNvml.FakeGpu;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineTest {
    private static final NvmlAccess NO_DRIVER = new NvmlAccess.Absent("NVML: no libnvidia-ml.so.1 (no NVIDIA driver)");
    private static final Map<String, String> LINUX = Map.of(
            "os.name", "Linux",
            "os.version", "6.1",
            "os.arch", "amd64",
            "java.vm.name", "OpenJDK 64-Bit Server VM",
            "java.vm.version", "17.0.15");
    private static final String GPU_ADVICE =
            "Maybe let training use the GPU: put ai.djl.pytorch:pytorch-native-cu128:2.7.1:linux-x86_64 on the class path "
                    + "instead of the CPU's, or set PYTORCH_LIBRARY_PATH to the folder lib of libtorch 2.7.1+cu128 (or "
                    + "torch/lib of that Python wheel) and PYTORCH_FLAVOR=cu128.";

    @TempDir
    private Path folder;

    private static Machine inspect(FakeRoot root, NvmlAccess nvml, Map<String, String> environment) {
        return new MachineInspection(root.files(), () -> nvml, environment, name -> LINUX.getOrDefault(name, ""))
                .inspect();
    }

    private FakeRoot root() {
        return new FakeRoot(folder)
                .file("proc/meminfo", "MemTotal:       16777216 kB\nMemFree:  1 kB")
                .file(
                        "proc/cpuinfo",
                        "processor\t: 0\nmodel name\t: Intel(R) Xeon(R)\nflags\t\t: fpu avx2 avx512f amx_bf16 avx512_bf16");
    }

    private static FakeNvml h100() {
        return new FakeNvml(new FakeGpu("NVIDIA H100 80GB HBM3", "GPU-aa"));
    }

    /** A folder like that of libtorch's archive. */
    private String libtorch(String version, String... libraries) {
        FakeRoot root = new FakeRoot(folder).file("libtorch/build-version", version);
        for (String library : libraries) {
            root.file("libtorch/lib/" + System.mapLibraryName(library), "not a library");
        }
        return folder.resolve("libtorch/lib").toString();
    }

    @Test
    void describesAMachineWithoutGpus() {
        Machine machine = inspect(root().zone("intel-rapl:0", "package-0", 0), NO_DRIVER, Map.of());
        assertEquals(
                List.of(
                        "system: Linux 6.1, amd64",
                        "Java: OpenJDK 64-Bit Server VM 17.0.15",
                        "processor: Intel(R) Xeon(R), %d logical processors (avx2, avx512f, avx512_bf16, amx_bf16)"
                                .formatted(Runtime.getRuntime().availableProcessors()),
                        "memory: 16.0 GiB",
                        "NVIDIA driver: none",
                        "PYTORCH_LIBRARY_PATH: not set",
                        "energy: RAPL: package-0"),
                machine.findings());
        assertEquals(List.of(), machine.advice());
        assertEquals(Optional.of(DataSize.parse("16 GiB")), machine.memory());
    }

    @Test
    void aContainersLimitCountsWhereItIsLower() {
        FakeRoot root = root().file("sys/fs/cgroup/memory.max", "1073741824");
        assertEquals(
                Optional.of(DataSize.parse("1 GiB")),
                inspect(root, NO_DRIVER, Map.of()).memory());
        root.file("sys/fs/cgroup/memory.max", "max");
        assertEquals(
                Optional.of(DataSize.parse("16 GiB")),
                inspect(root, NO_DRIVER, Map.of()).memory());
        root.remove("sys/fs/cgroup/memory.max")
                .file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712");
        assertEquals(
                Optional.of(DataSize.parse("16 GiB")),
                inspect(root, NO_DRIVER, Map.of()).memory());
    }

    @Test
    void aGpuWithoutCudaLibrariesIsTold() {
        FakeNvml nvml = h100();
        Machine machine = inspect(root(), nvml.access(), Map.of());
        assertEquals(List.of("NVIDIA H100 80GB HBM3, 80.0 GiB (1.0 GiB in use), 97 % busy"), machine.gpus());
        assertEquals(Optional.of("570.86.15"), machine.driver());
        assertEquals(List.of(GPU_ADVICE), machine.advice());
        assertEquals(1, nvml.closed);
    }

    @Test
    void cudaLibrariesWithTheirFlavourNeedNoAdvice() {
        String path = libtorch("2.7.1+cu128", "torch", "torch_cuda");
        Machine machine =
                inspect(root(), h100().access(), Map.of("PYTORCH_LIBRARY_PATH", path, "PYTORCH_FLAVOR", "cu128"));
        assertEquals(
                Optional.of(new LibtorchFolder(
                        folder.resolve("libtorch/lib"), Optional.of("2.7.1"), Optional.of("cu128"), true)),
                machine.libtorch());
        assertTrue(machine.findings()
                .contains("PYTORCH_LIBRARY_PATH: " + path + ": PyTorch 2.7.1+cu128 with CUDA in " + path));
        assertEquals(List.of(), machine.advice());
    }

    @Test
    void aMissingFlavourIsTold() {
        Machine machine = inspect(
                root(),
                h100().access(),
                Map.of("PYTORCH_LIBRARY_PATH", libtorch("2.7.1+cu128", "torch", "torch_cuda")));
        assertEquals(
                List.of("Maybe set PYTORCH_FLAVOR=cu128: without it the engine looks for a precxx11 library, which "
                        + "PyTorch 2.7.1 has not."),
                machine.advice());
    }

    @Test
    void aWheelOfAnotherVersionAndBuildIsTold() {
        new FakeRoot(folder)
                .file("torch/version.py", "from typing import Optional\n__version__ = '2.9.0+cu130'\ndebug = False")
                .file("torch/lib/" + System.mapLibraryName("torch"), "x")
                .file("torch/lib/" + System.mapLibraryName("torch_cuda"), "x");
        String path = folder.resolve("torch/lib").toString();
        Machine machine = inspect(
                root(),
                h100().access(),
                Map.of("PYTORCH_LIBRARY_PATH", path, "PYTORCH_FLAVOR", "cpu", "PYTORCH_VERSION", "2.9.0"));
        assertEquals(
                List.of(
                        "Maybe point PYTORCH_LIBRARY_PATH to PyTorch 2.7.1: the engine is built for that one, not for "
                                + "2.9.0.",
                        "Maybe set PYTORCH_FLAVOR=cu128: that is what lies in " + path + ".",
                        "Maybe take the build cu128 of PyTorch 2.7.1: the engine's CUDA library is built for that one.",
                        "Maybe set PYTORCH_VERSION=2.7.1 or leave it out: the engine is built for that one, not for 2.9.0."),
                machine.advice());
    }

    @Test
    void aPathWithoutLibrariesIsTold() {
        Machine machine = inspect(root(), NO_DRIVER, Map.of("PYTORCH_LIBRARY_PATH", folder.toString()));
        assertEquals(Optional.empty(), machine.libtorch());
        assertEquals(
                List.of("Maybe PYTORCH_LIBRARY_PATH should name the folder lib of libtorch, the one that holds "
                        + System.mapLibraryName("torch") + "."),
                machine.advice());
    }

    @Test
    void cudaWithoutADriverIsTold() {
        Machine machine = inspect(
                root(),
                NO_DRIVER,
                Map.of(
                        "PYTORCH_LIBRARY_PATH",
                        libtorch("2.7.1+cu128", "torch", "torch_cuda"),
                        "PYTORCH_FLAVOR",
                        "cu128"));
        assertEquals(
                List.of("Maybe install the NVIDIA driver: PyTorch has CUDA here, but there is no driver."),
                machine.advice());
    }

    @Test
    void theLibraryItselfMayBeNamed() {
        String path = libtorch("2.7.1+cpu", "torch") + "/" + System.mapLibraryName("torch");
        assertEquals(
                Optional.of(new LibtorchFolder(
                        folder.resolve("libtorch/lib"), Optional.of("2.7.1"), Optional.of("cpu"), false)),
                LibtorchFolder.find("/no/such/folder" + java.io.File.pathSeparator + path));
    }

    /** A container that shows the driver's version but has not its libraries. */
    @Test
    void aDriverWhoseLibraryIsMissingIsTold() {
        FakeRoot root = root().file(
                        "proc/driver/nvidia/version",
                        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  450.80.02  Wed Sep 23\nGCC version: 9");
        Machine machine = inspect(root, NO_DRIVER, Map.of());
        assertEquals(Optional.of("450.80.02"), machine.driver());
        assertEquals(
                List.of(
                        "Maybe the container lacks the driver's libraries: start it with --gpus all.",
                        GPU_ADVICE,
                        "Maybe update the NVIDIA driver: CUDA 12 needs 525 or later, this is 450.80.02."),
                machine.advice());
        root.file(
                "proc/driver/nvidia/version",
                "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86.15  Release Build");
        assertEquals(
                Optional.of("570.86.15"), inspect(root, NO_DRIVER, Map.of()).driver());
    }

    @Test
    void anOldProcessorIsAdvisedToStayInFp32AndTheCountersToBeOpened() {
        FakeRoot root = root().zone("intel-rapl:0", "package-0", 0)
                .deny("energy_uj")
                .file("proc/cpuinfo", "model name : Old\nflags : fpu avx2");
        assertEquals(
                List.of(
                        "Maybe train in fp32: this processor has no bf16 products, so bf16 is emulated, as a rule slower.",
                        "Maybe let the energy counters be read, as root: "
                                + "chmod a+r /sys/class/powercap/intel-rapl:*/energy_uj"),
                inspect(root, NO_DRIVER, Map.of()).advice());
    }

    @Test
    void thisMachineIsInspectedWithoutAnEngine() {
        Machine machine = Machine.inspect();
        assertFalse(machine.operatingSystem().isBlank());
        assertTrue(machine.processors() >= 1);
        assertEquals(
                machine.findings().size() + machine.advice().size(),
                machine.describe().size());
        machine.advice().forEach(line -> assertTrue(line.startsWith("Maybe "), line));
    }
}
