package io.dcsdk.training.encoding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether rows that came from a file can be those of a corpus: every index in range, every array consistent. */
final class RowCheck {
    private final TokenRows rows;
    private final List<? extends List<String>> words;
    private final int vocabulary;
    private final int labels;
    private final int maxLength;

    RowCheck(TokenRows rows, List<? extends List<String>> words, int vocabulary, int labels, int maxLength) {
        this.rows = rows;
        this.words = words;
        this.vocabulary = vocabulary;
        this.labels = labels;
        this.maxLength = maxLength;
    }

    @Nullable
    String fault() {
        if (rows.sentences != words.size()) {
            return "it has another number of sentences";
        }
        for (int s = 0; s < rows.sentences; s++) {
            if (rows.wordCounts[s] != words.get(s).size()) {
                return "a sentence has another number of words";
            }
        }
        if (rows.starts[0] != 0 || rows.starts[rows.rows] != rows.tokens) {
            return "its rows do not cover its tokens";
        }
        for (int row = 0; row < rows.rows; row++) {
            long length = (long) rows.starts[row + 1] - rows.starts[row];
            int sentence = rows.sentenceOf[row];
            if (length <= WindowPolicy.SPECIALS || length > maxLength || rows.starts[row + 1] > rows.tokens) {
                return "a row has an impossible length";
            }
            if (sentence < (row == 0 ? 0 : rows.sentenceOf[row - 1]) || sentence >= rows.sentences) {
                return "a row belongs to no sentence";
            }
            for (int i = rows.starts[row]; i < rows.starts[row + 1]; i++) {
                if (!fits(i, rows.wordCounts[sentence])) {
                    return "a token is out of range";
                }
            }
        }
        return null;
    }

    private boolean fits(int token, int wordCount) {
        int id = rows.ids[token];
        int label = rows.labels[token];
        int word = rows.words[token];
        return id >= 0
                && id < vocabulary
                && (label == EncodedDataset.IGNORED || (label >= 0 && label < labels))
                && word < wordCount
                && word >= -1L - wordCount;
    }
}
