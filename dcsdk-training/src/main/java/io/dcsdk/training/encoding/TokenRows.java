package io.dcsdk.training.encoding;

import java.util.Arrays;

/**
 * Rows of tokens in flat arrays that grow: for each sentence its number of words; for each row (a window of a sentence)
 * its sentence and where it starts; for each token its id, its label and its word.
 *
 * <p>The word of a token is w where the prediction of word w is read, {@code -2 - w} at its other sub-words, and −1 at
 * special tokens.
 */
final class TokenRows {
    int sentences;
    int rows;
    int tokens;
    int[] wordCounts = new int[64];
    int[] sentenceOf = new int[64];
    int[] starts = new int[65];
    int[] ids = new int[1024];
    int[] labels = new int[1024];
    int[] words = new int[1024];

    void beginSentence(int wordCount) {
        if (sentences == wordCounts.length) {
            wordCounts = Arrays.copyOf(wordCounts, grown(sentences, 1));
        }
        wordCounts[sentences++] = wordCount;
    }

    void beginRow(int length) {
        if (rows == sentenceOf.length) {
            sentenceOf = Arrays.copyOf(sentenceOf, grown(rows, 1));
            starts = Arrays.copyOf(starts, sentenceOf.length + 1);
        }
        if (ids.length - tokens < length) {
            int capacity = grown(tokens, length);
            ids = Arrays.copyOf(ids, capacity);
            labels = Arrays.copyOf(labels, capacity);
            words = Arrays.copyOf(words, capacity);
        }
        sentenceOf[rows++] = sentences - 1;
        starts[rows] = tokens;
    }

    void add(int id, int label, int word) {
        ids[tokens] = id;
        labels[tokens] = label;
        words[tokens++] = word;
        starts[rows] = tokens;
    }

    void append(TokenRows other) {
        int before = sentences;
        for (int i = 0; i < other.sentences; i++) {
            beginSentence(other.wordCounts[i]);
        }
        for (int row = 0; row < other.rows; row++) {
            int start = other.starts[row];
            int length = other.starts[row + 1] - start;
            beginRow(length);
            sentenceOf[rows - 1] = before + other.sentenceOf[row];
            System.arraycopy(other.ids, start, ids, tokens, length);
            System.arraycopy(other.labels, start, labels, tokens, length);
            System.arraycopy(other.words, start, words, tokens, length);
            tokens += length;
            starts[rows] = tokens;
        }
    }

    void trim() {
        wordCounts = Arrays.copyOf(wordCounts, sentences);
        sentenceOf = Arrays.copyOf(sentenceOf, rows);
        starts = Arrays.copyOf(starts, rows + 1);
        ids = Arrays.copyOf(ids, tokens);
        labels = Arrays.copyOf(labels, tokens);
        words = Arrays.copyOf(words, tokens);
    }

    private static int grown(int size, int more) {
        long wanted = (long) size + more;
        if (wanted > Integer.MAX_VALUE - 8) {
            throw new EncodingException(
                    "tokens (%d) of a data set: more than an array holds\nMaybe split the corpus.".formatted(wanted));
        }
        return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(wanted, wanted + (wanted >> 1)));
    }
}
