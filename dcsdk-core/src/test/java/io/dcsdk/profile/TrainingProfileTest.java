package io.dcsdk.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.document.DocumentException;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class TrainingProfileTest {
    private static final TrainingProfile PROFILE = ProfileSamples.onChips();

    /** 1,600 / 200 = 8; 32,000 / 200 = 160; 40,000 / 200 = 200; 8 PFLOP / 1,600 = 5 TFLOP; 32/40 = 0.8. */
    @Test
    void ratesAreCountsOverTime() {
        assertEquals(0, PROFILE.samplesPerSecond().compareTo(new BigDecimal("8")));
        assertEquals(0, PROFILE.tokensPerSecond().compareTo(new BigDecimal("160")));
        assertEquals(0, PROFILE.paddedTokensPerSecond().compareTo(new BigDecimal("200")));
        assertEquals(ComputeWork.parse("5 TFLOP"), PROFILE.workPerSample());
        assertEquals(Ratio.parse("0.8"), PROFILE.usefulShare());
    }

    /** 8 PFLOP / 200 s = 40 TFLOP/s over two chips of 200 TFLOP/s. */
    @Test
    void utilisationIsTheRateOverThePeakOfAllDevices() {
        assertEquals(ComputeRate.parse("40 TFLOP/s bf16"), PROFILE.compute());
        assertEquals(Optional.of(Ratio.parse("0.1")), PROFILE.utilisation());
        assertEquals(
                Optional.empty(),
                ProfileSamples.on(ProfiledDevice.of("Some CPU", AcceleratorKind.CPU, 1), Precision.FP32)
                        .utilisation());
    }

    /** 60 kJ in 200 s are 300 W; over 8 samples/s that is 37.5 J. */
    @Test
    void energyOfASampleIsPowerOverSpeed() {
        assertEquals(Optional.of(Energy.parse("37.5 J")), PROFILE.energyPerSample());
        assertEquals(Optional.of(Power.parse("300 W")), PROFILE.energy().map(MeasuredEnergy::meanPower));
    }

    /** A meter that ran for half of the time saw half of the energy: a sample still costs the same. */
    @Test
    void aMeterThatRanForAnotherTimeCountsByItsPower() {
        TrainingProfile half = withEnergy(new MeasuredEnergy(Energy.parse("30 kJ"), TimeSpan.parse("100 s"), "half"));
        assertEquals(Optional.of(Energy.parse("37.5 J")), half.energyPerSample());
    }

    private static TrainingProfile withEnergy(MeasuredEnergy energy) {
        return new TrainingProfile(
                PROFILE.model(),
                PROFILE.device(),
                PROFILE.precision(),
                PROFILE.steps(),
                PROFILE.samples(),
                PROFILE.tokens(),
                PROFILE.paddedTokens(),
                PROFILE.work(),
                PROFILE.time(),
                PROFILE.wallTime(),
                Optional.of(energy),
                PROFILE.memory(),
                PROFILE.checkpoint(),
                PROFILE.versions());
    }

    @Test
    void readsBackFromJsonAndYaml() {
        TrainingProfile bare = ProfileSamples.on(ProfiledDevice.of("Some CPU", AcceleratorKind.CPU, 1), Precision.FP32);
        for (TrainingProfile profile : List.of(PROFILE, bare)) {
            String json = Documents.toJson(profile);
            String yaml = Documents.toYaml(profile);
            TrainingProfile read = Documents.read(json, "p.json", DocumentFormat.JSON, TrainingProfile.class);
            assertEquals(profile, read);
            assertEquals(json, Documents.toJson(read));
            assertEquals(profile, Documents.read(yaml, "p.yaml", DocumentFormat.YAML, TrainingProfile.class));
        }
        assertFalse(Documents.toJson(bare).contains("energy"));
    }

    @Test
    void aDocumentWithAnUnknownOrMissingFigureIsRefused() {
        String json = Documents.toJson(PROFILE);
        assertThrows(DocumentException.class, () -> read(json.replace("\"steps\"", "\"stepz\"")));
        assertThrows(DocumentException.class, () -> read(json.replaceFirst(" *\"work\" : [^\n]*\n", "")));
    }

    private static TrainingProfile read(String json) {
        return Documents.read(json, "p.json", DocumentFormat.JSON, TrainingProfile.class);
    }

    @Test
    void aMapThatIsChangedLaterChangesNoProfile() {
        PROFILE.versions().put("x", "y");
        assertEquals(Map.of("java", "17.0.15", "dcsdk", "0.1.0"), PROFILE.versions());
    }

    @Test
    void ratesAreShownInSixDigits() {
        assertEquals(
                List.of(
                        "8 samples/s",
                        "160 tokens/s (200 with padding)",
                        "40 TFLOP/s bf16 of model work, 5 TFLOP a sample",
                        "MFU 0.1",
                        "37.5 J a sample",
                        "300 W mean"),
                PROFILE.rates().describe());
        String json = Documents.toCompactJson(PROFILE.rates());
        assertEquals(PROFILE.rates(), Documents.read(json, "r.json", DocumentFormat.JSON, TrainingRates.class));
    }

    @Test
    void refusesWhatCannotHaveBeenMeasured() {
        assertBroken(
                "peak (200 TFLOP/s bf16) of training profile: is not in the precision of the run (fp32)\n"
                        + "Maybe give the peak in that one.",
                () -> ProfileSamples.on(ProfileSamples.CHIPS, Precision.FP32));
        assertBroken(
                "paddedTokens (9) of training profile: is below tokens (10)\nMaybe the two are swapped.",
                () -> counted(1, 10, 9, "1 s", "1 s"));
        assertBroken(
                "time (2 s) of training profile: is above wallTime (1 s)\n"
                        + "Maybe the two are swapped, or one has the wrong unit.",
                () -> counted(1, 10, 10, "2 s", "1 s"));
        assertBroken(
                "steps (0) of training profile: is below 1\nMaybe correct the count.",
                () -> counted(0, 10, 10, "1 s", "1 s"));
    }

    private static TrainingProfile counted(long steps, long tokens, long padded, String time, String wall) {
        return new TrainingProfile(
                PROFILE.model(),
                PROFILE.device(),
                PROFILE.precision(),
                steps,
                1,
                tokens,
                padded,
                PROFILE.work(),
                TimeSpan.parse(time),
                TimeSpan.parse(wall),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PROFILE.versions());
    }

    private static void assertBroken(String message, Executable executable) {
        assertEquals(message, assertThrows(ItemException.class, executable).getMessage());
    }
}
