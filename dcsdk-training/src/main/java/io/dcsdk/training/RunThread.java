package io.dcsdk.training;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The thread of a run. An interrupt, of this thread or of the one that waits for it, does nothing but ask the run to stop: a
 * real one would close the file that is being written and end every wait with an exception, at any moment, and the state that
 * the run is to leave behind would be lost.
 */
final class RunThread extends Thread {
    private final AtomicBoolean asked;

    private RunThread(Runnable work, AtomicBoolean asked) {
        super(work, "dcsdk-training");
        this.asked = asked;
    }

    /**
     * Does some work on such a thread, and waits for it.
     *
     * @param work is given what says whether it was asked to stop
     * @return its result; if the waiting thread was interrupted it is so again
     */
    static <T> T run(Function<BooleanSupplier, T> work) {
        AtomicBoolean asked = new AtomicBoolean();
        FutureTask<T> task = new FutureTask<>(() -> work.apply(asked::get));
        new RunThread(task, asked).start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    asked.set(true);
                } catch (ExecutionException e) {
                    throw unchecked(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void interrupt() {
        asked.set(true);
    }

    private static RuntimeException unchecked(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
}
