package io.dcsdk.training.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DurableFilesTest {
    @TempDir
    Path folder;

    @Test
    void aPointerIsAHardLinkWhereThereAreNoSymbolicOnes() throws IOException {
        Path blob = Files.writeString(
                Files.createDirectories(folder.resolve("blobs")).resolve("ab"), "bytes");
        Path pointer = folder.resolve("snapshots/c/config.json");
        DurableFiles.point(pointer, blob, (link, target) -> {
            throw new UnsupportedOperationException();
        });
        assertFalse(Files.isSymbolicLink(pointer));
        assertEquals("bytes", Files.readString(pointer));
        assertTrue(Files.isSameFile(pointer, blob));
    }

    @Test
    void aPointerReplacesADanglingOneAndLeavesNothingElse() throws IOException {
        Path blob = Files.writeString(
                Files.createDirectories(folder.resolve("blobs")).resolve("ab"), "bytes");
        Path pointer = Files.createDirectories(folder.resolve("s")).resolve("config.json");
        Files.createSymbolicLink(pointer, Path.of("gone"));
        DurableFiles.point(pointer, blob, Files::createSymbolicLink);
        assertEquals("bytes", Files.readString(pointer));
        try (Stream<Path> entries = Files.list(folder.resolve("s"))) {
            assertEquals(1, entries.count());
        }
    }

    @Test
    void aTextReplacesAnother() throws IOException {
        Path reference = folder.resolve("refs/pr/1");
        DurableFiles.write(reference, "one");
        DurableFiles.write(reference, "two");
        assertEquals("two", Files.readString(reference));
    }
}
