package io.dcsdk.profile;

import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.TimeSpan;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Profiles with figures that are easy to divide by hand. */
public final class ProfileSamples {
    /** Two chips with a peak of 200 TFLOP/s. */
    public static final ProfiledDevice CHIPS = new ProfiledDevice(
            "Chip 9000",
            AcceleratorKind.GPU,
            2,
            Optional.of("chip"),
            Optional.of(ComputeRate.parse("200 TFLOP/s bf16")));

    private ProfileSamples() {}

    /** 8 PFLOP of 1,600 samples with 32,000 tokens in 200 s on two chips: 20 TFLOP/s each, a tenth of the peak. */
    public static TrainingProfile onChips() {
        return on(
                CHIPS,
                Precision.BF16,
                Optional.of(new MeasuredMemory(DataSize.parse("4 GB"), "VmHWM", Optional.of(DataSize.parse("3 GB")))),
                Optional.of(DataSize.parse("14 MB")));
    }

    /** The same without what a bare machine cannot tell. */
    public static TrainingProfile on(ProfiledDevice device, Precision precision) {
        return on(device, precision, Optional.empty(), Optional.empty());
    }

    private static TrainingProfile on(
            ProfiledDevice device,
            Precision precision,
            Optional<MeasuredMemory> memory,
            Optional<DataSize> checkpoint) {
        return new TrainingProfile(
                new ProfiledModel("bert", 1_000_000, 4, 128, 2, 512, 4000),
                device,
                precision,
                100,
                1600,
                32_000,
                40_000,
                ComputeWork.parse("8 PFLOP"),
                TimeSpan.parse("200 s"),
                TimeSpan.parse("250 s"),
                memory.map(unused ->
                        new MeasuredEnergy(Energy.parse("60 kJ"), TimeSpan.parse("200 s"), "NVML: 2 x Chip 9000")),
                memory,
                checkpoint,
                new TreeMap<>(Map.of("java", "17.0.15", "dcsdk", "0.1.0")));
    }
}
