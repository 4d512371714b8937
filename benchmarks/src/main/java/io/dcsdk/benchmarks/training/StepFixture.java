package io.dcsdk.benchmarks.training;

import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.ProgramSession;
import io.dcsdk.training.engine.SessionState;
import io.dcsdk.training.engine.StepResult;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.model.FreshParameter;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.Kernels;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import java.util.List;
import java.util.SplittableRandom;

/** A session with random weights and one batch of full rows, the same for every subject. */
final class StepFixture implements AutoCloseable {
    private static final double LEARNING_RATE = 1e-4;

    private final ProgramSession session;
    private final TokenRows rows;
    private long seed;

    private StepFixture(ProgramSession session, TokenRows rows) {
        this.session = session;
        this.rows = rows;
    }

    static StepFixture open(TrainingShape shape, int rows, int width, ComputePrecision precision, boolean recompute) {
        ComputeDevice device = ComputeDevice.auto();
        ProgramOptions options = ProgramOptions.defaults()
                .with(precision, device.isGpu() ? Kernels.forGpus() : Kernels.forProcessors())
                .withRecomputeActivations(recompute);
        return open(shape, options, fullRows(shape, rows, width), device);
    }

    static StepFixture open(TrainingShape shape, ProgramOptions options, TokenRows rows, ComputeDevice device) {
        StateLayout layout = StateLayout.of(shape.config());
        ProgramSession session = ProgramSession.open(layout, options, device);
        session.load(SessionState.fresh(layout.flatten(parameter -> FreshParameter.of(shape.config(), parameter, 1))));
        return new StepFixture(session, rows);
    }

    /** Random ids; the label is the id modulo the number of labels, as the peer in Python has it. */
    static TokenRows fullRows(TrainingShape shape, int rows, int width) {
        SplittableRandom random = new SplittableRandom(7);
        long[] ids = new long[rows * width];
        long[] labels = new long[rows * width];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = random.nextInt(shape.vocabulary());
            labels[i] = ids[i] % TrainingShape.LABELS.size();
        }
        return new TokenRows(rows, width, ids, new long[ids.length], new long[0], labels);
    }

    ProgramSession session() {
        return session;
    }

    TokenRows rows() {
        return rows;
    }

    /** One optimizer step, and its loss read back. */
    StepResult step() {
        session.step(List.of(rows), LEARNING_RATE, (double) rows.rows() * rows.width(), seed++);
        return session.results().get(0);
    }

    @Override
    public void close() {
        session.close();
    }
}
