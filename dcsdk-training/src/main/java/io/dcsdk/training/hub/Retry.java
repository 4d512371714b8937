package io.dcsdk.training.hub;

import java.io.IOException;
import java.time.Duration;

/** Tries again what failed for a reason that may pass, a bounded number of times, waiting twice as long each time. */
final class Retry {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final int attempts;
    private final Pause pause;

    /** Something that may fail for a while: an {@link IOException} says that another attempt may help. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws IOException, InterruptedException;
    }

    Retry(int attempts, Pause pause) {
        this.attempts = attempts;
        this.pause = pause;
    }

    /** Runs it until it works; the message of the last failure follows {@code subject}, then comes {@code advice}. */
    <T> T call(String subject, String advice, Attempt<T> attempt) {
        try {
            for (int failed = 1; ; failed++) {
                try {
                    return attempt.run();
                } catch (IOException fault) {
                    if (failed == attempts) {
                        String reason =
                                fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
                        throw new HubException(
                                subject + ": " + attempts + (attempts == 1 ? " attempt" : " attempts")
                                        + " failed, at last: " + HubException.quoted(reason) + "\nMaybe " + advice,
                                fault);
                    }
                    pause.pause(delay(failed, fault));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw interrupted(subject, interrupted);
        }
    }

    static HubException interrupted(String subject, InterruptedException cause) {
        return new HubException(
                subject + ": interrupted\nMaybe fetch it again: what was fetched so far is kept.", cause);
    }

    private static Duration delay(int failed, IOException fault) {
        Duration doubling = Duration.ofSeconds(1L << Math.min(failed - 1, 30));
        Duration own = doubling.compareTo(LONGEST_PAUSE) < 0 ? doubling : LONGEST_PAUSE;
        return fault instanceof BusyException busy && busy.delay().compareTo(own) > 0 ? busy.delay() : own;
    }
}
