package io.dcsdk.training;

import io.dcsdk.profile.ProfiledDevice;
import io.dcsdk.quantity.Precision;
import io.dcsdk.training.engine.TorchRuntime;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.profile.ProfiledDevices;
import io.dcsdk.training.profile.TrainingMeter;
import io.dcsdk.training.program.ComputePrecision;
import java.util.Map;
import java.util.Optional;

/** Sets up what measures a run. */
final class RunMeter {
    private RunMeter() {}

    static TrainingMeter of(ModelConfig config, ComputePrecision precision, int gpus) {
        ProfiledDevice device = gpus > 0
                ? ProfiledDevices.gpus(gpus, precision(precision), Optional.empty())
                : ProfiledDevices.processors(Optional.empty());
        return TrainingMeter.of(config, device, precision(precision))
                .versions(Map.of(
                        "java", Runtime.version().toString(),
                        "libtorch", TorchRuntime.start().version()));
    }

    static Precision precision(ComputePrecision precision) {
        return switch (precision) {
            case FP32 -> Precision.FP32;
            case BF16 -> Precision.BF16;
        };
    }
}
