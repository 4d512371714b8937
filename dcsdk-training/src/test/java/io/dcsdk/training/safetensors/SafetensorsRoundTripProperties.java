package io.dcsdk.training.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dcsdk.training.tensor.ElementType;
import io.dcsdk.training.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

final class SafetensorsRoundTripProperties {
    private static Path folder = Path.of("");

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("safetensors");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("a.safetensors"));
        Files.deleteIfExists(folder.resolve("b.safetensors"));
        Files.delete(folder);
    }

    @Property(tries = 50)
    void whatIsWrittenIsRead(
            @ForAll("tensors") Map<String, Tensor> tensors, @ForAll("texts") Map<String, String> metadata)
            throws IOException {
        Path file = folder.resolve("a.safetensors");
        SafetensorsWriter.write(file, tensors, metadata);

        Map<String, Tensor> read = new LinkedHashMap<>();
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            assertEquals(
                    List.copyOf(metadata.entrySet()),
                    List.copyOf(reader.header().metadata().entrySet()));
            assertEquals(tensors.keySet(), reader.header().entries().keySet());
            for (TensorEntry entry : reader.header().entries().values()) {
                Tensor tensor = reader.tensor(entry.name());
                Tensor original = Objects.requireNonNull(tensors.get(entry.name()));
                assertEquals(original.type(), tensor.type());
                assertEquals(original.shape(), tensor.shape());
                assertEquals(original.bytes(), tensor.bytes());
                assertEquals(0, entry.begin() % entry.type().bytes(), "each tensor is aligned to its elements");
                read.put(entry.name(), tensor);
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        long headerBytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        assertEquals(0, headerBytes % 8, "the data begins at a multiple of 8");

        Path again = folder.resolve("b.safetensors");
        SafetensorsWriter.write(again, read, metadata);
        assertArrayEquals(bytes, Files.readAllBytes(again), "the same tensors give the same bytes");
    }

    @Provide
    Arbitrary<Map<String, Tensor>> tensors() {
        return Arbitraries.maps(names().filter(n -> !n.equals("__metadata__")), tensor())
                .ofMaxSize(8)
                .map(SafetensorsRoundTripProperties::inOrder);
    }

    @Provide
    Arbitrary<Map<String, String>> texts() {
        return Arbitraries.maps(names(), names()).ofMaxSize(4).map(SafetensorsRoundTripProperties::inOrder);
    }

    private static <V> Map<String, V> inOrder(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Any text that UTF-8 can say: without halves of characters. */
    private static Arbitrary<String> names() {
        Arbitrary<Integer> codePoint = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 0x7f),
                Arbitraries.integers().between(0, 0xd7ff),
                Arbitraries.integers().between(0xe000, 0x10ffff));
        return codePoint.list().ofMaxSize(12).map(points -> points.stream()
                .map(Character::toString)
                .collect(Collectors.joining()));
    }

    private static Arbitrary<Tensor> tensor() {
        return Combinators.combine(
                        Arbitraries.of(ElementType.class),
                        Arbitraries.longs().between(0, 4).list().ofMaxSize(4),
                        Arbitraries.longs())
                .as((type, shape, seed) -> {
                    byte[] bytes =
                            new byte[(int) shape.stream().mapToLong(d -> d).reduce(type.bytes(), (a, b) -> a * b)];
                    new Random(seed).nextBytes(bytes);
                    if (type == ElementType.BOOL) {
                        for (int i = 0; i < bytes.length; i++) {
                            bytes[i] &= 1;
                        }
                    }
                    return Tensor.of(type, shape, ByteBuffer.wrap(bytes));
                });
    }
}
