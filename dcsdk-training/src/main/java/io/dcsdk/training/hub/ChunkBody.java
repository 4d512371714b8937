package io.dcsdk.training.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A response's body, taken a few kilobytes at a time, that gives up on a server which stops sending. The client's own
 * streams wait for the next byte forever, and its timeouts end with the headers.
 */
final class ChunkBody implements BodySubscriber<ChunkBody>, AutoCloseable {
    private final Duration stallTimeout;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private @Nullable Subscription subscription;
    private boolean closed;

    private record Signal(
            @Nullable List<ByteBuffer> chunk, @Nullable Throwable fault) {}

    ChunkBody(Duration stallTimeout) {
        this.stallTimeout = stallTimeout;
    }

    @Override
    public CompletionStage<ChunkBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public synchronized void onSubscribe(Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> chunk) {
        signals.add(new Signal(chunk, null));
    }

    @Override
    public void onError(Throwable fault) {
        signals.add(new Signal(null, fault));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal(null, null));
    }

    /** The next bytes, or null after the last. */
    @Nullable
    List<ByteBuffer> next() throws IOException, InterruptedException {
        Signal signal = signals.poll(stallTimeout.toMillis(), TimeUnit.MILLISECONDS);
        if (signal == null) {
            throw new HttpTimeoutException("nothing came for " + stallTimeout.toMillis() + " ms");
        }
        if (signal.fault() != null) {
            throw new IOException("the answer broke off: " + signal.fault().getMessage(), signal.fault());
        }
        if (signal.chunk() != null) {
            requestMore();
        }
        return signal.chunk();
    }

    /** All bytes; null where there are more than allowed. */
    byte @Nullable [] all(int limit) throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (List<ByteBuffer> chunk = next(); chunk != null; chunk = next()) {
            for (ByteBuffer buffer : chunk) {
                if (bytes.size() + (long) buffer.remaining() > limit) {
                    return null;
                }
                byte[] part = new byte[buffer.remaining()];
                buffer.get(part);
                bytes.write(part, 0, part.length);
            }
        }
        return bytes.toByteArray();
    }

    /** Lets go of the connection, whatever is still to come. */
    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private synchronized void requestMore() {
        if (subscription != null && !closed) {
            subscription.request(1);
        }
    }
}
