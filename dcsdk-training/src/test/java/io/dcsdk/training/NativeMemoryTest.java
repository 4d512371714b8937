package io.dcsdk.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.program.ComputePrecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resident memory of this process, from Linux. */
final class NativeMemoryTest {
    private static final Path STATM = Path.of("/proc/self/statm");

    @TempDir
    private Path folder;

    /** A leaked session would be at least its program and parameters: a megabyte each time. */
    @Test
    void openingAndClosingModelsLeaksNothing() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(STATM), "skipped: there is no " + STATM);
        TinyRun.trainer(0).epochs(1).output(folder.resolve("run")).fit().close();
        cycles(20); // the heap, the compiler and the allocator find their size
        long before = residentPages();
        cycles(40);
        long grown = (residentPages() - before) * 4 / 1024;
        assertTrue(grown < 50, () -> "it has grown by " + grown + " MiB in 40 cycles");
    }

    private void cycles(int count) {
        for (int i = 0; i < count; i++) {
            try (NerModel model =
                    NerModel.open(folder.resolve("run"), ComputeDevice.cpu(), ComputePrecision.FP32)) {
                model.label("Jean works at CERN in Geneva.");
            }
        }
        System.gc();
    }

    private static long residentPages() throws IOException {
        return Long.parseLong(Files.readString(STATM).split(" ", -1)[1]);
    }
}
