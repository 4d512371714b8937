package io.dcsdk.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against validation/llm-training.json of the shared folder. */
final class SharedMeasurementsTest {
    private static JsonNode published() {
        Path file = Path.of(System.getProperty("dcsdk.shared", "../shared"), "validation", "llm-training.json");
        assumeTrue(Files.isReadable(file), "skipped: no shared measurements at " + file);
        return JsonMapper.shared().readTree(file.toFile());
    }

    private static TrainingHardware hardware(JsonNode root) {
        JsonNode gpu = root.get("hardware").get("A100-SXM4-80GB");
        return new TrainingHardware(
                "A100-SXM4-80GB",
                gpu.get("peak_fp16_tflops").asDouble() * 1e12,
                gpu.get("hbm_gib").asDouble() * (1L << 30),
                gpu.get("hbm_gb_per_s").asDouble() * 1e9,
                8,
                gpu.get("nvlink_gb_per_s_per_direction").asDouble() * 1e9,
                gpu.get("infiniband_gb_per_s_per_direction").asDouble() * 1e9);
    }

    private static TransformerShape shape(JsonNode root, String model) {
        JsonNode dimensions = root.get("models").get(model);
        return PublishedShapes.gpt(
                dimensions.get("hidden").asInt(),
                dimensions.get("layers").asInt(),
                dimensions.get("heads").asInt());
    }

    private static ParallelismPlan plan(JsonNode row, String recompute) {
        return ParallelismPlan.of(
                        row.get("gpus").asInt(),
                        row.get("tensor").asInt(),
                        row.get("pipeline").asInt(),
                        row.get("batch").asInt())
                .withInterleave(row.get("interleave").asInt())
                .withMicrobatch(row.get("microbatch").asInt())
                .withActivations(ActivationPolicy.parse(recompute));
    }

    @Test
    void predictsEveryStepTimeOfTable5WithinSixPercentAndThreeOnAverage() {
        JsonNode root = published();
        double sum = 0;
        int rows = 0;
        for (JsonNode row : root.get("step_time_seconds")) {
            double seconds = StepTimeModel.calibrated()
                    .estimate(
                            shape(root, row.get("model").asString()),
                            plan(row, row.get("recompute").asString()),
                            hardware(root))
                    .seconds();
            double error = seconds / row.get("seconds").asDouble() - 1;
            assertTrue(Math.abs(error) < 0.06, () -> row + " predicted " + seconds);
            sum += Math.abs(error);
            rows++;
        }
        assertEquals(8, rows);
        assertTrue(sum / rows < 0.03, "mean error " + sum / rows);
    }

    @Test
    void computesAllTwelveMemoryValuesWithinAHundredthOfAPercent() {
        JsonNode root = published();
        int values = 0;
        for (JsonNode memory : root.get("memory_gib_per_gpu")) {
            String model = memory.get("model").asString();
            JsonNode row = rowOf(root, model);
            TransformerShape shape = shape(root, model);
            TrainingMemory all = TrainingMemory.of(shape, plan(row, "none"));
            TrainingMemory lean = TrainingMemory.of(shape, plan(row, "selective+sequence-parallel"));
            assertClose(memory.get("model_state").asDouble(), all.modelStateGib());
            assertClose(memory.get("activations_no_recompute").asDouble(), all.activationGib());
            assertClose(memory.get("activations_selective_sequence_parallel").asDouble(), lean.activationGib());
            values += 3;
        }
        assertEquals(12, values);
    }

    private static JsonNode rowOf(JsonNode root, String model) {
        for (JsonNode row : root.get("step_time_seconds")) {
            if (row.get("model").asString().equals(model)) {
                return row;
            }
        }
        throw new AssertionError(model);
    }

    private static void assertClose(double published, double computed) {
        assertEquals(published, computed, 1e-4 * published);
    }

    @Test
    void computesPublishedDurationsWithinADay() {
        for (JsonNode row : published().get("durations")) {
            Recomputation recomputation =
                    row.get("full_recompute").asBoolean() ? Recomputation.FULL : Recomputation.NONE;
            double days = new TrainingRun(
                            row.get("parameters").asDouble(),
                            row.get("tokens").asDouble(),
                            row.get("gpus").asInt())
                    .days(row.get("achieved_tflops_per_gpu").asDouble() * 1e12, recomputation);
            assertEquals(row.get("days").asDouble(), days, 1);
        }
    }

    @Test
    void computesThePublishedTrainingFlopOfLlama() {
        JsonNode llama = published().get("totals").get(0);
        TrainingRun run = new TrainingRun(
                llama.get("parameters").asDouble(), llama.get("tokens").asDouble(), 16_384);
        assertEquals(llama.get("training_flop").asDouble(), run.modelFlop(), 0.005 * run.modelFlop());
    }
}
