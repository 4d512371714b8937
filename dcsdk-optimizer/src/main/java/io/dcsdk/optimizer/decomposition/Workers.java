package io.dcsdk.optimizer.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks the same of many things at once; answers come back in the order of the things, so nothing depends on the threads. */
final class Workers implements AutoCloseable {
    private final ExecutorService threads;

    Workers(int count) {
        threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "dcsdk-decomposition");
            thread.setDaemon(true);
            return thread;
        });
    }

    <T, R> List<R> each(List<T> things, Function<T, R> question) {
        List<Future<R>> pending = new ArrayList<>();
        for (T thing : things) {
            pending.add(threads.submit(() -> question.apply(thing)));
        }
        List<R> answers = new ArrayList<>();
        for (Future<R> future : pending) {
            answers.add(await(future));
        }
        return answers;
    }

    private static <R> R await(Future<R> future) {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException interruption) {
                    wasInterrupted = true; // who asks for the end is heard through the token of the search
                } catch (ExecutionException failure) {
                    throw new IllegalStateException(
                            "Worker of a decomposition: it failed with " + failure.getCause()
                                    + "\nMaybe this is a fault of the solver: please report it with the program.",
                            failure);
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
