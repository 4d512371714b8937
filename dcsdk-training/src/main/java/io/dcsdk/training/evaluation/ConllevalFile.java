package io.dcsdk.training.evaluation;

import io.dcsdk.training.corpus.ColumnLines;
import io.dcsdk.training.corpus.ColumnSeparator;
import io.dcsdk.training.corpus.TagScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file with a word a line whose last two columns are the gold and the predicted tag: what conlleval takes. Every line that
 * is not blank is a word, as it is for conlleval; a {@code -DOCSTART-} counts in the accuracy.
 *
 * @param source the file's name, for messages
 * @param gold the gold tags of each sentence
 * @param predicted the predicted tags of each sentence
 */
public record ConllevalFile(String source, List<List<String>> gold, List<List<String>> predicted) {
    private static final int LEAST_COLUMNS = 3;

    /** Copies the tags. */
    public ConllevalFile {
        gold = gold.stream().map(List::copyOf).toList();
        predicted = predicted.stream().map(List::copyOf).toList();
    }

    /**
     * Reads a file with columns between tabs or runs of spaces, at least three in each line and as many in every line.
     *
     * @param file the file
     * @return its tags
     * @throws EvaluationException if a line has too few or another number of columns, or no tags in its last two, or the file
     *     has no words
     * @throws io.dcsdk.training.corpus.CorpusException if it is absent, unreadable, too large or not UTF-8
     */
    public static ConllevalFile read(Path file) {
        List<List<String>> gold = new ArrayList<>();
        List<List<String>> predicted = new ArrayList<>();
        try (ColumnLines lines = ColumnLines.open(file, ColumnSeparator.AUTO)) {
            boolean begun = false;
            int columns = 0;
            for (List<String> cells = lines.next(); cells != null; cells = lines.next()) {
                if (cells.isEmpty()) {
                    begun = false;
                    continue;
                }
                if (!begun) {
                    gold.add(new ArrayList<>());
                    predicted.add(new ArrayList<>());
                    begun = true;
                }
                String owner = file + ":" + lines.line();
                columns = columns == 0 ? cells.size() : columns;
                checkColumns(cells.size(), columns, owner);
                gold.get(gold.size() - 1).add(tag("gold tag", cells.get(columns - 2), owner));
                predicted.get(gold.size() - 1).add(tag("predicted tag", cells.get(columns - 1), owner));
            }
        }
        if (gold.isEmpty()) {
            throw new EvaluationException("words", 0, file.toString(), "there are none", "it is the wrong file");
        }
        return new ConllevalFile(file.toString(), gold, predicted);
    }

    private static void checkColumns(int count, int expected, String owner) {
        if (count < LEAST_COLUMNS) {
            throw new EvaluationException(
                    "columns",
                    count,
                    owner,
                    "a word, its gold and its predicted tag need three",
                    "a column is missing");
        }
        if (count != expected) {
            throw new EvaluationException(
                    "columns",
                    count,
                    owner,
                    "the lines before it have " + expected,
                    "a separator is missing or too many");
        }
    }

    private static String tag(String what, String text, String owner) {
        for (TagScheme scheme : List.of(TagScheme.BIOES, TagScheme.BMES)) {
            if (scheme.has(text)) {
                return text;
            }
        }
        throw new EvaluationException(
                what,
                text,
                owner,
                "it is neither O nor a prefix of B I M E S with - and a type",
                "the last two columns are not the gold and the predicted tag");
    }

    /**
     * Scores the file both ways. The strict score takes BMES if there is an M, else BIOES if there is an E or S, else BIO.
     *
     * @return both reports
     * @throws io.dcsdk.training.corpus.CorpusException if the file has tags with M and others with I
     */
    public ConllevalScore score() {
        TagScheme scheme = TagScheme.BIO;
        if (hasPrefix('M')) {
            scheme = TagScheme.BMES;
        } else if (hasPrefix('E') || hasPrefix('S')) {
            scheme = TagScheme.BIOES;
        }
        return new ConllevalScore(
                EntityScorer.score(gold, predicted), EntityScorer.scoreStrict(gold, predicted, scheme));
    }

    private boolean hasPrefix(char prefix) {
        return List.of(gold, predicted).stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .anyMatch(tag -> tag.charAt(0) == prefix);
    }
}
