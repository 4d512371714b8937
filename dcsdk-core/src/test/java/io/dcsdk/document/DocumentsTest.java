package io.dcsdk.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentsTest {
    record Rack(
            String name, Power power, int units, double share, Ratio load, List<Node> nodes, Optional<DataSize> disk) {
        Rack {
            if (power.isNegative()) {
                throw new IllegalArgumentException(
                        "power (%s) of rack %s: is negative\nMaybe drop the sign.".formatted(power, name));
            }
        }
    }

    record Node(String id, Precision precision, Map<String, Integer> ports) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Square.class, name = "square")})
    sealed interface Shape permits Square {}

    record Square(int side) implements Shape {}

    private static final Rack RACK = new Rack(
            "r1",
            Power.kilowatts(10.2),
            42,
            0.5,
            Ratio.of(0.25),
            List.of(new Node("n1", Precision.BF16, Map.of("b", 2, "a", 1))),
            Optional.of(DataSize.parse("80 GiB")));

    private static final String YAML = """
            name: r1
            power: 10.2 kW
            units: 42
            share: 0.5
            load: 25 %
            nodes:
              - id: n1
                precision: bf16
                ports: {a: 1, b: 2}
            disk: 80 GiB
            """;

    private static Rack yaml(String text) {
        return Documents.read(text, "rack.yaml", DocumentFormat.YAML, Rack.class);
    }

    private static Rack json(String text) {
        return Documents.read(text, "rack.json", DocumentFormat.JSON, Rack.class);
    }

    @Test
    void readsWhatItWrites() {
        assertEquals(RACK, yaml(YAML));
        assertEquals(RACK, json(Documents.toJson(RACK)));
        assertEquals(RACK, yaml(Documents.toYaml(RACK)));
        assertEquals(RACK, json(Documents.toCompactJson(RACK)));
        assertTrue(
                Documents.toJson(RACK).indexOf("\"a\"") < Documents.toJson(RACK).indexOf("\"b\""));
    }

    @Test
    void absentOptionalsAndListsAreEmpty() {
        Rack rack = yaml("name: r1\npower: 1 kW\nunits: 42\nshare: 0.5\nload: 1\n");
        assertEquals(List.of(), rack.nodes());
        assertEquals(Optional.empty(), rack.disk());
        assertFalse(Documents.toJson(rack).contains("disk"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "power: 10.2 kW|powr: 10.2 kW|rack.yaml, line 1, power: the field \"power\" is missing~Maybe \"powr\" in line 2 was meant to be it.",
                "disk: 80 GiB|disc: 80 GiB|rack.yaml, line 10, disc: the field \"disc\" is unknown~Maybe you mean \"disk\"; the fields are disk, load, name, nodes, power, share, units.",
                "units: 42|#|rack.yaml, line 1, units: the field \"units\" is missing~Maybe add it.",
                "units: 42|units: 42~units: 43|rack.yaml, line 4: the field \"units\" stands twice~Maybe remove one of the two.",
                "power: 10.2 kW|power: -1 kW|rack.yaml, line 1: power (-1 kW) of rack r1: is negative~Maybe drop the sign.",
                "power: 10.2 kW|power: 5|rack.yaml, line 2, power: is not written as a power is~Maybe quantities lack their unit (\"10.2 kW\"), or a list or an object stands where one value should.",
                "power: 10.2 kW|power: 5 kg|rack.yaml, line 2, power: power (5 kg): has the unknown unit \"kg\"~Maybe use one of the known ones; the units are W, kW, MW, GW.",
                "share: 0.5|share: .nan|rack.yaml, line 4, share: the number (.nan) is not finite~Maybe the exponent is mistyped.",
                "share: 0.5|share: 1e999|rack.yaml, line 4, share: the number (1e999) is not finite~Maybe the exponent is mistyped.",
                "disk: 80 GiB|disk:|rack.yaml, line 10, disk: has no value~Maybe leave the field out or give it one.",
                "  - id: n1|  - id: *x|rack.yaml, line 7, nodes[0].id: is a YAML alias~Maybe write the value out.",
                "name: r1|name: !!java.net.URL r1|rack.yaml, line 1, name: has a YAML tag~Maybe remove the tag.",
                "precision: bf16|precision: bf17|rack.yaml, line 8, nodes[0].precision: precision (bf17): is unknown~Maybe use one of fp64, fp32, tf32, bf16, fp16, fp8, int8.",
            })
    void namesFileLinePathAndRule(String find, String replace, String message) {
        String broken = YAML.replace(find, replace.replace("~", "\n"));
        DocumentException refused = assertThrows(DocumentException.class, () -> yaml(broken));
        assertEquals(message.replace("~", "\n"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "null",
                "[]",
                "3",
                "{",
                "{} {}",
                "{\"name\": NaN}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": 3}",
                "{\"units\": \"42\"}",
                "{\"units\": 42.5}",
                "// comment\n{}",
                "{'name': 'x'}",
                "{\"name\": \"a\",}",
            })
    void refusesWhatIsNoRack(String text) {
        assertThrows(DocumentException.class, () -> json(text));
    }

    @Test
    void refusesScalarsOfTheWrongType() {
        assertThrows(DocumentException.class, () -> yaml(YAML.replace("units: 42", "units: 42.5")));
        assertThrows(DocumentException.class, () -> yaml(YAML.replace("units: 42", "units: '42'")));
        assertThrows(DocumentException.class, () -> yaml(YAML.replace("units: 42", "units: true")));
        assertThrows(DocumentException.class, () -> yaml(YAML.replace("units: 42", "units: [42]")));
        assertThrows(DocumentException.class, () -> yaml(YAML.replace("units: 42", "units: 99999999999")));
        assertThrows(DocumentException.class, () -> yaml(YAML + "---\n" + YAML));
    }

    @Test
    void refusesDepthAndLengthBeyondItsLimits() {
        String deep = "{\"name\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertThrows(DocumentException.class, () -> json(deep));
        assertThrows(DocumentException.class, () -> json("{\"share\": 1" + "0".repeat(5000) + "}"));
        assertThrows(DocumentException.class, () -> yaml("name: " + "[".repeat(5000)));
    }

    @Test
    void refusesAnUnknownKind() {
        assertEquals(
                new Square(3),
                Documents.read("{\"kind\": \"square\", \"side\": 3}", "s", DocumentFormat.JSON, Shape.class));
        DocumentException refused = assertThrows(
                DocumentException.class,
                () -> Documents.read(
                        "{\"kind\": \"java.io.File\", \"side\": 3}", "s.json", DocumentFormat.JSON, Shape.class));
        assertEquals(
                "s.json, line 1: the kind (java.io.File) is missing or unknown\nMaybe use one of square.",
                refused.getMessage());
        assertThrows(
                DocumentException.class,
                () -> Documents.read("{\"side\": 3}", "s.json", DocumentFormat.JSON, Shape.class));
    }

    @Test
    void readsAndWritesFiles(@TempDir Path folder) throws IOException {
        for (String name : List.of("a.json", "a.yaml", "a.yml")) {
            Path file = folder.resolve(name);
            Documents.write(file, RACK);
            assertEquals(RACK, Documents.read(file, Rack.class));
        }
        try (var files = Files.list(folder)) {
            assertEquals(3, files.count());
        }
        DocumentException absent =
                assertThrows(DocumentException.class, () -> Documents.read(folder.resolve("b.json"), Rack.class));
        assertEquals(folder.resolve("b.json") + ": there is no such file\nMaybe check the path.", absent.getMessage());
        assertThrows(DocumentException.class, () -> Documents.read(folder, Rack.class));
        assertThrows(DocumentException.class, () -> Documents.write(folder.resolve("x/y.json"), RACK));
        assertThrows(DocumentException.class, () -> Documents.write(folder.resolve("y.txt"), RACK));
        Path latin = folder.resolve("latin.json");
        Files.write(latin, new byte[] {'"', (byte) 0xe9, '"'});
        assertThrows(DocumentException.class, () -> Documents.read(latin, Rack.class));
    }
}
