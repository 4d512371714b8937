package io.dcsdk.training.loop;

import io.dcsdk.training.engine.SessionState;
import io.dcsdk.training.engine.StepResult;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.engine.TrainingSession;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A session without an engine: its parameters are all the number of steps taken. */
final class CountingSession implements TrainingSession {
    final List<Double> rates = new ArrayList<>();
    final List<Long> seeds = new ArrayList<>();
    final List<Integer> parts = new ArrayList<>();
    private final List<StepResult> results = new ArrayList<>();
    private long steps;

    @Override
    public StateLayout layout() {
        return LoopFixture.LAYOUT;
    }

    @Override
    public void load(SessionState state) {
        steps = state.updates();
    }

    @Override
    public SessionState save() {
        return new SessionState(parameters(), parameters(), parameters(), steps);
    }

    @Override
    public Tensor parameters() {
        float[] all = new float[layout().size()];
        Arrays.fill(all, (float) steps);
        return Tensor.of(all, all.length);
    }

    @Override
    public void step(List<TokenRows> rows, double learningRate, double labelWeight, long seed) {
        steps++;
        rates.add(learningRate);
        seeds.add(seed);
        parts.add(rows.size());
        results.add(new StepResult(1.0 / steps, 1, false));
    }

    @Override
    public List<StepResult> results() {
        List<StepResult> all = List.copyOf(results);
        results.clear();
        return all;
    }

    @Override
    public Tensor logits(TokenRows rows) {
        throw new UnsupportedOperationException("nobody asks for logits");
    }

    @Override
    public void close() {
        // nothing is held
    }
}
