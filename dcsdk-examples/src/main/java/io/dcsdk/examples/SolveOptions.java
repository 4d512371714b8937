package io.dcsdk.examples;

import io.dcsdk.optimizer.search.SolveLimits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a command searches, and with how many threads. */
final class SolveOptions {
    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            converter = TimeLimit.class,
            defaultValue = "60s",
            description = "For the whole answer, such as 500ms, 60s, 5m or 1h (default: ${DEFAULT-VALUE}).")
    private Duration timeLimit = Duration.ZERO;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use; the result does not depend on it (default: as many as processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    SolveOptions() {}

    /** The limits but for the time, which begins with the command; bad ones are refused before any work. */
    SolveLimits limits() {
        return SolveLimits.defaults().withThreads(threads);
    }

    /** The same limits with what is left of the time, which an interruption ends. */
    SolveLimits running(SolveLimits limits, Main main, Interruption interruption) {
        return limits.withDeadline(left(main)).withCancellation(interruption.token());
    }

    /** What is left of the time. */
    Duration left(Main main) {
        return main.left(timeLimit);
    }
}
