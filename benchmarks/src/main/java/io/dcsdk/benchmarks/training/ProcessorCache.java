package io.dcsdk.benchmarks.training;

import io.dcsdk.quantity.DataSize;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux says of the caches of the first processor. */
final class ProcessorCache {
    /** Where it says that. */
    static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([KM]?)");

    private ProcessorCache() {}

    /** The size of the cache of the highest level that holds data; empty if the system does not say. */
    static Optional<DataSize> lastLevel(Path caches) {
        TreeMap<Integer, DataSize> byLevel = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(caches, "index*")) {
            for (Path entry : entries) {
                Optional<DataSize> size = size(line(entry, "size"));
                if (size.isPresent() && !line(entry, "type").equals("Instruction")) {
                    byLevel.put(Integer.parseInt(line(entry, "level")), size.get());
                }
            }
        } catch (IOException | DirectoryIteratorException | NumberFormatException unknown) {
            return Optional.empty();
        }
        return Optional.ofNullable(byLevel.lastEntry()).map(Map.Entry::getValue);
    }

    private static Optional<DataSize> size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        DataSize.Unit unit =
                switch (matcher.group(2)) {
                    case "K" -> DataSize.Unit.KIBIBYTE;
                    case "M" -> DataSize.Unit.MEBIBYTE;
                    default -> DataSize.Unit.BYTE;
                };
        return Optional.of(DataSize.of(new BigDecimal(matcher.group(1)), unit));
    }

    private static String line(Path entry, String name) throws IOException {
        return Files.readString(entry.resolve(name)).strip();
    }
}
