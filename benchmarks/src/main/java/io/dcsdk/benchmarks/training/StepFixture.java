package io.dcsdk.benchmarks.training;

import io.dcsdk.training.encoding.EncodedDataset;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.DeviceKernels;
import io.dcsdk.training.engine.ProgramSession;
import io.dcsdk.training.engine.SessionState;
import io.dcsdk.training.engine.StepResult;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.model.FreshParameter;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

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
                .with(precision, DeviceKernels.forTraining(device))
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
        int[] lengths = new int[rows];
        Arrays.fill(lengths, width);
        return rows(shape, lengths);
    }

    /** The same, padded to the longest; without a mask where all are as long. */
    static TokenRows rows(TrainingShape shape, int[] lengths) {
        SplittableRandom random = new SplittableRandom(7);
        int width = IntStream.of(lengths).max().orElseThrow();
        long[] ids = new long[lengths.length * width];
        long[] labels = new long[ids.length];
        long[] mask = new long[ids.length];
        Arrays.fill(labels, EncodedDataset.IGNORED);
        int real = 0;
        for (int row = 0; row < lengths.length; row++) {
            for (int i = row * width; i < row * width + lengths[row]; i++) {
                ids[i] = random.nextInt(shape.vocabulary());
                labels[i] = ids[i] % TrainingShape.LABELS.size();
                mask[i] = 1;
                real++;
            }
        }
        return new TokenRows(
                lengths.length, width, ids, new long[ids.length], real == ids.length ? new long[0] : mask, labels);
    }

    /** The labels of some rows that count. */
    static double labelWeight(TokenRows rows) {
        double weight = 0;
        for (int i = 0; i < rows.rows() * rows.width(); i++) {
            weight += rows.labels()[i] == EncodedDataset.IGNORED ? 0 : 1;
        }
        return weight;
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
