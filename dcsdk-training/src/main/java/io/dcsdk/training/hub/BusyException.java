package io.dcsdk.training.hub;

import java.io.IOException;
import java.time.Duration;

/** A server that asks to be left alone for a while. */
final class BusyException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final long LONGEST_WAIT_SECONDS = 120;

    private final Duration delay;

    /** @param retryAfter the header of that name, in seconds; anything else counts as none, over two minutes as two */
    BusyException(int status, String retryAfter) {
        super("HTTP " + status);
        this.delay = retryAfter.matches("\\d{1,9}")
                ? Duration.ofSeconds(Math.min(LONGEST_WAIT_SECONDS, Long.parseLong(retryAfter)))
                : Duration.ZERO;
    }

    Duration delay() {
        return delay;
    }
}
