package io.dcsdk.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every class of the module is initialised in a process of its own, which then looks at what it has mapped. */
final class NothingNativeTest {
    private static final Path MAPS = Path.of("/proc/self/maps");

    @Test
    void noClassInitialiserLoadsNativeLibraries() throws Exception {
        Assumptions.assumeTrue(Files.isReadable(MAPS), "skipped: there is no " + MAPS);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-XX:TieredStopAtLevel=1",
                        Initialiser.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        List<String> lines = output.lines().toList();
        String last = lines.get(lines.size() - 1);
        assertTrue(last.startsWith("initialised "), output);
        assertTrue(Integer.parseInt(last.substring("initialised ".length())) > 150, output);
    }

    /** Fails if a library of PyTorch, the tokenizers or JNA is mapped. */
    static final class Initialiser {
        private Initialiser() {}

        public static void main(String[] arguments) throws Exception {
            Path root = classes();
            int count = 0;
            for (String name : names(root)) {
                Class.forName(name, true, Initialiser.class.getClassLoader());
                count++;
            }
            List<String> libraries = Files.readAllLines(MAPS).stream()
                    .filter(line -> line.contains("torch")
                            || line.contains("djl")
                            || line.contains("tokenizers")
                            || line.contains("jnidispatch"))
                    .filter(line -> !line.endsWith(".jar"))
                    .toList();
            if (!libraries.isEmpty()) {
                throw new AssertionError(libraries);
            }
            System.out.println("initialised " + count);
        }

        private static Path classes() throws URISyntaxException {
            return Path.of(TorchRuntime.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        }

        private static List<String> names(Path root) {
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                        .map(name -> name.substring(0, name.length() - ".class".length())
                                .replace('/', '.'))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
