package io.dcsdk.training.record.tensorboard;

import io.dcsdk.training.record.RecordException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of event files: {@code events.out.tfevents.<seconds, ten digits>.<host>.<process>}. TensorBoard reads the files of
 * a folder in the order of their names, so a run that is resumed within the same second, or under a clock that was set
 * back, takes a second after the latest file's.
 */
final class EventFileName {
    private static final String PREFIX = "events.out.tfevents.";
    private static final Pattern SECONDS = Pattern.compile("events\\.out\\.tfevents\\.(\\d{10})\\..*", Pattern.DOTALL);
    private static final Path KERNEL_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private EventFileName() {}

    static Path next(Path folder, Instant now) {
        long seconds = Math.max(now.getEpochSecond(), latest(folder) + 1);
        return folder.resolve("%s%010d.%s.%d"
                .formatted(PREFIX, seconds, host(), ProcessHandle.current().pid()));
    }

    /** The seconds of the latest event file, -1 if there is none. */
    private static long latest(Path folder) {
        long latest = -1;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path entry : entries) {
                Matcher name = SECONDS.matcher(String.valueOf(entry.getFileName()));
                if (name.matches()) {
                    latest = Math.max(latest, Long.parseLong(name.group(1)));
                }
            }
        } catch (IOException e) {
            throw RecordException.ofFile(folder, "read", e);
        }
        return latest;
    }

    /** Without asking the name service, which may take seconds to say that it does not know. */
    private static String host() {
        Map<String, String> environment = System.getenv();
        String name = environment.getOrDefault("HOSTNAME", environment.getOrDefault("COMPUTERNAME", ""));
        if (name.isBlank() && Files.isReadable(KERNEL_HOST_NAME)) {
            try {
                name = Files.readString(KERNEL_HOST_NAME).strip();
            } catch (IOException e) {
                name = ""; // the name only decorates
            }
        }
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "-");
        return safe.isEmpty() ? "localhost" : safe.substring(0, Math.min(safe.length(), 64));
    }
}
