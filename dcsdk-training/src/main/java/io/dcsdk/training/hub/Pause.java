package io.dcsdk.training.hub;

import java.time.Duration;

/** Waits between two attempts; a test waits by noting it down. */
@FunctionalInterface
interface Pause {
    void pause(Duration duration) throws InterruptedException;

    static void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }
}
