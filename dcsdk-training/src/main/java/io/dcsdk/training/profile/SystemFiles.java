package io.dcsdk.training.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the kernel tells in files, under a root that is a temporary folder in tests. */
class SystemFiles {
    /** A /proc/cpuinfo of a thousand processors has about 1.5 MB. */
    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private final Path root;

    SystemFiles(Path root) {
        this.root = root;
    }

    static SystemFiles ofMachine() {
        return new SystemFiles(Path.of("/"));
    }

    /** The text of a file; Latin-1, so that no byte of the kernel's is refused. */
    String read(String file) throws IOException {
        try (InputStream in = Files.newInputStream(root.resolve(file))) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1).strip();
        }
    }

    Optional<String> find(String file) {
        try {
            return Optional.of(read(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The value behind the first "name:" or "name :" of a file of such lines. */
    Optional<String> field(String file, String name) {
        return find(file).flatMap(text -> text.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equals(name))
                .map(parts -> parts[1].strip())
                .findFirst());
    }

    /** The names in a folder, sorted; none if it cannot be listed. */
    List<String> names(String folder) {
        try (Stream<Path> entries = Files.list(root.resolve(folder))) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
