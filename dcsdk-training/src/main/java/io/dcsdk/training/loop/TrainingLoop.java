package io.dcsdk.training.loop;

import io.dcsdk.training.batch.Batch;
import io.dcsdk.training.batch.BatchPlan;
import io.dcsdk.training.batch.BatchSource;
import io.dcsdk.training.loop.LoopState.Best;
import io.dcsdk.training.record.BestEpoch;
import io.dcsdk.training.record.EpochRecord;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.RunEnd;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.StopReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains: epochs of steps, an evaluation after each, the best parameters kept, states on disk.
 *
 * <p>A run is a function of its settings and data: batches follow from (seed, epoch), dropout from (seed, step). So a run
 * that was killed and goes on from a state on disk ends with the same parameters to the last bit, on the same machine with
 * the same number of threads. For one run.
 */
public final class TrainingLoop {
    private final LoopSettings settings;
    private final LoopParts parts;
    private final Optional<StateFolder> states;
    private final long begun = System.nanoTime();
    private final StepWindow window;
    private LoopState state;
    private boolean metering;
    private Optional<Path> lastGood = Optional.empty();

    /**
     * A loop.
     *
     * @param settings how it goes
     * @param parts what it works with
     */
    public TrainingLoop(LoopSettings settings, LoopParts parts) {
        this.settings = settings;
        this.parts = parts;
        this.states = parts.states()
                .map(folder -> new StateFolder(folder, parts.session().layout()));
        this.state = LoopState.fresh(settings.configuration());
        this.window = new StepWindow(settings, parts);
    }

    /**
     * Runs to the end.
     *
     * @param resume whether to go on from the newest state on disk, if there is one
     * @return how it ended
     * @throws DivergenceException if a loss or gradient was not finite
     * @throws ResumeException if the states on disk are of another run or cannot be read
     */
    public LoopEnd run(boolean resume) {
        if (resume) {
            states.flatMap(folder -> folder.newest(settings.configuration())).ifPresent(this::takeUp);
        }
        // Also where no state was written yet: records of the killed run may be there, and are to be taken out.
        RunStart start = resume ? parts.start().resumedAfter(state.updates()) : parts.start();
        parts.listener().onStart(start);
        try {
            parts.meter().start();
            StopReason reason = epochs();
            LoopEnd end = new LoopEnd(reason, state.updates(), bestEpoch());
            parts.listener().onFinish(new RunEnd(reason, state.updates(), elapsed(), bestEpoch(), Optional.empty()));
            return end;
        } catch (RuntimeException | Error e) {
            tellEnd(e);
            throw e;
        }
    }

    private void tellEnd(Throwable fault) {
        RunEnd end = fault instanceof DivergenceException
                ? new RunEnd(
                        StopReason.DIVERGED,
                        state.updates(),
                        elapsed(),
                        bestEpoch(),
                        Optional.of(String.valueOf(fault.getMessage())))
                : RunEnd.failed(state.updates(), elapsed(), bestEpoch(), fault);
        try {
            parts.listener().onFinish(end);
        } catch (RuntimeException e) {
            fault.addSuppressed(e); // the same full disk, mostly; the first fault is the one to tell
        }
    }

    private void takeUp(StateFolder.Saved saved) {
        state = saved.loop();
        lastGood = Optional.of(saved.file());
        parts.session().load(saved.tensors());
    }

    private StopReason epochs() {
        while (state.epoch() < settings.epochs()) {
            if (settings.patience() > 0 && state.epochsWithoutGain() >= settings.patience()) {
                return StopReason.EARLY_STOPPED;
            }
            if (!epoch()) {
                return StopReason.INTERRUPTED;
            }
        }
        if (parts.validation().isEmpty()) {
            parts.keeper().keep(parts.session().parameters());
        }
        return StopReason.COMPLETED;
    }

    /** The rest of the running epoch; false if it was asked to stop. */
    private boolean epoch() {
        BatchPlan plan = parts.plans().apply(state.epoch());
        if (metering) {
            parts.meter().resume();
        }
        metering = true;
        window.open(state.updates(), state.epoch() + 1);
        try (BatchSource source = parts.loader().open(plan, state.batches())) {
            while (source.hasNext()) {
                step(source);
                boolean last = !source.hasNext();
                boolean stop = parts.stop().getAsBoolean();
                boolean save =
                        !last && settings.checkpointEvery() > 0 && state.updates() % settings.checkpointEvery() == 0;
                if (window.steps() >= settings.readEvery() || last || stop || save) {
                    read();
                }
                if (save || stop) {
                    parts.meter().pause();
                    save();
                    if (stop) {
                        return false;
                    }
                    parts.meter().resume();
                    window.restartClock();
                }
            }
        }
        parts.meter().pause();
        endEpoch();
        return true;
    }

    private void step(BatchSource source) {
        List<Batch> batches = new ArrayList<>(settings.accumulation());
        try {
            while (batches.size() < settings.accumulation() && source.hasNext()) {
                batches.add(source.next());
            }
            window.step(batches, state.updates());
        } finally {
            batches.forEach(Batch::close);
        }
        state = state.stepped(batches.size());
    }

    private void read() {
        state = state.summed(window.read(lastGood));
    }

    private void endEpoch() {
        int epoch = state.epoch() + 1;
        Optional<EvaluationRecord> scores =
                parts.validation().map(validation -> validation.evaluate(state.updates(), epoch));
        scores.ifPresent(parts.listener()::onEvaluation);
        Optional<Best> better = scores.map(EvaluationRecord::f1)
                .filter(f1 -> state.best().isEmpty() || f1 > state.best().get().f1())
                .map(f1 -> new Best(epoch, f1));
        if (better.isPresent()) {
            parts.keeper().keep(parts.session().parameters());
        }
        EpochSums sums = state.running();
        parts.listener()
                .onEpoch(new EpochRecord(
                        epoch,
                        state.updates(),
                        sums.loss() / sums.steps(),
                        sums.sentences(),
                        sums.tokens(),
                        sums.positions(),
                        Duration.ofNanos(sums.nanoseconds()),
                        scores,
                        better.isPresent()));
        state = state.nextEpoch(better, scores.isPresent());
        save();
    }

    private void save() {
        states.ifPresent(folder ->
                lastGood = Optional.of(folder.write(state, parts.session().save())));
    }

    private Optional<BestEpoch> bestEpoch() {
        return state.best().map(best -> new BestEpoch(best.epoch(), best.f1()));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
