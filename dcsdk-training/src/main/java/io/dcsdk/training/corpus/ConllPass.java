package io.dcsdk.training.corpus;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over the lines of a CoNLL file: the sentence that is being collected, and the document that it belongs to. */
final class ConllPass {
    static final String DOCUMENT_START = "-DOCSTART-";

    private final String source;
    private final int tokenColumn;
    private final int tagColumn;
    private final String commentPrefix;
    private final CorpusAssembly assembly;
    private final List<String> words = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<Integer> lineNumbers = new ArrayList<>();
    /** How many columns each line has; 0 before the first word. */
    private int columns;

    private int document;
    private boolean documentHasSentences;

    ConllPass(String source, int tokenColumn, int tagColumn, String commentPrefix, CorpusAssembly assembly) {
        this.source = source;
        this.tokenColumn = tokenColumn;
        this.tagColumn = tagColumn;
        this.commentPrefix = commentPrefix;
        this.assembly = assembly;
    }

    void run(ColumnLines lines) {
        for (List<String> cells = lines.next(); cells != null; cells = lines.next()) {
            if (cells.isEmpty()) {
                endSentence();
            } else if (cells.get(0).equals(DOCUMENT_START)) {
                endSentence();
                if (documentHasSentences) {
                    document++;
                    documentHasSentences = false;
                }
            } else if (!isComment(cells)) {
                word(cells, lines.line());
            }
        }
        endSentence();
    }

    private boolean isComment(List<String> cells) {
        if (commentPrefix.isEmpty() || !cells.get(0).startsWith(commentPrefix)) {
            return false;
        }
        if (cells.size() < 2 || (columns != 0 && cells.size() != columns)) {
            return true;
        }
        String tag = cell(cells, tagColumn);
        return tag == null || !Tag.isTag(tag);
    }

    private void word(List<String> cells, int line) {
        if (columns == 0) {
            columns = cells.size();
        } else if (cells.size() != columns) {
            throw CorpusException.at(
                    source,
                    line,
                    "columns",
                    cells.size(),
                    "the lines before it have " + columns,
                    "a separator is missing or too many, or words have spaces and the separator must be named");
        }
        String word = wanted(cells, "token", tokenColumn, line);
        String tag = wanted(cells, "tag", tagColumn, line);
        if (!Tag.isTag(tag)) {
            throw CorpusException.at(
                    source,
                    line,
                    "tag",
                    tag,
                    "it is neither O nor a prefix of B I M E S with - and a type",
                    "tags are in another column than " + tagColumn);
        }
        if (word.isEmpty() && tag.equals("O")) {
            endSentence();
            return;
        }
        String fault = Sentence.faultOfWord(word);
        if (fault != null) {
            throw CorpusException.at(source, line, "word", word, fault, "drop it together with its tag");
        }
        if (words.size() == Sentence.MAX_WORDS) {
            throw CorpusException.at(
                    source,
                    line,
                    "words",
                    "more than " + Sentence.MAX_WORDS,
                    "the sentence is too long",
                    "blank lines between sentences are missing");
        }
        words.add(assembly.shared(word));
        tags.add(assembly.shared(tag));
        lineNumbers.add(line);
    }

    private String wanted(List<String> cells, String what, int column, int line) {
        String cell = cell(cells, column);
        if (cell == null) {
            throw CorpusException.at(
                    source,
                    line,
                    what + " column",
                    column,
                    "the line has " + cells.size() + (cells.size() == 1 ? " column" : " columns"),
                    "count columns from 0, or from the last one, which is -1");
        }
        if (columns == 1) {
            throw CorpusException.at(
                    source,
                    line,
                    "columns",
                    1,
                    "a word and its tag need two",
                    "the file has no tags, or another separator than tabs and spaces");
        }
        return cell;
    }

    private static @Nullable String cell(List<String> cells, int column) {
        int index = column < 0 ? cells.size() + column : column;
        return index >= 0 && index < cells.size() ? cells.get(index) : null;
    }

    private void endSentence() {
        if (words.isEmpty()) {
            return;
        }
        assembly.add(words, tags, lineNumbers, document);
        documentHasSentences = true;
        words.clear();
        tags.clear();
        lineNumbers.clear();
    }
}
