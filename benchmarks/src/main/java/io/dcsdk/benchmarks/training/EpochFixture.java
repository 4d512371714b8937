package io.dcsdk.benchmarks.training;

import io.dcsdk.quantity.Precision;
import io.dcsdk.training.batch.Batch;
import io.dcsdk.training.batch.BatchLoader;
import io.dcsdk.training.batch.BatchPlan;
import io.dcsdk.training.batch.BatchPlanner;
import io.dcsdk.training.batch.BatchSource;
import io.dcsdk.training.encoding.EncodedDataset;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.DeviceKernels;
import io.dcsdk.training.engine.ProgramSession;
import io.dcsdk.training.engine.SessionState;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.loop.LoopParts;
import io.dcsdk.training.loop.LoopSettings;
import io.dcsdk.training.loop.TrainingLoop;
import io.dcsdk.training.model.FreshParameter;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.profile.ProfiledDevices;
import io.dcsdk.training.profile.TrainingMeter;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.StepRecord;
import io.dcsdk.training.record.TrainingListener;
import io.dcsdk.training.schedule.Decay;
import io.dcsdk.training.schedule.LearningRate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session with random parameters, for epochs through the product's loop, without validation and without a folder. An epoch goes
 * on with the parameters of the one before.
 */
final class EpochFixture implements AutoCloseable {
    private static final int WARM_UP = 2;
    private static final long SEED = 1;

    private final ModelConfig config;
    private final ComputePrecision precision;
    private final ComputeDevice device;
    private final TimedSession session;

    private EpochFixture(ModelConfig config, ComputePrecision precision, ComputeDevice device, TimedSession session) {
        this.config = config;
        this.precision = precision;
        this.device = device;
        this.session = session;
    }

    static EpochFixture open(TrainingShape shape, List<String> labels, ComputePrecision precision) {
        ModelConfig config = shape.config(labels);
        StateLayout layout = StateLayout.of(config);
        ComputeDevice device = ComputeDevice.auto();
        ProgramOptions options = ProgramOptions.defaults().with(precision, DeviceKernels.forTraining(device));
        TimedSession session = new TimedSession(ProgramSession.open(layout, options, device));
        session.load(SessionState.fresh(layout.flatten(parameter -> FreshParameter.of(config, parameter, SEED))));
        return new EpochFixture(config, precision, device, session);
    }

    /**
     * An epoch, or its first steps. Before it a step of the largest batch makes the process as large as it gets: clearing that
     * memory is done once a training and not once an epoch. The first two steps warm up as well and are not counted.
     */
    EpochRun run(EncodedDataset rows, EpochChoice choice, long steps) {
        int[] lengths = rows.lengths();
        largest(rows, choice.planner());
        int batches = choice.planner().shuffled(lengths, SEED, 0).batches();
        try (NativeShare share = NativeShare.of(Thread.currentThread())) {
            Counter counter = new Counter(session, share);
            LoopSettings settings = new LoopSettings(
                    1,
                    1,
                    SEED,
                    LearningRate.warmedUp(Decay.LINEAR, 2e-5, 0.1, batches),
                    List.of(),
                    0,
                    0,
                    choice.readEvery(),
                    Map.of());
            Precision published = precision == ComputePrecision.BF16 ? Precision.BF16 : Precision.FP32;
            LoopParts parts = new LoopParts(
                    session,
                    BatchLoader.of(rows, config.padTokenId()).withAhead(choice.ahead()),
                    epoch -> choice.planner().shuffled(lengths, SEED, epoch),
                    Optional.empty(),
                    parameters -> {},
                    Optional.empty(),
                    RunStart.fresh(
                            batches,
                            1,
                            session.layout().parameterCount(),
                            device.toString(),
                            published,
                            SEED,
                            Map.of()),
                    counter,
                    TrainingMeter.of(config, ProfiledDevices.processors(Optional.empty()), published),
                    () -> counter.steps >= steps);
            new TrainingLoop(settings, parts).run(false);
            return counter.run();
        }
    }

    private void largest(EncodedDataset dataset, BatchPlanner planner) {
        BatchPlan plan = planner.byLength(dataset.lengths());
        try (BatchSource source = BatchLoader.of(dataset, config.padTokenId()).open(plan);
                Batch batch = source.next()) {
            TokenRows rows = new TokenRows(
                    batch.rows(), batch.width(), batch.inputIds(), batch.tokenTypeIds(), new long[0], batch.labels());
            session.step(List.of(rows), 2e-5, StepFixture.labelWeight(rows), SEED);
            session.results();
        }
    }

    @Override
    public void close() {
        session.close();
    }

    private static final class Counter implements TrainingListener {
        private final TimedSession session;
        private final NativeShare share;
        private long steps;
        private long sentences;
        private long tokens;
        private long positions;
        private double seconds;
        private long inSteps;
        private long before;

        Counter(TimedSession session, NativeShare share) {
            this.session = session;
            this.share = share;
            this.before = session.nanoseconds();
        }

        @Override
        public void onStep(StepRecord step) {
            steps += step.steps();
            long now = session.nanoseconds();
            if (steps > WARM_UP) {
                sentences += step.sentences();
                tokens += step.tokens();
                positions += step.positions();
                seconds += step.elapsed().toNanos() / 1e9;
                inSteps += now - before;
            } else {
                share.restart();
            }
            before = now;
        }

        EpochRun run() {
            return new EpochRun(sentences, tokens, positions, seconds, inSteps / 1e9, share.outside());
        }
    }
}
