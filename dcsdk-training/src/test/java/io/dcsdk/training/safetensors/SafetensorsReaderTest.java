package io.dcsdk.training.safetensors;

import static io.dcsdk.training.safetensors.RawFile.entry;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dcsdk.training.tensor.ElementType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SafetensorsReaderTest {
    private static final String GOOD = entry("a", "F32", "[2]", "[0,8]");

    @TempDir
    Path folder;

    /** What is wrong, the bytes, and a part of the message. */
    static Stream<Arguments> malformedFiles() {
        List<Arguments> files = new ArrayList<>();
        // Sizes.
        files.add(arguments("empty file", new byte[0], "size (0 bytes)"));
        files.add(arguments("seven bytes", new byte[7], "size (7 bytes)"));
        files.add(arguments("header of no bytes", RawFile.of("", 0), "does not begin with '{'"));
        files.add(arguments("header length one too large", RawFile.of(3, "{}".getBytes(ISO_8859_1), 0), "has only 10"));
        files.add(arguments(
                "header length beyond the limit", RawFile.of(100_000_001, new byte[8], 0), "above the limit"));
        files.add(arguments(
                "header length at the limit, short file", RawFile.of(100_000_000, new byte[8], 0), "has only 16"));
        files.add(arguments(
                "header length 2^63 - 1", RawFile.of(Long.MAX_VALUE, new byte[8], 0), "(9223372036854775807)"));
        files.add(arguments("header length 2^64 - 1", RawFile.of(-1, new byte[8], 0), "(18446744073709551615)"));
        files.add(arguments("data cut off", RawFile.of("{" + GOOD + "}", 7), "cut off"));
        files.add(arguments("no data at all", RawFile.of("{" + GOOD + "}", 0), "cut off"));
        files.add(arguments("trailing byte", RawFile.of("{" + GOOD + "}", 9), "after its end"));
        files.add(arguments("data without tensors", RawFile.of("{}", 4), "after its end"));
        // Start and end of the header.
        files.add(arguments("byte order mark", RawFile.of("\ufeff{" + GOOD + "}", 8), "does not begin with '{'"));
        files.add(arguments("space before the header", RawFile.of(" {" + GOOD + "}", 8), "does not begin with '{'"));
        files.add(arguments("list instead of an object", RawFile.of("[]", 0), "does not begin with '{'"));
        files.add(arguments(
                "UTF-16", RawFile.of(new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0}, 0), "begin with"));
        files.add(arguments("header without end", RawFile.of("{" + GOOD, 8), "ends where '}' is wanted"));
        files.add(arguments("text after the header", RawFile.of("{" + GOOD + "} x", 8), "the end of the header"));
        files.add(arguments(
                "second object after the header", RawFile.of("{" + GOOD + "}{}", 8), "the end of the header"));
        files.add(arguments("zero byte after the header", RawFile.of("{" + GOOD + "}\0", 8), "byte 0x00 stands"));
        // JSON.
        files.add(arguments("trailing comma", RawFile.of("{" + GOOD + ",}", 8), "a string is wanted"));
        files.add(arguments("comment", RawFile.of("{/**/" + GOOD + "}", 8), "a string is wanted"));
        files.add(arguments("single quotes", RawFile.of("{'a':1}", 0), "a string is wanted"));
        files.add(arguments("no colon", RawFile.of("{\"a\" {}}", 0), "':' is wanted"));
        files.add(arguments("name without end", RawFile.of("{\"a", 0), "ends where ':' is wanted|no end"));
        files.add(arguments("line break in a name", RawFile.of("{\"a\n\":{}}", 0), "control character"));
        files.add(arguments("line break after an escape", RawFile.of("{\"a\\tb\n\":{}}", 0), "control character"));
        files.add(arguments("unknown escape", RawFile.of("{\"\\x61\":{}}", 0), "escape"));
        files.add(arguments("short escape", RawFile.of("{\"\\u12\":{}}", 0), "escape"));
        files.add(arguments("escape at the end", RawFile.of("{\"\\", 0), "no end"));
        files.add(arguments("lone high surrogate", RawFile.of("{\"\\ud83d\":{}}", 0), "half a character"));
        files.add(arguments("lone low surrogate", RawFile.of("{\"\\ude00\":{}}", 0), "half a character"));
        files.add(arguments("tensor that is null", RawFile.of("{\"a\":null}", 0), "'{' is wanted"));
        files.add(arguments("tensor that is a list", RawFile.of("{\"a\":[]}", 0), "'{' is wanted"));
        files.add(arguments("deep nesting", RawFile.of("{\"a\":" + "[".repeat(100_000), 0), "'{' is wanted"));
        files.add(arguments(
                "deep nesting in a shape",
                RawFile.of("{" + entry("a", "F32", "[[[2]]]", "[0,8]") + "}", 8),
                "whole number"));
        // UTF-8.
        files.add(arguments("lone continuation byte", latin("{\"\u0080\":{}}"), "not UTF-8"));
        files.add(arguments("overlong slash", latin("{\"\u00c0\u00af\":{}}"), "not UTF-8"));
        files.add(arguments("encoded surrogate", latin("{\"\u00ed\u00a0\u0080\":{}}"), "not UTF-8"));
        files.add(arguments("beyond U+10FFFF", latin("{\"\u00f4\u0090\u0080\u0080\":{}}"), "not UTF-8"));
        files.add(arguments("sequence cut by the quote", latin("{\"\u00e2\u0082\":{}}"), "not UTF-8"));
        files.add(arguments("bad UTF-8 after an escape", latin("{\"\\t\u00ff\":{}}"), "not UTF-8"));
        files.add(arguments("bad UTF-8 in metadata", latin("{\"__metadata__\":{\"a\":\"\u00ff\"}}"), "not UTF-8"));
        files.add(arguments("no-break space between tokens", latin("{\u00c2\u00a0}"), "byte 0xc2"));
        // Fields.
        files.add(arguments("tensor without fields", RawFile.of("{\"a\":{}}", 0), "a string is wanted"));
        files.add(arguments("no dtype", RawFile.of("{\"a\":{\"shape\":[2],\"data_offsets\":[0,8]}}", 8), "no dtype"));
        files.add(
                arguments("no shape", RawFile.of("{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}}", 8), "no shape"));
        files.add(
                arguments("no offsets", RawFile.of("{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}", 8), "no data_offsets"));
        files.add(arguments(
                "unknown field",
                RawFile.of("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"x\":1}}", 8),
                "\"x\""));
        files.add(arguments(
                "dtype twice",
                RawFile.of("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8),
                "stands twice"));
        files.add(arguments(
                "shape twice",
                RawFile.of("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"shape\":[2],\"data_offsets\":[0,8]}}", 8),
                "stands twice"));
        files.add(arguments(
                "offsets twice",
                RawFile.of(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"data_offsets\":[0,8]}}", 8),
                "stands twice"));
        files.add(arguments("unknown dtype", one("F8_E4M3", "[8]", "[0,8]"), "\"F8_E4M3\""));
        files.add(arguments("dtype in lower case", one("f32", "[2]", "[0,8]"), "\"f32\""));
        files.add(arguments(
                "dtype that is a number",
                RawFile.of("{\"a\":{\"dtype\":32,\"shape\":[2],\"data_offsets\":[0,8]}}", 8),
                "a string is wanted"));
        files.add(arguments("shape that is a number", one("F32", "2", "[0,8]"), "'[' is wanted"));
        files.add(arguments("shape that is null", one("F32", "null", "[0,8]"), "'[' is wanted"));
        files.add(arguments("one offset", one("F32", "[2]", "[8]"), "1 data_offsets"));
        files.add(arguments("three offsets", one("F32", "[2]", "[0,4,8]"), "3 data_offsets"));
        // Numbers.
        files.add(arguments("negative dimension", one("F32", "[-2]", "[0,8]"), "whole number"));
        files.add(arguments("negative offset", one("F32", "[2]", "[-8,0]"), "whole number"));
        files.add(arguments("fraction", one("F32", "[2.0]", "[0,8]"), "no whole number"));
        files.add(arguments("exponent", one("F32", "[2e0]", "[0,8]"), "no whole number"));
        files.add(arguments("leading zero", one("F32", "[02]", "[0,8]"), "leading zeros"));
        files.add(arguments("leading plus", one("F32", "[+2]", "[0,8]"), "whole number"));
        files.add(arguments("number as text", one("F32", "[\"2\"]", "[0,8]"), "whole number"));
        files.add(arguments("truth value as number", one("F32", "[true]", "[0,8]"), "whole number"));
        files.add(arguments("not a number", one("F32", "[NaN]", "[0,8]"), "whole number"));
        files.add(arguments("2^63", one("F32", "[9223372036854775808]", "[0,8]"), "larger than"));
        files.add(arguments("2^64 + 2", one("F32", "[18446744073709551618]", "[0,8]"), "larger than"));
        files.add(arguments(
                "number of a thousand digits", one("F32", "[" + "9".repeat(1000) + "]", "[0,8]"), "larger than"));
        // Sizes of tensors.
        files.add(arguments("product beyond 2^63", one("F32", "[4294967296,4294967296]", "[0,8]"), "2^63"));
        files.add(arguments("product that wraps to 8", one("F32", "[4611686018427387906]", "[0,8]"), "2^63"));
        files.add(arguments(
                "product beyond 2^63 before a zero", one("F32", "[4294967296,4294967296,0]", "[0,0]", 0), "2^63"));
        files.add(arguments("one element too many", one("F32", "[3]", "[0,8]"), "needs 12"));
        files.add(arguments("one element too few", one("F32", "[1]", "[0,8]"), "needs 4"));
        files.add(arguments("type of another width", one("F16", "[2]", "[0,8]"), "needs 4"));
        files.add(arguments("scalar of two elements", one("F32", "[]", "[0,8]"), "needs 4"));
        files.add(arguments("end before begin", one("F32", "[2]", "[8,0]"), "before it begins"));
        // Places of tensors.
        files.add(arguments("hole before the first", one("F32", "[1]", "[4,8]"), "hole"));
        files.add(arguments("hole between two", two("[0,4]", "[8,12]", 12), "hole"));
        files.add(arguments("overlap", two("[0,4]", "[2,6]", 6), "inside another"));
        files.add(arguments("same place twice", two("[0,4]", "[0,4]", 4), "inside another"));
        files.add(arguments("far beyond the file", one("U8", "[4000000000000]", "[0,4000000000000]"), "cut off"));
        files.add(arguments(
                "empty tensor beyond the end",
                RawFile.of("{" + GOOD + "," + entry("b", "F32", "[0]", "[12,12]") + "}", 8),
                "hole"));
        files.add(arguments(
                "empty tensor inside another",
                RawFile.of("{" + GOOD + "," + entry("b", "F32", "[0]", "[4,4]") + "}", 8),
                "inside another"));
        // Duplicates and metadata.
        files.add(arguments("tensor twice", RawFile.of("{" + GOOD + "," + GOOD + "}", 8), "stands twice"));
        files.add(arguments(
                "tensor twice, once escaped",
                RawFile.of("{" + GOOD + "," + GOOD.replace("\"a\"", "\"\\u0061\"") + "}", 8),
                "stands twice"));
        files.add(arguments(
                "metadata twice", RawFile.of("{\"__metadata__\":{},\"__metadata__\":{}}", 0), "stands twice"));
        files.add(arguments(
                "metadata with a doubled name",
                RawFile.of("{\"__metadata__\":{\"a\":\"1\",\"a\":\"1\"}}", 0),
                "stands twice"));
        files.add(arguments("metadata that is a list", RawFile.of("{\"__metadata__\":[]}", 0), "'{' is wanted"));
        files.add(arguments("metadata that is null", RawFile.of("{\"__metadata__\":null}", 0), "'{' is wanted"));
        files.add(arguments(
                "metadata with a number", RawFile.of("{\"__metadata__\":{\"a\":1}}", 0), "a string is wanted"));
        files.add(arguments(
                "metadata with an object", RawFile.of("{\"__metadata__\":{\"a\":{}}}", 0), "a string is wanted"));
        return files.stream();
    }

    private static byte[] one(String type, String shape, String offsets) {
        return one(type, shape, offsets, 8);
    }

    private static byte[] one(String type, String shape, String offsets, int dataBytes) {
        return RawFile.of("{" + entry("a", type, shape, offsets) + "}", dataBytes);
    }

    private static byte[] two(String first, String second, int dataBytes) {
        return RawFile.of(
                "{" + entry("a", "F32", "[1]", first) + "," + entry("b", "F32", "[1]", second) + "}", dataBytes);
    }

    private static byte[] latin(String header) {
        return RawFile.of(header.getBytes(ISO_8859_1), 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedFiles")
    void refuses(String what, byte[] bytes, String expected) throws IOException {
        Path file = Files.write(folder.resolve("m.safetensors"), bytes);

        SafetensorsException fault = assertThrows(SafetensorsException.class, () -> SafetensorsReader.open(file), what);

        String message = String.valueOf(fault.getMessage());
        assertTrue(
                Stream.of(expected.split("\\|")).anyMatch(message::contains),
                () -> "\"" + expected + "\" in: " + message);
        assertTrue(message.contains(" of " + file + ": "), message);
        assertTrue(message.contains("\nMaybe "), message);
    }

    @Test
    void messagesNamePlaceRuleAndNextStep() throws IOException {
        Path file = Files.write(folder.resolve("m.safetensors"), one("F32", "[3]", "[0,8]"));
        assertEquals(
                "tensor (a) of " + file + ": has 8 bytes of data where F32 [3] needs 12\n"
                        + "Maybe the file is damaged: fetch or write it again.",
                assertThrows(SafetensorsException.class, () -> SafetensorsReader.open(file))
                        .getMessage());

        Path absent = folder.resolve("none.safetensors");
        assertEquals(
                "content of " + absent + ": there is no such file\nMaybe check the path.",
                assertThrows(SafetensorsException.class, () -> SafetensorsReader.open(absent))
                        .getMessage());
        assertEquals(
                "content of " + folder + ": it is not a regular file\nMaybe check the path.",
                assertThrows(SafetensorsException.class, () -> SafetensorsReader.open(folder))
                        .getMessage());
    }

    @Test
    void aNameInAMessageIsOneShortLine() throws IOException {
        String name = "x\\n\\u001b[31m" + "y".repeat(5000);
        Path file = Files.write(
                folder.resolve("m.safetensors"), RawFile.of("{" + entry(name, "F32", "[3]", "[0,8]") + "}", 8));

        String message = String.valueOf(assertThrows(SafetensorsException.class, () -> SafetensorsReader.open(file))
                .getMessage());

        assertTrue(message.contains("tensor (x\\u000a\\u001b[31myyy"), message);
        assertTrue(message.length() < 500, message);
        assertEquals(2, message.lines().count());
    }

    @Test
    void readsWhatTheFormatAllows() throws IOException {
        String header = "{\n\t\"__metadata__\" : { \"format\":\"pt\", \"\\u00e9\\n\":\"\\ud83d\\ude00 😀\" } ,\r\n"
                + entry("later", "U8", "[ 1 , 3 ]", "[4, 7]") + "," + entry("none", "F64", "[7,0]", "[4,4]") + ","
                + entry("scalar", "F32", "[]", "[0,4]") + "}    ";
        Path file = Files.write(folder.resolve("m.safetensors"), RawFile.of(header, 7));

        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            assertEquals(Map.of("format", "pt", "é\n", "😀 😀"), reader.header().metadata());
            assertEquals(
                    List.of("later", "none", "scalar"),
                    List.copyOf(reader.header().entries().keySet()));
            assertEquals(7, reader.header().dataBytes());
            assertArrayEquals(new long[3], reader.tensor("later").toLongs());
            assertEquals(List.of(7L, 0L), reader.tensor("none").shape());
            assertEquals(0, reader.tensor("none").toFloats().length);
            assertArrayEquals(new float[1], reader.tensor("scalar").toFloats());
            assertEquals(
                    "tensor (other) of " + file + ": there is none of this name\nMaybe look at header().",
                    assertThrows(SafetensorsException.class, () -> reader.tensor("other"))
                            .getMessage());
        }
        Files.write(file, RawFile.of("{}", 0));
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            assertEquals(Map.of(), reader.header().entries());
        }
    }

    @Test
    void aTruthValueIsZeroOrOne() throws IOException {
        byte[] bytes = one("BOOL", "[8]", "[0,8]");
        bytes[bytes.length - 1] = 1;
        Path file = Files.write(folder.resolve("m.safetensors"), bytes);
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            assertArrayEquals(
                    new long[] {0, 0, 0, 0, 0, 0, 0, 1}, reader.tensor("a").toLongs());
        }
        bytes[bytes.length - 2] = 2;
        Files.write(file, bytes);
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            assertThrows(SafetensorsException.class, () -> reader.tensor("a"));
        }
    }

    @Test
    void aFileThatShrinksWhileItIsOpenIsAFault() throws IOException {
        Path file = Files.write(folder.resolve("m.safetensors"), one("F32", "[2]", "[0,8]"));
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(Files.size(file) - 1);
            }
            SafetensorsException fault = assertThrows(SafetensorsException.class, () -> reader.tensor("a"));
            assertTrue(String.valueOf(fault.getMessage()).contains("became shorter"), fault.getMessage());
        }
    }

    @Test
    void readsATensorThatLiesBeyondTwoGibibytes() throws IOException {
        long far = 3L << 30;
        byte[] start = RawFile.of(
                "{" + entry("large", "U8", "[" + far + "]", "[0," + far + "]") + ","
                        + entry("last", "I16", "[2]", "[" + far + "," + (far + 4) + "]") + "}",
                0);
        Path file = Files.write(folder.resolve("m.safetensors"), start);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) { // sparse: takes no room
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {1, 2, 3, 4}), start.length + far);
        }
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            assertEquals(ElementType.I16, reader.tensor("last").type());
            assertArrayEquals(new long[] {0x0201, 0x0403}, reader.tensor("last").toLongs());
            SafetensorsException fault = assertThrows(SafetensorsException.class, () -> reader.tensor("large"));
            assertTrue(String.valueOf(fault.getMessage()).contains("2^31 - 1"), fault.getMessage());
        }
    }
}
