package io.dcsdk.training.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Linux says of the processors of this machine.
 *
 * @param maker as the processor names it, {@code GenuineIntel} or {@code AuthenticAMD}; empty where nothing is known
 * @param features its flags, as {@code avx512f}; empty where nothing is known
 */
record HostProcessor(String maker, Set<String> features) {
    private static final Logger LOG = LoggerFactory.getLogger(HostProcessor.class);
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final String INTEL = "GenuineIntel";
    private static final String AVX_512 = "avx512f";

    HostProcessor {
        features = Set.of(features.toArray(String[]::new));
    }

    /** The first processor of this machine; nothing is known where the system has no such file. */
    static HostProcessor read() {
        if (!Files.isReadable(CPU_INFO)) {
            return new HostProcessor("", Set.of());
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return parse(lines.takeWhile(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            LOG.debug("{} cannot be read: {}", CPU_INFO, e.getMessage());
            return new HostProcessor("", Set.of());
        }
    }

    /** The lines of one processor: a name, a colon, and what there is of it. */
    static HostProcessor parse(List<String> lines) {
        String features = field(lines, "flags");
        return new HostProcessor(
                field(lines, "vendor_id"), features.isEmpty() ? Set.of() : Set.of(features.split(" +")));
    }

    /**
     * Whether oneDNN multiplies binary32 matrices faster than MKL: it takes 512-bit instructions wherever they are, MKL only
     * on processors of its own maker.
     */
    boolean favoursOneDnn() {
        return !maker.isEmpty() && !maker.equals(INTEL) && features.contains(AVX_512);
    }

    private static String field(List<String> lines, String name) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equals(name)) {
                return line.substring(colon + 1).strip();
            }
        }
        return "";
    }
}
