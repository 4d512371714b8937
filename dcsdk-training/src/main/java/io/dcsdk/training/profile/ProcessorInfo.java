package io.dcsdk.training.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What /proc/cpuinfo says that matters for training.
 *
 * @param model the model's name
 * @param sockets packages, at least 1
 * @param flags of the instruction sets that matrix products use, those that there are, in a fixed order
 * @param known whether there was a list of flags at all
 */
record ProcessorInfo(Optional<String> model, int sockets, List<String> flags, boolean known) {
    private static final String FILE = "proc/cpuinfo";

    /** x86 names, then those of Arm. */
    private static final List<String> RELEVANT =
            List.of("avx2", "avx512f", "avx512_bf16", "amx_bf16", "asimd", "sve", "bf16");

    static ProcessorInfo read(SystemFiles files) {
        Optional<String> flags = files.field(FILE, "flags").or(() -> files.field(FILE, "Features"));
        Set<String> all = new HashSet<>(List.of(flags.orElse("").split("\\s+")));
        long sockets = files.find(FILE).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("physical id"))
                .distinct()
                .count();
        return new ProcessorInfo(
                files.field(FILE, "model name").filter(name -> !name.isBlank()),
                (int) Math.max(1, sockets),
                RELEVANT.stream().filter(all::contains).toList(),
                flags.isPresent());
    }

    boolean multipliesInBf16() {
        return flags.contains("avx512_bf16") || flags.contains("amx_bf16") || flags.contains("bf16");
    }
}
