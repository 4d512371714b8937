package io.dcsdk.training.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LearningRateTest {
    /** The figures are those of transformers' get_linear_schedule_with_warmup. */
    @ParameterizedTest
    @ValueSource(strings = {"bert-token", "bert-sequence", "bert-qa"})
    void equalsTheScheduleOfTheReferences(String name) {
        Path file = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "reference", name, "reference.json");
        Assumptions.assumeTrue(Files.isRegularFile(file), "skipped: there is no " + file);
        JsonNode run = JsonMapper.shared().readTree(file.toFile());
        int steps = run.path("steps").asInt();
        assertEquals(steps, run.path("lr_per_step").size());
        LearningRate rates = new LearningRate(
                Decay.LINEAR,
                run.path("learning_rate").asDouble(),
                run.path("warmup_steps").asInt(),
                steps);
        for (int step = 0; step < steps; step++) {
            assertEquals(run.path("lr_per_step").path(step).asDouble(), rates.at(step), 1e-18, "step " + step);
        }
    }

    @Test
    void fallsAlongACosine() {
        LearningRate rates = new LearningRate(Decay.COSINE, 1, 2, 8);
        double[] expected = {0, 0.5, 1, (1 + Math.sqrt(0.75)) / 2, 0.75, 0.5, 0.25, (1 - Math.sqrt(0.75)) / 2, 0};
        for (int step = 0; step < expected.length; step++) {
            assertEquals(expected[step], rates.at(step), 1e-15, "step " + step);
        }
    }

    @Test
    void aRunMayBeAllWarmUp() {
        LearningRate rates = LearningRate.warmedUp(Decay.LINEAR, 0.4, 1, 4);
        assertEquals(0.3, rates.at(3), 1e-15);
    }

    @Test
    void refusesFiguresOutOfRange() {
        assertEquals(
                "learning rate (0.0) of the schedule: it is not above 0 and at most 1\nMaybe use 2e-5 for fine-tuning.",
                message(() -> new LearningRate(Decay.LINEAR, 0, 0, 1)));
        assertEquals(
                "learning rate (NaN) of the schedule: it is not above 0 and at most 1\nMaybe use 2e-5 for fine-tuning.",
                message(() -> new LearningRate(Decay.LINEAR, Double.NaN, 0, 1)));
        assertEquals(
                "steps (0) of the schedule: there is none\nMaybe train for at least one epoch.",
                message(() -> new LearningRate(Decay.LINEAR, 1, 0, 0)));
        assertEquals(
                "warm-up (6 steps) of the schedule: it is not from 0 to 5\nMaybe give it as a share of the run.",
                message(() -> new LearningRate(Decay.LINEAR, 1, 6, 5)));
        assertEquals(
                "warm-up (1.5) of the schedule: it is no share from 0 to 1\nMaybe use 0.1.",
                message(() -> LearningRate.warmedUp(Decay.LINEAR, 1, 1.5, 5)));
    }

    private static String message(Executable refused) {
        return String.valueOf(assertThrows(ScheduleException.class, refused).getMessage());
    }
}
