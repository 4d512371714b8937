package io.dcsdk.optimizer.supply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Folders that are there for the time of a call. */
final class SupplyFolders {
    private SupplyFolders() {}

    static <T> T with(String file, String text, Function<Path, T> use) {
        try {
            Path folder = Files.createTempDirectory("supply");
            try {
                Files.writeString(folder.resolve(file), text);
                return use.apply(folder);
            } finally {
                Files.deleteIfExists(folder.resolve(file));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
