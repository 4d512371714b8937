package io.dcsdk.training;

import io.dcsdk.training.batch.Batch;
import io.dcsdk.training.batch.BatchLoader;
import io.dcsdk.training.batch.BatchPlan;
import io.dcsdk.training.batch.BatchPlanner;
import io.dcsdk.training.batch.BatchSource;
import io.dcsdk.training.encoding.EncodedDataset;
import io.dcsdk.training.encoding.WordPredictions;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.engine.TrainingSession;
import java.util.Arrays;
import java.util.List;

/** Runs a model over an encoded corpus: a label for each word, and the mean loss where the rows have labels. */
final class RowPredictor {
    private static final long[] NONE = new long[0];
    private static final int TOKENS_A_BATCH = 4096;

    private final TrainingSession session;

    RowPredictor(TrainingSession session) {
        this.session = session;
    }

    /** Labels by sentence and word; the loss is in nats a label, 0 where there is no label. */
    record Predicted(List<List<String>> labels, double loss) {}

    Predicted predict(EncodedDataset rows) {
        int labels = rows.labels().size();
        WordPredictions words = WordPredictions.of(
                rows, rows.labels().contains("O") ? "O" : rows.labels().get(0));
        double loss = 0;
        long counted = 0;
        int longest = Arrays.stream(rows.lengths()).max().orElse(1);
        BatchPlan plan =
                BatchPlanner.ofTokens(Math.max(TOKENS_A_BATCH, longest)).byLength(rows.lengths());
        int padding = session.layout().config().padTokenId();
        int[] best = new int[0];
        try (BatchSource source = BatchLoader.of(rows, padding).open(plan)) {
            while (source.hasNext()) {
                try (Batch batch = source.next()) {
                    float[] logits = session.logits(rows(batch)).toFloats();
                    int cells = batch.rows() * batch.width();
                    best = best.length < cells ? new int[cells] : best;
                    for (int cell = 0; cell < cells; cell++) {
                        best[cell] = largest(logits, cell * labels, labels);
                        int label = (int) batch.labels()[cell];
                        if (label != EncodedDataset.IGNORED) {
                            loss += surprise(logits, cell * labels, labels, label);
                            counted++;
                        }
                    }
                    for (int row = 0; row < batch.rows(); row++) {
                        words.accept(batch.example(row), best, row * batch.width());
                    }
                }
            }
        }
        return new Predicted(words.labels(), counted == 0 ? 0 : loss / counted);
    }

    private static TokenRows rows(Batch batch) {
        long[] mask = NONE;
        if (batch.isPadded()) {
            mask = new long[batch.rows() * batch.width()];
            for (int row = 0; row < batch.rows(); row++) {
                Arrays.fill(mask, row * batch.width(), row * batch.width() + batch.length(row), 1);
            }
        }
        return new TokenRows(batch.rows(), batch.width(), batch.inputIds(), batch.tokenTypeIds(), mask, NONE);
    }

    private static int largest(float[] values, int from, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (values[from + i] > values[from + best]) {
                best = i;
            }
        }
        return best;
    }

    /** −log softmax at a label. */
    private static double surprise(float[] logits, int from, int count, int label) {
        double most = logits[from + largest(logits, from, count)];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.exp(logits[from + i] - most);
        }
        return Math.log(sum) + most - logits[from + label];
    }
}
