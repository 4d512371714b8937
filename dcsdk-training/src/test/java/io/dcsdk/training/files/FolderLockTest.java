package io.dcsdk.training.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // a lock is held, not called
final class FolderLockTest {
    @TempDir
    private Path folder;

    @Test
    void aSecondWriterIsRefusedUntilTheFirstIsDone() {
        Path file = folder.resolve(FolderLock.NAME);
        try (FolderLock first = FolderLock.take(folder)) {
            String message = assertThrows(FileException.class, () -> FolderLock.take(folder))
                    .getMessage();
            assertEquals(
                    "file (%s): is held by a run that works in this folder\nMaybe wait until it ends, or choose another folder."
                            .formatted(file),
                    message);
            first.close(); // and once more at the end
        }
        assertFalse(Files.exists(file));
        FolderLock.take(folder).close();
    }

    @Test
    void aFileThatAKillLeftKeepsNobodyOut() throws IOException {
        Files.write(folder.resolve(FolderLock.NAME), new byte[12_345]);
        FolderLock.take(folder).close();
        assertFalse(Files.exists(folder.resolve(FolderLock.NAME)));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path none = folder.resolve("none");
        String message = String.valueOf(
                assertThrows(FileException.class, () -> FolderLock.take(none)).getMessage());
        assertTrue(message.contains("none") && message.contains("there is no such file or folder"), message);
    }

    @Test
    void ofManyThreadsOneAtATimeHasTheFolder() throws Exception {
        AtomicInteger owners = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Integer> work = () -> {
            int taken = 0;
            for (int i = 0; i < 300; i++) {
                try (FolderLock lock = FolderLock.take(folder)) {
                    most.accumulateAndGet(owners.incrementAndGet(), Math::max);
                    taken++;
                    owners.decrementAndGet();
                } catch (FileException e) {
                    Thread.onSpinWait(); // refused, as it should be
                }
            }
            return taken;
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        int taken = 0;
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(threads.submit(work));
            }
            for (Future<Integer> one : running) {
                taken += one.get();
            }
        } finally {
            threads.shutdown();
        }
        assertTrue(taken > 0);
        assertEquals(1, most.get());
    }

    @Test
    void anotherProcessIsRefusedAndItsDeathFreesTheFolder() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = other.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("held", lines.readLine());
            assertThrows(FileException.class, () -> FolderLock.take(folder));
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertTrue(Files.exists(folder.resolve(FolderLock.NAME)));
        FolderLock.take(folder).close();
    }

    /** Holds a folder until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws InterruptedException {
            try (FolderLock lock = FolderLock.take(Path.of(args[0]))) {
                System.out.println("held");
                Thread.currentThread().join();
            }
        }
    }
}
