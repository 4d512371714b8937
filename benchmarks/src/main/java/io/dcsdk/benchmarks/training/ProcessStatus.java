package io.dcsdk.benchmarks.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of this process. */
final class ProcessStatus {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path COUNTERS = Path.of("/proc/self/stat");

    /** The place of minor faults among the fields behind the command, which may hold spaces and brackets (proc(5)). */
    private static final int MINOR_FAULTS = 7;

    private ProcessStatus() {}

    /** A size such as VmRSS (resident) or VmHWM (resident at most). */
    static double mebibytes(String name) throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith(name + ":")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
            }
        }
        throw new IOException(name + " is not in " + STATUS);
    }

    /** Pages that were asked for since the process began and did not have to be read from a disk. */
    static long minorFaults() throws IOException {
        String counters = Files.readString(COUNTERS);
        return Long.parseLong(counters.substring(counters.lastIndexOf(')') + 2).split(" ", -1)[MINOR_FAULTS]);
    }
}
