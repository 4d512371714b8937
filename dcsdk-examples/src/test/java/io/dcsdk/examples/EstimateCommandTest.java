package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class EstimateCommandTest {
    private static final String ROW = """
            {"hidden": 6144, "layers": 48, "heads": 64, "sequence": 2048, "vocabulary": 51200, "gpu": "A100-SXM4-80GB",
             "gpus": 8, "tensor": 8, "pipeline": 1, "interleave": 1, "batch": 4, "microbatch": 4, "recompute": "full"}
            """;

    private static JsonNode shared(String name) {
        Path file = Path.of(System.getProperty("dcsdk.shared", "../shared"), "validation", name);
        assumeTrue(Files.isReadable(file), "skipped: no shared measurements at " + file);
        return JsonMapper.shared().readTree(file.toFile());
    }

    private static JsonNode answer(CommandRun run) {
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void estimatesEveryPublishedStepTimeWithinSixPercentAndThreeOnAverage() {
        JsonNode root = shared("llm-training.json");
        double sum = 0;
        for (JsonNode row : root.get("step_time_seconds")) {
            ObjectNode given =
                    ((ObjectNode) root.get("models").get(row.get("model").asString())).deepCopy();
            given.setAll((ObjectNode) row);
            JsonNode answer = answer(CommandRun.withInput(given.toString(), "estimate", "step-time", "-"));
            double error = Math.abs(
                    answer.get("seconds").asDouble() / row.get("seconds").asDouble() - 1);
            assertTrue(error < 0.06, () -> row + " gave " + answer);
            assertEquals(error, Math.abs(answer.get("relative_error").asDouble()), 1e-6);
            sum += error;
        }
        assertTrue(sum / root.get("step_time_seconds").size() < 0.03);
    }

    @Test
    void givesSecondsRatesAndMemoryOfAStep() {
        CommandRun run = CommandRun.withInput(ROW, "estimate", "step-time", "-", "--json");
        assertEquals("", run.err());
        JsonNode answer = answer(run);
        assertEquals(45.5625, answer.get("memory_gib").get("model_state").asDouble(), 1e-9);
        assertEquals(51.296875, answer.get("memory_gib").get("total").asDouble(), 1e-9);
        double ratio = answer.get("tflops_per_gpu").asDouble()
                / answer.get("model_tflops_per_gpu").asDouble();
        assertEquals(answer.get("hfu").asDouble() / answer.get("mfu").asDouble(), ratio, 1e-6);
        assertTrue(ratio > 1.25 && ratio < 4.0 / 3, "full recomputation: " + ratio);
        JsonNode seconds = answer.get("breakdown_seconds");
        double idle = seconds.get("bubble").asDouble() + seconds.get("fixed").asDouble();
        JsonNode duty = answer.get("duty_cycle");
        double busy =
                duty.get("computing").asDouble() + duty.get("communicating").asDouble();
        assertEquals(idle / answer.get("seconds").asDouble(), 1 - busy, 1e-8);
    }

    @ParameterizedTest
    @CsvSource({"A100", "a100-sxm4-80gb", "NVIDIA A100 SXM4 80 GB", "A100-80GB"})
    void findsAnAcceleratorByTheNamesThatPeopleUse(String name) {
        JsonNode answer =
                answer(CommandRun.withInput(ROW.replace("A100-SXM4-80GB", name), "estimate", "step-time", "-"));
        assertEquals("NVIDIA A100 SXM4 80 GB", answer.get("gpu").asString());
    }

    @Test
    void picksTheBestMicrobatch() {
        JsonNode best = answer(CommandRun.withInput(
                ROW.replace("\"microbatch\": 4", "\"microbatch\": \"best\""), "estimate", "step-time", "-"));
        assertEquals(4, best.get("microbatch").asInt());
    }

    @Test
    void tellsWhatItAssumesForAbsentFields() {
        String row = ROW.replace("\"sequence\": 2048, \"vocabulary\": 51200, \"gpu\": \"A100-SXM4-80GB\",", "");
        CommandRun run = CommandRun.withInput(row, "estimate", "step-time", "-");
        assertEquals(
                "Assumed: sequence = 2048, vocabulary = 51200, gpu = A100-SXM4-80GB",
                run.err().strip());
        assertEquals(CommandRun.withInput(ROW, "estimate", "step-time", "-").out(), run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"hidden\": 6144,||the field \"hidden\" is missing",
                "A100-SXM4-80GB|TPU|gpu (TPU) of step-time row: is not in the catalogue",
                "A100-SXM4-80GB|nvidia|is more than one in the catalogue",
                "\"microbatch\": 4|\"microbatch\": \"fast\"|is neither a whole number nor \"best\"",
                "\"gpus\": 8|\"gpus\": 12|must divide gpus (12)",
                "\"gpus\": 8|\"gpus\": \"8\"|is not written as a whole number is",
                "\"full\"|\"some\"|recompute (some) of parallelism plan",
                "\"heads\": 64|\"haeds\": 64|was meant to be it",
            })
    void refusesBadRows(String part, String replacement, String message) {
        String row = ROW.replace(part, replacement == null ? "" : replacement);
        CommandRun run = CommandRun.withInput(row, "estimate", "step-time", "-");
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void countsEveryPublishedFabric() {
        for (JsonNode row : shared("facility.json").get("fabric_b200").get("rows")) {
            int nodes = row.get("nodes").asInt();
            JsonNode answer = answer(CommandRun.of(
                    "estimate", "fabric", "--ports", "64", "--gpus-per-node", "8", "--nodes", String.valueOf(nodes)));
            for (String tier : new String[] {"leaf", "spine", "core"}) {
                assertEquals(row.get(tier).asInt(), answer.get(tier).asInt(), tier + " of " + row);
            }
            int tiers = answer.get("core").asInt() == 0 ? 2 : 3;
            assertEquals(tiers, answer.get("cables_per_tier").size());
            assertEquals(8 * nodes * tiers, answer.get("cables").asInt());
        }
    }

    @Test
    void givesThePublishedTrainingEnergiesWithinAPercent() {
        for (JsonNode row : shared("facility.json").get("training_energy").get("rows")) {
            JsonNode answer = answer(CommandRun.withInput(row.toString(), "estimate", "energy", "-"));
            assertEquals(
                    row.get("mwh").asDouble(),
                    answer.get("mwh").asDouble(),
                    0.01 * row.get("mwh").asDouble());
            assertEquals(row.has("kg_per_kwh"), answer.has("tco2"));
            if (answer.has("tco2")) {
                assertEquals(
                        row.get("tco2").asDouble(),
                        answer.get("tco2").asDouble(),
                        0.01 * row.get("tco2").asDouble());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "estimate|Missing what to estimate",
                "estimate fabric|Missing required options",
                "estimate fabric --ports 63 --gpus-per-node 8 --nodes 1|is not an even number",
                "estimate fabric --ports 64 --gpus-per-node 8 --nodes 0|is below 1",
                "estimate fabric --ports 64 --gpus-per-node 8 --nodes 99999|exceed the three-tier maximum",
                "estimate energy nope.json|there is no such file",
                "catalog show h100|Maybe you mean one of h100-sxm5, dgx-h100.",
                "catalog show nothing|see catalog list",
                "catalog validate nope.yaml|there is no such file",
                "frobnicate|Unmatched argument",
            })
    void refusesBadArguments(String line, String message) {
        CommandRun run = CommandRun.of(line.split(" ", -1));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
    }

    @Test
    void listsAndShowsTheCatalog() {
        CommandRun list = CommandRun.of("catalog");
        assertEquals(list, CommandRun.of("catalog", "list"));
        assertTrue(list.out().lines().allMatch(line -> line.length() <= 100), list.out());
        assertTrue(list.out().contains("dgx-h100"));
        assertEquals(
                "dgx-h100",
                answer(CommandRun.of("catalog", "show", "dgx-h100", "--json"))
                        .get("id")
                        .asString());
        assertTrue(CommandRun.of("catalog", "show", "dgx-h100").out().startsWith("NVIDIA DGX H100 (dgx-h100)"));
        assertEquals(
                "built-in",
                answer(CommandRun.of("catalog", "list", "--json")).get("name").asString());
    }
}
