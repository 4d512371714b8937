package io.dcsdk.training.corpus;

import java.nio.file.Path;

/**
 * Reads CoNLL files: a word a line, in columns, with a blank line after each sentence.
 *
 * <ul>
 *   <li>UTF-8; only LF or CR LF ends a line, only tabs and spaces separate columns or make a blank line.
 *   <li>Every line has the same number of columns; words are in the first and tags in the last, unless others are named.
 *   <li>A line whose word is empty and whose tag is O ends a sentence as a blank line does (early WNUT-17 files have such).
 *   <li>A line that begins with {@code -DOCSTART-} begins a document and is no word, whatever its columns.
 *   <li>A line that begins with {@code #} is a comment unless it has the columns of a word and a tag in the tag column.
 *   <li>The scheme is told from the tags: BMES if there is an M, else BIOES if there is an E or S, else IOB1 if fewer tags are
 *       ill-formed in it than in BIO, else BIO. Ill-formed tags are repaired as conlleval reads them, and counted.
 *   <li>Limits: 256 MiB a file, {@value ColumnLines#MAX_LINE_BYTES} bytes a line, {@value Sentence#MAX_WORDS} words a
 *       sentence.
 * </ul>
 */
public final class ConllReader {
    private ConllReader() {}

    /**
     * Reads a file with words in its first column and tags in its last.
     *
     * @param file the file
     * @return its sentences
     * @throws CorpusException if it is absent or unreadable, no UTF-8, beyond a limit, without words, or a line of it is no
     *     word with a tag; the message tells the line
     */
    public static Corpus read(Path file) {
        return columns().read(file);
    }

    /**
     * Reads other columns, another scheme, or strictly.
     *
     * @return options, each to be set at most once, in any order
     */
    public static ConllColumns columns() {
        return new ConllColumns();
    }
}
