package io.dcsdk.training.encoding;

import java.util.List;

/**
 * A corpus as rows of token ids and labels, ready to be batched. An example is one row: a sentence between its special
 * tokens, or one window of a long sentence. A sentence without any sub-word has no row. Immutable, in a few flat arrays:
 * 12 bytes a token.
 */
public final class EncodedDataset {
    /** The label that the loss skips. */
    public static final int IGNORED = -100;

    private final TokenRows rows;
    private final List<String> labels;

    EncodedDataset(TokenRows rows, List<String> labels) {
        this.rows = rows;
        this.labels = labels;
    }

    TokenRows rows() {
        return rows;
    }

    /**
     * The names of the labels.
     *
     * @return them, in the order of the model's outputs
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * How many rows there are.
     *
     * @return from 0
     */
    public int examples() {
        return rows.rows;
    }

    /**
     * How many sentences there are.
     *
     * @return from 0
     */
    public int sentences() {
        return rows.sentences;
    }

    /**
     * How many words a sentence has.
     *
     * @param sentence its number in the corpus, from 0
     * @return from 0
     */
    public int words(int sentence) {
        return rows.wordCounts[sentence];
    }

    /**
     * How many tokens all rows have together.
     *
     * @return from 0, special tokens and overlaps included
     */
    public int tokens() {
        return rows.tokens;
    }

    /**
     * How many tokens a row has.
     *
     * @param example the row's number, from 0
     * @return at least 3: two special tokens and a sub-word
     */
    public int length(int example) {
        return rows.starts[example + 1] - rows.starts[example];
    }

    /**
     * How many tokens each row has.
     *
     * @return a fresh array, a row each
     */
    public int[] lengths() {
        int[] lengths = new int[rows.rows];
        for (int example = 0; example < lengths.length; example++) {
            lengths[example] = length(example);
        }
        return lengths;
    }

    /**
     * The sentence that a row belongs to.
     *
     * @param example the row's number, from 0
     * @return the sentence's number in the corpus, from 0
     */
    public int sentence(int example) {
        return rows.sentenceOf[example];
    }

    /**
     * A token's id.
     *
     * @param example the row's number, from 0
     * @param position the token's place in the row, from 0; not checked against the row's length
     * @return the row of the vocabulary
     */
    public int id(int example, int position) {
        return rows.ids[rows.starts[example] + position];
    }

    /**
     * A token's label.
     *
     * @param example the row's number, from 0
     * @param position the token's place in the row, from 0; not checked against the row's length
     * @return an index into {@link #labels()}, or {@link #IGNORED}
     */
    public int label(int example, int position) {
        return rows.labels[rows.starts[example] + position];
    }

    /**
     * The word that a token belongs to.
     *
     * @param example the row's number, from 0
     * @param position the token's place in the row, from 0; not checked against the row's length
     * @return the word's number in the sentence, from 0; {@link TextEncoding#NO_WORD} for special tokens
     */
    public int word(int example, int position) {
        int word = rows.words[rows.starts[example] + position];
        return word < TextEncoding.NO_WORD ? -2 - word : word;
    }

    /**
     * Whether the prediction of a token's word is read at this token. That is so exactly once for every word that has a
     * sub-word, over all rows.
     *
     * @param example the row's number, from 0
     * @param position the token's place in the row, from 0; not checked against the row's length
     * @return true at the word's first sub-word, in the window where it has the most context
     */
    public boolean isRead(int example, int position) {
        return rows.words[rows.starts[example] + position] >= 0;
    }

    /**
     * Copies a row as the engine wants it.
     *
     * @param example the row's number, from 0
     * @param ids takes the token ids
     * @param targets takes the labels
     * @param offset where in both the row starts
     */
    public void copyRow(int example, long[] ids, long[] targets, int offset) {
        int start = rows.starts[example];
        int length = rows.starts[example + 1] - start;
        for (int i = 0; i < length; i++) {
            ids[offset + i] = rows.ids[start + i];
            targets[offset + i] = rows.labels[start + i];
        }
    }
}
