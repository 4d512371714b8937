package io.dcsdk.benchmarks.training;

import io.dcsdk.training.engine.SessionState;
import io.dcsdk.training.engine.StepResult;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.engine.TrainingSession;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.tensor.Tensor;
import java.util.List;

/** A session that adds up how long its steps and the reading of their results take. */
final class TimedSession implements TrainingSession {
    private final TrainingSession session;
    private long nanoseconds;

    TimedSession(TrainingSession session) {
        this.session = session;
    }

    /** The time inside the session since it was opened. */
    long nanoseconds() {
        return nanoseconds;
    }

    @Override
    public void step(List<TokenRows> parts, double learningRate, double labelWeight, long seed) {
        long begun = System.nanoTime();
        session.step(parts, learningRate, labelWeight, seed);
        nanoseconds += System.nanoTime() - begun;
    }

    @Override
    public List<StepResult> results() {
        long begun = System.nanoTime();
        List<StepResult> results = session.results();
        nanoseconds += System.nanoTime() - begun;
        return results;
    }

    @Override
    public StateLayout layout() {
        return session.layout();
    }

    @Override
    public void load(SessionState state) {
        session.load(state);
    }

    @Override
    public SessionState save() {
        return session.save();
    }

    @Override
    public Tensor parameters() {
        return session.parameters();
    }

    @Override
    public Tensor logits(TokenRows rows) {
        return session.logits(rows);
    }

    @Override
    public void close() {
        session.close();
    }
}
