package io.dcsdk.training.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of the kernel's in a temporary folder. */
final class FakeRoot {
    private final Path root;
    private String denied = "nothing";

    FakeRoot(Path root) {
        this.root = root;
    }

    FakeRoot file(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeRoot zone(String zone, String name, long microjoules) {
        String folder = "sys/class/powercap/" + zone;
        return file(folder + "/name", name)
                .file(folder + "/energy_uj", Long.toString(microjoules))
                .file(folder + "/max_energy_range_uj", "1000000000");
    }

    FakeRoot remove(String name) {
        try {
            Files.delete(root.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run as root, who may read everything. */
    FakeRoot deny(String ending) {
        denied = ending;
        return this;
    }

    SystemFiles files() {
        return new SystemFiles(root) {
            @Override
            String read(String file) throws IOException {
                if (file.endsWith(denied)) {
                    throw new AccessDeniedException(file);
                }
                return super.read(file);
            }
        };
    }
}
