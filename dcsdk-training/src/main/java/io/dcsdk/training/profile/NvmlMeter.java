package io.dcsdk.training.profile;

import io.dcsdk.quantity.Energy;
import io.dcsdk.training.profile.Nvml.NvmlGpu;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Energy of GPU boards: nvmlDeviceGetTotalEnergyConsumption, millijoules since the driver was loaded, Volta and later. */
final class NvmlMeter implements EnergyMeter {
    private final VisibleGpus visible;
    private final String source;
    private final List<Long> first;
    private @Nullable String failure;

    private NvmlMeter(VisibleGpus visible, List<Long> first) {
        this.visible = visible;
        this.source = "NVML: " + visible.describe();
        this.first = List.copyOf(first);
    }

    static EnergyMeter open(VisibleGpus.Found found) {
        if (found instanceof VisibleGpus.Found.Absent absent) {
            return EnergyMeter.none(absent.reason());
        }
        VisibleGpus visible = ((VisibleGpus.Found.Present) found).visible();
        List<Long> first = new ArrayList<>();
        for (NvmlGpu gpu : visible.gpus()) {
            Optional<Long> energy = gpu.energyMillijoules();
            if (energy.isEmpty()) {
                visible.close();
                return EnergyMeter.none("NVML: " + gpu.name() + " counts no energy");
            }
            first.add(energy.get());
        }
        return new NvmlMeter(visible, first);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public synchronized EnergyReading read() {
        BigDecimal millijoules = BigDecimal.ZERO;
        for (int i = 0; failure == null && i < first.size(); i++) {
            Optional<Long> now = visible.gpus().get(i).energyMillijoules();
            if (now.isEmpty() || now.get() < first.get(i)) {
                failure = "NVML: " + visible.gpus().get(i).name() + " no longer counts energy";
            } else {
                millijoules = millijoules.add(BigDecimal.valueOf(now.get() - first.get(i)));
            }
        }
        String reason = failure;
        return reason == null
                ? new EnergyReading.Measured(Energy.of(millijoules.movePointLeft(3), Energy.Unit.JOULE))
                : new EnergyReading.Unknown(reason);
    }

    @Override
    public synchronized void close() {
        failure = "NVML: the meter is closed";
        visible.close();
    }
}
