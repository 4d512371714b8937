package io.dcsdk.training.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void writesThroughAStreamAndFromMemory() throws IOException {
        Path file = folder.resolve("a.txt");

        AtomicFile.write(file, stream -> stream.write("through a stream".getBytes(UTF_8)));
        assertEquals("through a stream", Files.readString(file));

        AtomicFile.writeBytes(file, "from memory".getBytes(UTF_8));
        assertEquals("from memory", Files.readString(file));
        assertEquals(List.of(file), entries());
    }

    @Test
    void aFullDiskLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");

        FileException fault = assertThrows(
                FileException.class,
                () -> AtomicFile.write(file, stream -> {
                    stream.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }));

        assertEquals(
                "file (" + file + "): cannot be written (No space left on device)\n"
                        + "Maybe free some space on the disk, or choose a folder on another one.",
                fault.getMessage());
        assertInstanceOf(IOException.class, fault.getCause());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), entries());
    }

    @Test
    void anExceptionOfTheContentComesThroughAndLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        IllegalStateException own = new IllegalStateException("own");

        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(file, stream -> {
                    throw own;
                }));

        assertSame(own, thrown);
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), entries());
    }

    @Test
    void faultsOfTheTargetSayWhatToDo() throws IOException {
        Path absent = folder.resolve("no/such/a.txt");
        assertEquals(
                "file (" + absent + "): cannot be written (there is no such file or folder)\nMaybe check the path.",
                assertThrows(FileException.class, () -> AtomicFile.writeBytes(absent, new byte[1]))
                        .getMessage());

        Path sub = Files.createDirectory(folder.resolve("sub"));
        assertEquals(
                "file (" + sub + "): cannot be written (a folder stands in its place)\nMaybe check the path.",
                assertThrows(FileException.class, () -> AtomicFile.writeBytes(sub, new byte[1]))
                        .getMessage());
        assertEquals(List.of(sub), entries());
    }

    @Test
    void aPreparedFileAppearsOnCommitOnly() throws IOException {
        Path file = folder.resolve("a.txt");
        try (AtomicFile atomic = AtomicFile.prepareBytes(file, "new".getBytes(UTF_8))) {
            assertFalse(Files.exists(file));
            assertEquals(List.of(), AtomicFile.removeLeftovers(folder), "a file in work is no leftover");
            atomic.commit();
            assertEquals("new", Files.readString(file));
            assertThrows(IllegalStateException.class, atomic::commit);
        }
        List<AtomicFile> closed = new ArrayList<>();
        try (AtomicFile discarded = AtomicFile.prepareBytes(file, "newer".getBytes(UTF_8))) {
            assertEquals(2, entries().size());
            closed.add(discarded);
        }
        assertThrows(IllegalStateException.class, closed.get(0)::commit);
        assertEquals("new", Files.readString(file));
        assertEquals(List.of(file), entries());
    }

    @Test
    void aLinkIsReplacedAndWhatItPointsToStays() throws IOException {
        Path blob = Files.writeString(folder.resolve("blob"), "shared by others");
        Path link = Files.createSymbolicLink(folder.resolve("link"), blob);

        AtomicFile.writeBytes(link, "own".getBytes(UTF_8));

        assertFalse(Files.isSymbolicLink(link));
        assertEquals("own", Files.readString(link));
        assertEquals("shared by others", Files.readString(blob));
    }

    @Test
    void aKilledProcessLeavesTheOldFileAndALeftoverThatIsFound() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Path similar = Files.writeString(folder.resolve(".a.txt.part"), "somebody else's");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertEquals('w', writer.getInputStream().read());
            assertEquals(List.of(), AtomicFile.removeLeftovers(folder), "the other process is still writing");
        } finally {
            writer.destroyForcibly().waitFor();
        }

        assertEquals("old", Files.readString(file));
        assertEquals(3, entries().size());
        List<Path> removed = AtomicFile.removeLeftovers(folder);
        assertEquals(1, removed.size());
        assertTrue(String.valueOf(removed.get(0).getFileName()).startsWith(".a.txt."));
        assertEquals(List.of(similar, file), entries());
    }

    @Test
    void leftoversOfAFolderThatIsNotThereAreAFault() {
        FileException fault =
                assertThrows(FileException.class, () -> AtomicFile.removeLeftovers(folder.resolve("none")));
        assertInstanceOf(NoSuchFileException.class, fault.getCause());
    }

    @Test
    void foldersAreMadeWithTheirParents() throws IOException {
        Path deep = folder.resolve("a/b/c");
        Folders.create(deep);
        Folders.create(deep);
        assertTrue(Files.isDirectory(deep));

        Path file = Files.writeString(folder.resolve("file"), "");
        FileException fault = assertThrows(FileException.class, () -> Folders.create(file.resolve("d")));
        assertTrue(String.valueOf(fault.getMessage()).contains("cannot be made"), fault.getMessage());
        assertTrue(String.valueOf(fault.getMessage()).contains("\nMaybe "), fault.getMessage());
    }

    @Test
    void smallFilesAreReadUpToTheirLimit() throws IOException {
        Path file = Files.writeString(folder.resolve("s"), "häuser");
        assertEquals("häuser", SmallFile.readText(file, 7));
        assertEquals(
                "file (" + file + "): is larger than the 6 bytes that such a file may have\n"
                        + "Maybe another file was meant.",
                assertThrows(FileException.class, () -> SmallFile.readText(file, 6))
                        .getMessage());
        Files.write(file, new byte[] {'a', (byte) 0xff});
        assertEquals(
                "file (" + file
                        + "): cannot be read (it is not UTF-8 text)\nMaybe save it as UTF-8, or another file was meant.",
                assertThrows(FileException.class, () -> SmallFile.readText(file, 6))
                        .getMessage());
        assertThrows(FileException.class, () -> SmallFile.readText(folder, 6));
        assertThrows(FileException.class, () -> SmallFile.readText(folder.resolve("none"), 6));
    }

    /** Begins to write a file, says so, and never ends. */
    static final class EndlessWriter {
        private EndlessWriter() {}

        public static void main(String[] arguments) {
            AtomicFile.write(Path.of(arguments[0]), stream -> {
                stream.write(new byte[200_000]);
                stream.flush();
                System.out.print('w');
                System.out.flush();
                try {
                    Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            });
        }
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
