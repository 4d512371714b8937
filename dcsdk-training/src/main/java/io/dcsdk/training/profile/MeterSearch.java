package io.dcsdk.training.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks for what can be measured; everything that it asks is given, so that tests need no such machine. */
final class MeterSearch {
    /** A 262 kJ counter would have to wrap twice in 10 s, at 52 kW, to be misread. */
    private static final long PERIOD_MILLIS = 10_000;

    private static final int LONGEST_SOURCE = 1000;

    private final SystemFiles files;
    private final Supplier<NvmlAccess> nvml;
    private final Map<String, String> environment;

    MeterSearch(SystemFiles files, Supplier<NvmlAccess> nvml, Map<String, String> environment) {
        this.files = files;
        this.nvml = nvml;
        this.environment = environment;
    }

    EnergyMeter detect(int gpus) {
        if (gpus < 0) {
            throw new ProfileException("gpus", gpus, "the energy meter", "is below 0", "the CPU is meant: 0.");
        }
        List<EnergyMeter> all = new ArrayList<>(List.of(RaplMeter.open(files)));
        if (gpus > 0) {
            all.add(NvmlMeter.open(VisibleGpus.open(nvml.get(), environment, gpus)));
        }
        List<EnergyMeter> present =
                all.stream().filter(meter -> !(meter instanceof AbsentMeter)).toList();
        String absent = all.stream()
                .filter(AbsentMeter.class::isInstance)
                .map(EnergyMeter::source)
                .collect(Collectors.joining("; "));
        if (present.isEmpty()) {
            return EnergyMeter.none(absent);
        }
        String source = present.stream().map(EnergyMeter::source).collect(Collectors.joining("; "))
                + (absent.isEmpty() ? "" : " (without " + absent + ")");
        return new SampledMeter(
                new CompositeMeter(
                        present, source.length() > LONGEST_SOURCE ? source.substring(0, LONGEST_SOURCE) : source),
                PERIOD_MILLIS);
    }
}
