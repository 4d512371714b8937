package io.dcsdk.training.safetensors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.files.FileException;
import io.dcsdk.training.tensor.ElementType;
import io.dcsdk.training.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafetensorsWriterTest {
    @TempDir
    Path folder;

    @Test
    void writesTheBytesThatTheFormatAsksFor() throws IOException {
        Path file = folder.resolve("a.safetensors");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("ids", Tensor.of(new long[] {1}, 1));
        tensors.put("x", Tensor.of(new float[] {1}, 1, 1));

        SafetensorsWriter.write(file, tensors, Map.of("format", "pt"));

        String header = "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"ids\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]},"
                + "\"x\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[8,12]}}";
        byte[] bytes = Files.readAllBytes(file);
        int padded = (header.length() + 7) / 8 * 8;
        assertEquals(header + " ".repeat(padded - header.length()), new String(bytes, 8, padded, UTF_8));
        assertEquals(padded, bytes[0] & 0xff);
        assertEquals(8 + padded + 12, bytes.length);
        assertArrayEquals(
                new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0x80, 0x3f},
                java.util.Arrays.copyOfRange(bytes, 8 + padded, bytes.length));
    }

    @Test
    void sourcesAreAskedOneAfterTheOther() {
        List<String> asked = new ArrayList<>();
        List<TensorSource> sources = IntStream.range(0, 5)
                .mapToObj(i -> new TensorSource("t" + i, ElementType.F32, List.of(2L), () -> {
                    asked.add("t" + i);
                    return Tensor.of(new float[] {i, i}, 2);
                }))
                .toList();

        Path file = folder.resolve("a.safetensors");
        SafetensorsWriter.write(file, sources, Map.of());

        assertEquals(List.of("t0", "t1", "t2", "t3", "t4"), asked);
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            assertArrayEquals(new float[] {3, 3}, reader.tensor("t3").toFloats());
        }
    }

    @Test
    void whatTheFormatCannotHoldIsRefusedAndTheOldFileStays() throws IOException {
        Path file = Files.writeString(folder.resolve("a.safetensors"), "old");
        Tensor tensor = Tensor.of(new float[] {1}, 1);
        assertEquals(
                "tensor (__metadata__) of " + file + ": the format keeps this name for itself\nMaybe choose another.",
                fault(file, List.of(TensorSource.of("__metadata__", tensor))).getMessage());
        assertEquals(
                "tensor (a) of " + file + ": two tensors have this name\nMaybe give each its own.",
                fault(file, List.of(TensorSource.of("a", tensor), TensorSource.of("a", tensor)))
                        .getMessage());
        assertEquals(
                "tensor (a) of " + file + ": its source gave F32 [1] where F32 [2] was announced\n"
                        + "Maybe the source is that of another tensor.",
                fault(file, List.of(new TensorSource("a", ElementType.F32, List.of(2L), () -> tensor)))
                        .getMessage());
        fault(file, List.of(new TensorSource("a", ElementType.F32, List.of(-1L), () -> tensor)));
        fault(file, List.of(new TensorSource("a", ElementType.F32, List.of(1L << 62, 1L << 62), () -> tensor)));
        fault(file, List.of(TensorSource.of("half\ud83d", tensor)));

        assertEquals("old", Files.readString(file));
        try (Stream<Path> entries = Files.list(folder)) {
            assertEquals(List.of(file), entries.toList());
        }
        FileException absent = assertThrows(
                FileException.class,
                () -> SafetensorsWriter.write(folder.resolve("no/a"), Map.of("a", tensor), Map.of()));
        assertTrue(String.valueOf(absent.getMessage()).contains("\nMaybe "), absent.getMessage());
    }

    private static SafetensorsException fault(Path file, List<TensorSource> sources) {
        return assertThrows(SafetensorsException.class, () -> SafetensorsWriter.write(file, sources, Map.of()));
    }

    @Test
    void referenceFilesAreReadAndWrittenAgainWithTheSameTensors() throws IOException {
        Path reference = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "reference");
        Assumptions.assumeTrue(Files.isDirectory(reference), "no reference data at " + reference);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(reference)) {
            files = walk.filter(f -> f.toString().endsWith(".safetensors"))
                    .sorted()
                    .toList();
        }
        assertTrue(files.size() >= 19, "files: " + files.size());
        for (Path file : files) {
            Path copy = folder.resolve("copy.safetensors");
            try (SafetensorsReader reader = SafetensorsReader.open(file)) {
                Map<String, Tensor> tensors = new LinkedHashMap<>();
                reader.header().entries().keySet().forEach(name -> tensors.put(name, reader.tensor(name)));
                SafetensorsWriter.write(copy, tensors, reader.header().metadata());
                try (SafetensorsReader again = SafetensorsReader.open(copy)) {
                    assertEquals(reader.header().metadata(), again.header().metadata());
                    tensors.forEach((name, tensor) ->
                            assertEquals(tensor.bytes(), again.tensor(name).bytes()));
                }
            }
        }
    }
}
