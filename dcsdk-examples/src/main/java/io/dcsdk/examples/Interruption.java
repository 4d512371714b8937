package io.dcsdk.examples;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Makes Ctrl-C (and SIGTERM) end a piece of work instead of the process: while it is open the first signal sets the token,
 * and the process lives on until it is closed, at most {@value #PATIENCE_SECONDS} seconds. The exit code is then the signal's (130
 * for Ctrl-C), so that shells see the interruption.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final AtomicBoolean requested = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "dcsdk-interruption");

    private final String announcement;
    private final String loss;

    private Interruption(String announcement, String loss) {
        this.announcement = announcement;
        this.loss = loss;
    }

    /**
     * Waits for a signal from now on.
     *
     * @param announcement what is going to happen then, to follow "Interrupted: "
     * @param loss what is lost if it takes too long, to follow "It did not end in time; "
     */
    static Interruption armed(String announcement, String loss) {
        Interruption interruption = new Interruption(announcement, loss);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    BooleanSupplier token() {
        return requested::get;
    }

    private void interrupt() {
        requested.set(true);
        if (closed.getCount() > 0) {
            System.err.println("Interrupted: " + announcement);
        }
        try {
            // Whether it was closed in time makes no difference: the process ends now.
            boolean inTime = closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("It did not end in time; " + loss);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (!requested.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyShuttingDown) {
                // The signal came just now: the hook runs and finds the latch open.
                requested.set(true);
            }
        }
    }
}
