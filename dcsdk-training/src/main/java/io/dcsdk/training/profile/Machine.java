package io.dcsdk.training.profile;

import io.dcsdk.quantity.DataSize;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine as training sees it, found without loading an engine: what a doctor command shows first.
 *
 * @param operatingSystem name, version and architecture
 * @param java name and version of the virtual machine
 * @param processors logical processors that this process may use
 * @param memory memory of the machine, or of its container if that has less; empty where the system does not tell
 * @param processor the processor's model, if the kernel tells
 * @param processorFlags its instruction sets that matrix products use, such as {@code avx2} and {@code amx_bf16}
 * @param driver version of the NVIDIA driver, if there is one
 * @param gpus NVIDIA GPUs with their memory, in PCI order
 * @param libtorch PyTorch's libraries under PYTORCH_LIBRARY_PATH, if there are any
 * @param energy what an energy meter would count, or why none would
 * @param findings all of that for people, one line each
 * @param advice what to do about it, one line each; empty where nothing is amiss
 */
public record Machine(
        String operatingSystem,
        String java,
        int processors,
        Optional<DataSize> memory,
        Optional<String> processor,
        List<String> processorFlags,
        Optional<String> driver,
        List<String> gpus,
        Optional<LibtorchFolder> libtorch,
        String energy,
        List<String> findings,
        List<String> advice) {
    /** Copies the lists. */
    public Machine {
        processorFlags = List.copyOf(processorFlags);
        gpus = List.copyOf(gpus);
        findings = List.copyOf(findings);
        advice = List.copyOf(advice);
    }

    /**
     * Looks at this machine. The driver's NVML is loaded if it is there; no engine is.
     *
     * @return what was found
     */
    public static Machine inspect() {
        return new MachineInspection(
                        SystemFiles.ofMachine(), Nvml::open, System.getenv(), name -> System.getProperty(name, ""))
                .inspect();
    }

    /**
     * The findings and the advice.
     *
     * @return findings, then advice, each advice beginning with "Maybe"
     */
    public List<String> describe() {
        return Stream.concat(findings.stream(), advice.stream()).toList();
    }
}
