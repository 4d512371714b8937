package io.dcsdk.optimizer.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs the same work on the calling thread and on some more, until all are done; an interruption of the caller is kept. */
final class Crew {
    private Crew() {}

    static void run(int threads, Runnable work) {
        List<FutureTask<Void>> others = new ArrayList<>();
        for (int k = 1; k < threads; k++) {
            FutureTask<Void> task = new FutureTask<>(work, null);
            Thread thread = new Thread(task, "dcsdk-check");
            thread.setDaemon(true);
            thread.start();
            others.add(task);
        }
        try {
            work.run();
        } finally {
            others.forEach(Crew::await);
        }
    }

    private static void await(FutureTask<Void> task) {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    task.get();
                    return;
                } catch (InterruptedException interruption) {
                    wasInterrupted = true;
                } catch (ExecutionException failure) {
                    throw new IllegalStateException(
                            "Check of a certificate: a thread failed with " + failure.getCause()
                                    + "\nMaybe this is a fault of the checker, or of the token that was given to it.",
                            failure);
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
