package io.dcsdk;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published facility figures of the shared folder; tests that ask for them are skipped where it is absent. */
public final class SharedFacility {
    private SharedFacility() {}

    public static JsonNode section(String name) {
        Path file = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "validation", "facility.json");
        Assumptions.assumeTrue(Files.isRegularFile(file), "skipped: there is no " + file);
        return JsonMapper.builder().build().readTree(file.toFile()).required(name);
    }

    public static double number(JsonNode owner, String field) {
        return owner.required(field).doubleValue();
    }
}
