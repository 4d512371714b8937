package io.dcsdk.training.profile;

import io.dcsdk.quantity.DataSize;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a machine through what it is given, so that tests can show it any. */
final class MachineInspection {
    private static final Pattern DRIVER = Pattern.compile("Kernel Module(?: for [a-z0-9_]{1,20})?\\s+([0-9.]{3,20})");
    private static final Pattern BYTES = Pattern.compile("[0-9]{1,18}");

    private final SystemFiles files;
    private final Supplier<NvmlAccess> nvml;
    private final Map<String, String> environment;
    private final Function<String, String> properties;

    MachineInspection(
            SystemFiles files,
            Supplier<NvmlAccess> nvml,
            Map<String, String> environment,
            Function<String, String> properties) {
        this.files = files;
        this.nvml = nvml;
        this.environment = environment;
        this.properties = properties;
    }

    Machine inspect() {
        ProcessorInfo processor = ProcessorInfo.read(files);
        List<String> gpus = new ArrayList<>();
        Optional<String> driver = kernelDriver();
        NvmlAccess access = nvml.get();
        if (access instanceof NvmlAccess.Open open) {
            try (Nvml library = open.nvml()) {
                driver = Optional.of(library.driverVersion());
                library.gpus().forEach(gpu -> gpus.add(describe(gpu)));
            }
        }
        Optional<String> unreadable = access instanceof NvmlAccess.Absent absent && driver.isPresent()
                ? Optional.of(absent.reason())
                : Optional.empty();
        EngineSettings settings = EngineSettings.of(this::setting);
        String system =
                properties.apply("os.name") + " " + properties.apply("os.version") + ", " + properties.apply("os.arch");
        String java = properties.apply("java.vm.name") + " " + properties.apply("java.vm.version");
        int processors = Runtime.getRuntime().availableProcessors();
        Optional<DataSize> memory = memory();
        String energy;
        try (EnergyMeter meter = RaplMeter.open(files)) {
            energy = meter.source();
        }
        List<String> findings = new ArrayList<>();
        findings.add("system: " + system);
        findings.add("Java: " + java);
        findings.add("processor: %s, %d logical processors%s"
                .formatted(
                        processor.model().orElse("of unknown model"),
                        processors,
                        processor.flags().isEmpty() ? "" : " (" + String.join(", ", processor.flags()) + ")"));
        findings.add("memory: "
                + memory.map(size -> gibibytes(size.base().doubleValue())).orElse("unknown"));
        findings.add("NVIDIA driver: " + driver.orElse("none")
                + unreadable.map(reason -> " (" + reason + ")").orElse(""));
        gpus.forEach(gpu -> findings.add("GPU: " + gpu));
        findings.addAll(settings.findings());
        findings.add("energy: " + energy + (gpus.isEmpty() ? "" : "; NVML for GPUs"));
        List<String> advice = new ArrayList<>();
        if (unreadable.isPresent()) {
            advice.add("Maybe the container lacks the driver's libraries: start it with --gpus all.");
        }
        advice.addAll(settings.advice(driver, properties.apply("os.name"), properties.apply("os.arch")));
        if (processor.known() && driver.isEmpty() && !processor.multipliesInBf16()) {
            advice.add(
                    "Maybe train in fp32: this processor has no bf16 products, so bf16 is emulated, as a rule slower.");
        }
        if (energy.contains("permission denied")) {
            advice.add("Maybe let the energy counters be read, as root: "
                    + "chmod a+r /sys/class/powercap/intel-rapl:*/energy_uj");
        }
        return new Machine(
                system,
                java,
                processors,
                memory,
                processor.model(),
                processor.flags(),
                driver,
                gpus,
                settings.libtorch(),
                energy,
                findings,
                advice);
    }

    /** DJL reads a setting from the environment, else from the system properties. */
    private Optional<String> setting(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.of(properties.apply(name)))
                .filter(value -> !value.isBlank());
    }

    private static String describe(Nvml.NvmlGpu gpu) {
        String memory = gpu.memory()
                .map(sizes -> ", %s (%s in use)"
                        .formatted(gibibytes((double) sizes.total()), gibibytes((double) sizes.used())))
                .orElse("");
        String busy = gpu.utilisationPercent()
                .map(percent -> ", " + percent + " % busy")
                .orElse("");
        return gpu.name() + memory + busy;
    }

    private static String gibibytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (1L << 30));
    }

    private Optional<String> kernelDriver() {
        return files.find("proc/driver/nvidia/version")
                .map(DRIVER::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1));
    }

    /** A container's limit counts where it is below the machine's memory; control groups of version 2, then 1. */
    private Optional<DataSize> memory() {
        Optional<DataSize> machine = files.field("proc/meminfo", "MemTotal").flatMap(PeakMemory::kibibytes);
        Optional<DataSize> container = files.find("sys/fs/cgroup/memory.max")
                .or(() -> files.find("sys/fs/cgroup/memory/memory.limit_in_bytes"))
                .filter(text -> BYTES.matcher(text).matches())
                .map(text -> PeakMemory.bytes(new BigDecimal(text)));
        return machine.map(
                size -> container.filter(limit -> limit.compareTo(size) < 0).orElse(size));
    }
}
