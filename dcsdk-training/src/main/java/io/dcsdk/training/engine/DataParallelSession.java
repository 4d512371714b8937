package io.dcsdk.training.engine;

import ai.djl.ndarray.NDArray;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One model on several devices, a replica each. The parts of a step are dealt out in turn; each device adds up the gradients
 * of its parts, the sums are added in the order of the devices, and every replica takes the same optimizer step, so that all
 * stay equal to the last bit without ever exchanging parameters. One thread a device.
 */
public final class DataParallelSession implements TrainingSession {
    private final List<ProgramSession> replicas;
    private final ExecutorService threads;

    private DataParallelSession(List<ProgramSession> replicas) {
        this.replicas = replicas;
        this.threads = Executors.newFixedThreadPool(replicas.size(), work -> {
            Thread thread = new Thread(work, "dcsdk-replica");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Loads a program on several devices.
     *
     * @param layout the model's layout
     * @param options what is written into the program
     * @param devices where it shall run, at least one; a device may be named twice, which only tests need
     * @return a session, to be closed
     * @throws EngineException if the engine does not start, or has no such device
     */
    public static DataParallelSession open(StateLayout layout, ProgramOptions options, List<ComputeDevice> devices) {
        List<ProgramSession> replicas = new ArrayList<>();
        try {
            for (ComputeDevice device : devices) {
                replicas.add(ProgramSession.open(layout, options, device));
            }
        } catch (RuntimeException e) {
            replicas.forEach(ProgramSession::close);
            throw e;
        }
        return new DataParallelSession(List.copyOf(replicas));
    }

    ProgramSession replica(int index) {
        return replicas.get(index);
    }

    @Override
    public StateLayout layout() {
        return replicas.get(0).layout();
    }

    @Override
    public void load(SessionState state) {
        replicas.forEach(replica -> replica.load(state));
    }

    @Override
    public SessionState save() {
        return replicas.get(0).save();
    }

    @Override
    public Tensor parameters() {
        return replicas.get(0).parameters();
    }

    @Override
    public void step(List<TokenRows> parts, double learningRate, double labelWeight, long seed) {
        int active = Math.min(parts.size(), replicas.size());
        List<NDArray> gradients = onAll(active, (replica, index) -> {
            List<TokenRows> own = new ArrayList<>();
            for (int i = index; i < parts.size(); i += replicas.size()) {
                own.add(parts.get(i));
            }
            return replica.flatGradient(own, labelWeight, seed + index, replicas.size());
        });
        NDArray sum = gradients.get(0);
        for (NDArray other : gradients.subList(1, gradients.size())) {
            try (NDArray here = other.toDevice(sum.getDevice(), false)) {
                sum.addi(here);
            }
            other.close();
        }
        // An update scales the gradient that it is given in place, so each replica needs a copy of its own.
        List<NDArray> copies = new ArrayList<>();
        for (ProgramSession replica : replicas) {
            copies.add(replica.copyOf(sum));
        }
        onAll(replicas.size(), (replica, index) -> {
            replica.applyFlat(copies.get(index), learningRate);
            return index;
        });
        copies.forEach(NDArray::close);
        sum.close();
    }

    @Override
    public List<StepResult> results() {
        replicas.subList(1, replicas.size()).forEach(ProgramSession::results);
        return replicas.get(0).results();
    }

    @Override
    public Tensor logits(TokenRows rows) {
        return replicas.get(0).logits(rows);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        replicas.forEach(ProgramSession::close);
    }

    /** What is done on a replica. */
    private interface ReplicaWork<T> {
        T on(ProgramSession replica, int index);
    }

    private <T> List<T> onAll(int count, ReplicaWork<T> work) {
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            tasks.add(() -> work.on(replicas.get(index), index));
        }
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the thread was interrupted while it waited for the devices");
        } catch (ExecutionException e) {
            throw new EngineException(
                    "replica of the session: it failed (%s)\nMaybe the device is out of memory."
                            .formatted(e.getMessage()),
                    e);
        }
    }
}
