package io.dcsdk.training.engine;

import io.dcsdk.training.program.Kernels;
import java.util.Locale;
import java.util.stream.Stream;

/** The kernels that programs on the processors of this machine can have. */
final class ProcessorKernels {
    private ProcessorKernels() {}

    /** Whether the engine here has oneDNN; it has it on every processor with the instructions of x86. */
    static boolean haveOneDnn() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> true;
            default -> false;
        };
    }

    static Stream<Kernels> all() {
        Kernels usual = Kernels.forProcessors();
        return haveOneDnn() ? Stream.of(usual, usual.withOneDnnProducts(true)) : Stream.of(usual);
    }
}
