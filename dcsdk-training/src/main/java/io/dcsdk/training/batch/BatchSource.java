package io.dcsdk.training.batch;

import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The batches of an epoch, in order, prepared ahead of the consumer on another thread. What goes wrong there is thrown by
 * {@link #next()}, after the batches before it. {@link #close()} may be called at any time, by any thread: a consumer that
 * waits is woken with a {@link CancellationException}.
 */
public final class BatchSource implements AutoCloseable {
    private final IntFunction<Batch> prepare;
    private final int end;
    private final int ahead;
    private final @Nullable Thread worker;
    private final Object lock = new Object();
    private final ArrayDeque<Batch> ready = new ArrayDeque<>();
    private @Nullable Throwable failure;
    private boolean closed;
    private int position;

    BatchSource(IntFunction<Batch> prepare, int from, int end, int ahead) {
        this.prepare = prepare;
        this.position = from;
        this.end = end;
        this.ahead = ahead;
        if (ahead == 0 || from == end) {
            worker = null;
        } else {
            worker = new Thread(() -> work(from), "dcsdk-batches");
            worker.setDaemon(true);
            worker.start();
        }
    }

    private void work(int from) {
        try {
            for (int batch = from; batch < end; batch++) {
                Batch next = prepare.apply(batch);
                synchronized (lock) {
                    while (ready.size() >= ahead && !closed) {
                        lock.wait();
                    }
                    if (closed) {
                        next.close();
                        return;
                    }
                    ready.add(next);
                    lock.notifyAll();
                }
            }
        } catch (InterruptedException e) {
            fail(new CancellationException("the thread that prepares batches was interrupted"));
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(Throwable cause) {
        synchronized (lock) {
            failure = cause;
            lock.notifyAll();
        }
    }

    /**
     * Whether another batch comes.
     *
     * @return false after the last one
     */
    public boolean hasNext() {
        synchronized (lock) {
            return position < end;
        }
    }

    /**
     * How many batches of the epoch are taken, the ones passed over at the start included: where to go on later.
     *
     * @return from 0 to the number of batches of the plan
     */
    public int position() {
        synchronized (lock) {
            return position;
        }
    }

    /**
     * The next batch; waits until it is ready.
     *
     * @return a batch, to be closed when it is used up
     * @throws NoSuchElementException after the last one
     * @throws CancellationException if this is closed meanwhile, or the waiting thread is interrupted (it stays
     *     interrupted)
     * @throws IllegalStateException if this was closed before
     */
    public Batch next() {
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("the batches of this epoch are closed");
            }
            if (position == end) {
                throw new NoSuchElementException("the epoch has no more batches");
            }
            Batch batch = worker == null ? prepare.apply(position) : awaited();
            lock.notifyAll();
            position++;
            return batch;
        }
    }

    private Batch awaited() {
        try {
            while (ready.isEmpty() && failure == null && !closed) {
                lock.wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the thread was interrupted while it waited for a batch");
        }
        if (closed) {
            throw new CancellationException("the batches were closed while one was awaited");
        }
        Batch batch = ready.poll();
        if (batch == null) {
            throw propagated();
        }
        return batch;
    }

    /** The failure itself, so that callers catch the type that was thrown. */
    private RuntimeException propagated() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException cause) {
            return cause;
        }
        return new IllegalStateException(failure);
    }

    /** Stops the preparation; batches that nobody took go back. Closing twice does nothing. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            ready.forEach(Batch::close);
            ready.clear();
            lock.notifyAll();
        }
        if (worker != null && worker != Thread.currentThread()) {
            joinWorker(worker);
        }
    }

    /** The worker is at most in the middle of one batch, so this is short; an interrupt is kept for the caller. */
    private static void joinWorker(Thread worker) {
        boolean interrupted = false;
        while (true) {
            try {
                worker.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
