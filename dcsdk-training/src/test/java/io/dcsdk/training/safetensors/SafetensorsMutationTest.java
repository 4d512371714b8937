package io.dcsdk.training.safetensors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.tensor.ElementType;
import io.dcsdk.training.tensor.Tensor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Valid files with some bytes changed: each is read with consistent content or refused, in memory of its own size. */
final class SafetensorsMutationTest {
    private static final int MUTATIONS = 4_000;
    private static final List<String> FRAGMENTS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "0",
            "1",
            "9",
            "-",
            ".5",
            "e9",
            " ",
            "null",
            "true",
            "__metadata__",
            "\"dtype\"",
            "\"shape\"",
            "\"data_offsets\"",
            "F32",
            "F64",
            "BOOL",
            "\u00ff",
            "\u00c3",
            "9223372036854775807",
            "18446744073709551616",
            "4294967296,4294967296");

    @TempDir
    Path folder;

    @Test
    void mutatedFilesAreReadConsistentlyOrRefused() throws IOException {
        Random random = new Random(20240607);
        List<byte[]> valid = validFiles();
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = mutated(valid.get(i % valid.size()), random);
            Path file = folder.resolve("m.safetensors");
            Files.deleteIfExists(file);
            Files.write(file, bytes);
            long before = threads.getCurrentThreadAllocatedBytes();
            try (SafetensorsReader reader = SafetensorsReader.open(file)) {
                requireConsistent(bytes, reader);
                read++;
            } catch (SafetensorsException e) {
                assertTrue(String.valueOf(e.getMessage()).contains("\nMaybe "), e.getMessage());
            }
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated < 500_000 + 200L * bytes.length, "mutation " + i + " took " + allocated + " bytes");
        }
        // Both outcomes occur, or the test shows nothing.
        assertTrue(read > MUTATIONS / 50 && read < MUTATIONS / 2, "read: " + read);
    }

    private static void requireConsistent(byte[] bytes, SafetensorsReader reader) {
        long headerBytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        int start = Math.toIntExact(8 + headerBytes);
        SafetensorsHeader header = reader.header();
        assertEquals(bytes.length - start, header.dataBytes());
        assertEquals(
                bytes.length - start,
                header.entries().values().stream().mapToLong(TensorEntry::bytes).sum());
        for (TensorEntry entry : header.entries().values()) {
            Tensor tensor = reader.tensor(entry.name());
            assertEquals(entry.type(), tensor.type());
            assertEquals(entry.shape(), tensor.shape());
            assertEquals(ByteBuffer.wrap(bytes, start + (int) entry.begin(), (int) entry.bytes()), tensor.bytes());
        }
    }

    private static byte[] mutated(byte[] valid, Random random) {
        byte[] bytes = valid.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int headerEnd = Math.min(bytes.length, 8 + Math.max(1, valid.length * 3 / 4));
            int at = random.nextInt(Math.max(1, random.nextInt(5) == 0 ? bytes.length : headerEnd));
            byte[] fragment = FRAGMENTS.get(random.nextInt(FRAGMENTS.size())).getBytes(ISO_8859_1);
            bytes = switch (random.nextInt(8)) {
                case 0 -> spliced(bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.nextInt(256)});
                case 1 -> spliced(bytes, at, Math.min(bytes.length, at + 1), new byte[0]);
                case 2 -> spliced(bytes, at, at, fragment);
                case 3 -> spliced(bytes, at, Math.min(bytes.length, at + fragment.length), fragment);
                case 4 -> Arrays.copyOf(bytes, at);
                case 5 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(9));
                case 6 -> digitChanged(bytes, random);
                default -> chunkRepeated(bytes, at, random);
            };
            if (bytes.length >= 8 && random.nextInt(4) > 0) {
                keepLength(bytes, valid.length, bytes.length);
            }
        }
        return bytes;
    }

    /** With the length of the header grown as the file has grown, faults inside the header come to light. */
    private static void keepLength(byte[] bytes, int before, int after) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long length = buffer.getLong(0);
        if (length > 0 && length < 100_000) {
            buffer.putLong(0, Math.max(0, length + (after - before) % 50));
        }
    }

    private static byte[] digitChanged(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        int from = random.nextInt(Math.max(1, bytes.length));
        for (int i = from; i < changed.length; i++) {
            if (changed[i] >= '0' && changed[i] <= '9') {
                changed[i] = (byte) ('0' + random.nextInt(10));
                break;
            }
        }
        return changed;
    }

    private static byte[] chunkRepeated(byte[] bytes, int at, Random random) {
        int end = Math.min(bytes.length, at + 1 + random.nextInt(60));
        return spliced(bytes, at, at, Arrays.copyOfRange(bytes, Math.min(at, end), end));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] inserted) {
        int start = Math.min(from, bytes.length);
        byte[] result = Arrays.copyOf(bytes, start + inserted.length + bytes.length - Math.max(start, to));
        System.arraycopy(inserted, 0, result, start, inserted.length);
        System.arraycopy(
                bytes, Math.max(start, to), result, start + inserted.length, bytes.length - Math.max(start, to));
        return result;
    }

    private List<byte[]> validFiles() throws IOException {
        Map<String, Tensor> all = new LinkedHashMap<>();
        for (ElementType type : ElementType.values()) {
            all.put("t." + type, Tensor.of(type, List.of(2L, 3L), ByteBuffer.allocate(6 * type.bytes())));
        }
        Path file = folder.resolve("valid.safetensors");
        SafetensorsWriter.write(file, all, Map.of("format", "pt"));
        byte[] large = Files.readAllBytes(file);
        SafetensorsWriter.write(file, Map.of("a", Tensor.of(new float[] {1, 2, 3, 4}, 2, 2)), Map.of());
        byte[] small = Files.readAllBytes(file);
        SafetensorsWriter.write(
                file,
                Map.of("é\n\"", Tensor.of(new long[] {7}), "z", Tensor.of(new float[0], 0, 9)),
                Map.of("a\\", "b\u0001😀", "c", ""));
        return List.of(large, small, Files.readAllBytes(file));
    }
}
