package io.dcsdk.training.engine;

import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;

/**
 * What a model can take. It is looked at before the engine is called, for a GPU that is asked for a row which a table does not
 * have is of no use to the whole process afterwards.
 */
final class RowLimits {
    private static final int IGNORED = -100;

    private final ModelConfig model;

    RowLimits(ModelConfig model) {
        this.model = model;
    }

    void requireTokens(TokenRows rows) {
        int cells = rows.rows() * rows.width();
        requireWithin("token id", rows.inputIds(), cells, model.vocabularySize(), "the tokenizer is of another model");
        if (model.tokenTypes() > 0 && rows.tokenTypeIds().length > 0) {
            requireWithin("token type id", rows.tokenTypeIds(), cells, model.tokenTypes(), "use 0 throughout");
        }
        for (int row = 0; row < rows.rows(); row++) {
            int length = positions(rows, row);
            if (length > model.maxLength()) {
                throw new EngineException(
                        "length (%d tokens) of row %d: the model has %d positions\nMaybe read long texts in windows."
                                .formatted(length, row, model.maxLength()));
            }
        }
    }

    /** Positions that a row takes: all of them, or with RoBERTa those of tokens that are no padding. */
    private int positions(TokenRows rows, int row) {
        if (model.architecture() != Architecture.ROBERTA) {
            return rows.width();
        }
        int real = 0;
        for (int i = row * rows.width(); i < (row + 1) * rows.width(); i++) {
            real += rows.inputIds()[i] == model.padTokenId() ? 0 : 1;
        }
        return real;
    }

    void requireLabels(TokenRows rows) {
        int count = labels(rows);
        if (rows.labels().length < count) {
            throw new EngineException("labels (%d) of token rows: %d are needed\nMaybe the rows were built for logits."
                    .formatted(rows.labels().length, count));
        }
        int most = model.head() == Head.QUESTION_ANSWERING
                ? rows.width()
                : model.labels().size();
        for (int i = 0; i < count; i++) {
            if (rows.labels()[i] != IGNORED) {
                requireWithin("label", rows.labels()[i], i, most, "use -100 for what does not count");
            }
        }
    }

    private int labels(TokenRows rows) {
        return switch (model.head()) {
            case TOKEN_CLASSIFICATION -> rows.rows() * rows.width();
            case SEQUENCE_CLASSIFICATION -> rows.rows();
            case QUESTION_ANSWERING -> 2 * rows.rows();
        };
    }

    private static void requireWithin(String name, long[] values, int count, int most, String next) {
        for (int i = 0; i < count; i++) {
            requireWithin(name, values[i], i, most, next);
        }
    }

    private static void requireWithin(String name, long value, int at, int most, String next) {
        if (value < 0 || value >= most) {
            throw new EngineException("%s (%d) of token rows, element %d: the model has %d of them\nMaybe %s."
                    .formatted(name, value, at, most, next));
        }
    }
}
