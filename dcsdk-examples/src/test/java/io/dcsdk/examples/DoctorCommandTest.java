package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DoctorCommandTest {
    @Test
    void saysThatTrainingWorksWhereTheTestsTrain() {
        CommandRun run = CommandRun.of("doctor");
        assertEquals(ExitCode.DONE, run.code(), run.out());
        assertTrue(run.out().contains("engine: PyTorch 2.7.1"), run.out());
        assertTrue(run.out().endsWith("Training works on this machine.\n"), run.out());
    }

    @Test
    void printsItsFindingsAsJson() {
        JsonNode found =
                JsonMapper.shared().readTree(CommandRun.of("doctor", "--json").out());
        assertTrue(found.get("works").asBoolean());
        assertTrue(found.get("machine").get("processors").asInt() > 0);
        List<String> names = found.get("checks")
                .valueStream()
                .map(check -> check.get("name").asString())
                .toList();
        assertEquals(List.of("engine", "device", "tokenizers", "training"), names);
    }
}
