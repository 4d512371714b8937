package io.dcsdk.training.loop;

import io.dcsdk.training.batch.Batch;
import io.dcsdk.training.encoding.EncodedDataset;
import io.dcsdk.training.engine.StepResult;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.record.StepRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The steps that were started since the device was last looked at. */
final class StepWindow {
    private static final long[] NONE = new long[0];

    private final LoopSettings settings;
    private final LoopParts parts;
    private long[] mask = NONE;
    private int epoch;
    private long done;
    private int steps;
    private long sentences;
    private long tokens;
    private long positions;
    private long clock;

    StepWindow(LoopSettings settings, LoopParts parts) {
        this.settings = settings;
        this.parts = parts;
    }

    void open(long updates, int number) {
        epoch = number;
        clear(updates);
        restartClock();
    }

    void restartClock() {
        clock = System.nanoTime();
    }

    int steps() {
        return steps;
    }

    /** Starts one optimizer step over some batches. */
    void step(List<Batch> batches, long update) {
        double weight = 0;
        List<TokenRows> rows = new ArrayList<>(batches.size());
        for (Batch batch : batches) {
            weight += labelWeight(batch);
            long real = 0;
            for (int row = 0; row < batch.rows(); row++) {
                real += batch.length(row);
            }
            sentences += batch.rows();
            tokens += real;
            positions += (long) batch.rows() * batch.width();
            parts.meter().batch(batch.rows(), batch.width(), real);
            long[] own = batch.isPadded() ? maskOf(batch, batches.size() > 1) : NONE;
            rows.add(new TokenRows(
                    batch.rows(), batch.width(), batch.inputIds(), batch.tokenTypeIds(), own, batch.labels()));
        }
        // Windows of long sentences may have no label at all; the loss is then 0 whatever it is divided by.
        parts.session().step(rows, settings.rates().at(update), weight > 0 ? weight : 1, settings.seedOf(update));
        parts.meter().step();
        steps++;
    }

    /** Waits for the device, tells listeners, and gives the sums of the steps. */
    EpochSums read(Optional<Path> lastGood) {
        List<StepResult> results = parts.session().results();
        double loss = 0;
        double norm = 0;
        for (int i = 0; i < results.size(); i++) {
            StepResult result = results.get(i);
            if (result.spoiled()) {
                throw new DivergenceException(
                        done + i + 1, settings.rates().at(done + i), result.loss(), result.gradientNorm(), lastGood);
            }
            loss += result.loss();
            norm += result.gradientNorm();
        }
        long now = System.nanoTime();
        long spent = Math.max(1, now - clock);
        clock = now;
        EpochSums sums = new EpochSums(steps, loss, sentences, tokens, positions, spent);
        parts.listener()
                .onStep(new StepRecord(
                        done + steps,
                        steps,
                        epoch,
                        loss / steps,
                        settings.rates().at(done + steps - 1),
                        norm / steps,
                        sentences,
                        tokens,
                        positions,
                        Duration.ofNanos(spent)));
        clear(done + steps);
        return sums;
    }

    private void clear(long updates) {
        done = updates;
        steps = 0;
        sentences = 0;
        tokens = 0;
        positions = 0;
    }

    private double labelWeight(Batch batch) {
        if (settings.classWeights().isEmpty()) {
            return batch.labelled();
        }
        double weight = 0;
        for (int i = 0; i < batch.rows() * batch.width(); i++) {
            int label = (int) batch.labels()[i];
            weight += label == EncodedDataset.IGNORED
                    ? 0
                    : settings.classWeights().get(label);
        }
        return weight;
    }

    /** 1 for tokens, 0 for padding. The array is used again unless several batches need one at a time. */
    private long[] maskOf(Batch batch, boolean own) {
        int cells = batch.rows() * batch.width();
        if (own || mask.length < cells) {
            long[] fresh = new long[cells];
            mask = own ? mask : fresh;
            return filled(fresh, batch);
        }
        return filled(mask, batch);
    }

    static long[] filled(long[] target, Batch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            int start = row * batch.width();
            Arrays.fill(target, start, start + batch.length(row), 1);
            Arrays.fill(target, start + batch.length(row), start + batch.width(), 0);
        }
        return target;
    }
}
