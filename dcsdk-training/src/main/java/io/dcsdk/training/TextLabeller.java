package io.dcsdk.training;

import io.dcsdk.training.encoding.SubwordTokenizer;
import io.dcsdk.training.encoding.Subwords;
import io.dcsdk.training.encoding.TextEncoding;
import io.dcsdk.training.encoding.WindowPolicy;
import io.dcsdk.training.encoding.Windows;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.engine.TrainingSession;
import io.dcsdk.training.inference.AggregationStrategy;
import io.dcsdk.training.inference.Entity;
import io.dcsdk.training.inference.EntityAggregator;
import io.dcsdk.training.inference.ScoredToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Texts to entities: encodes, cuts long texts into overlapping windows, runs the model over rows of similar length, takes
 * each token's scores from the window where it has the most context, and aggregates.
 */
final class TextLabeller {
    private static final long[] NONE = new long[0];
    private static final int TOKENS_A_BATCH = 4096;

    private final TrainingSession session;
    private final SubwordTokenizer tokenizer;
    private final WindowPolicy policy;
    private final EntityAggregator aggregator;

    TextLabeller(TrainingSession session, SubwordTokenizer tokenizer, WindowPolicy policy) {
        this.session = session;
        this.tokenizer = tokenizer;
        this.policy = policy;
        List<String> labels = session.layout().config().labels();
        int unknown = tokenizer.specialTokens().unknown().id();
        this.aggregator = tokenizer.continuationPrefix().isPresent()
                ? EntityAggregator.wordPiece(labels, unknown)
                : EntityAggregator.byteLevel(labels, unknown);
    }

    /** One window of one text; scores go to {@code tokens} from {@code first} on. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(int text, Windows windows, int window, int[] ids) {}

    List<List<Entity>> label(List<String> texts, AggregationStrategy strategy) {
        List<TextEncoding> encodings = tokenizer.encodeTexts(texts);
        List<float[][]> logits = logits(encodings);
        List<List<Entity>> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            all.add(aggregator.aggregate(texts.get(i), scored(encodings.get(i), logits.get(i)), strategy));
        }
        return all;
    }

    /** Logits by text, inner token and label; inner tokens are those between the two special ones. */
    private List<float[][]> logits(List<TextEncoding> encodings) {
        List<float[][]> all = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int text = 0; text < encodings.size(); text++) {
            Subwords subwords = encodings.get(text).subwords();
            int[] inner = subwords.ids();
            all.add(new float[inner.length][]);
            Windows windows = Windows.over(subwords, policy);
            for (int window = 0; window < windows.count(); window++) {
                rows.add(new Row(text, windows, window, withSpecials(inner, windows, window)));
            }
        }
        rows.sort(Comparator.comparingInt((Row row) -> row.ids().length).reversed());
        for (int from = 0, to; from < rows.size(); from = to) {
            int width = rows.get(from).ids().length;
            to = Math.min(rows.size(), from + Math.max(1, TOKENS_A_BATCH / width));
            run(rows.subList(from, to), width, all);
        }
        return all;
    }

    private void run(List<Row> rows, int width, List<float[][]> all) {
        long[] ids = new long[rows.size() * width];
        long[] mask = new long[ids.length];
        Arrays.fill(ids, session.layout().config().padTokenId());
        boolean padded = false;
        for (int row = 0; row < rows.size(); row++) {
            int[] own = rows.get(row).ids();
            padded |= own.length < width;
            for (int i = 0; i < own.length; i++) {
                ids[row * width + i] = own[i];
                mask[row * width + i] = 1;
            }
        }
        int labels = session.layout().config().labels().size();
        float[] logits = session.logits(new TokenRows(rows.size(), width, ids, NONE, padded ? mask : NONE, NONE))
                .toFloats();
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            Windows windows = row.windows();
            for (int token = windows.from(row.window()); token < windows.to(row.window()); token++) {
                if (windows.windowOf(token) == row.window()) {
                    int at = (r * width + 1 + token - windows.from(row.window())) * labels;
                    all.get(row.text())[token] = Arrays.copyOfRange(logits, at, at + labels);
                }
            }
        }
    }

    private List<ScoredToken> scored(TextEncoding encoding, float[][] logits) {
        List<ScoredToken> tokens = new ArrayList<>();
        float[] nothing = new float[session.layout().config().labels().size()];
        for (int i = 0; i < encoding.size(); i++) {
            boolean special = i == 0 || i == encoding.size() - 1;
            tokens.add(ScoredToken.ofLogits(
                    encoding.tokens().get(i),
                    encoding.id(i),
                    encoding.startCodePoint(i),
                    encoding.endCodePoint(i),
                    special,
                    special ? nothing : logits[i - 1]));
        }
        return tokens;
    }

    private int[] withSpecials(int[] inner, Windows windows, int window) {
        int length = windows.to(window) - windows.from(window);
        int[] ids = new int[length + 2];
        ids[0] = tokenizer.specialTokens().first().id();
        System.arraycopy(inner, windows.from(window), ids, 1, length);
        ids[length + 1] = tokenizer.specialTokens().last().id();
        return ids;
    }
}
