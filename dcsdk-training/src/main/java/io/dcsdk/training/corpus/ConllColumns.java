package io.dcsdk.training.corpus;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which columns of a CoNLL file to read, and how; what is said nothing about is as {@link ConllReader} describes. */
public final class ConllColumns {
    private @Nullable Integer token;
    private @Nullable Integer tag;
    private @Nullable TagScheme scheme;
    private @Nullable ColumnSeparator separator;
    private @Nullable String comments;
    private boolean strict;

    ConllColumns() {}

    /**
     * Where words are.
     *
     * @param column from 0; a negative number counts from the last column, which is −1
     * @return these options
     * @throws CorpusException if it was set before
     */
    public ConllColumns token(int column) {
        once("token", token);
        token = column;
        return this;
    }

    /**
     * Where tags are.
     *
     * @param column from 0; a negative number counts from the last column, which is −1
     * @return these options
     * @throws CorpusException if it was set before
     */
    public ConllColumns tag(int column) {
        once("tag", tag);
        tag = column;
        return this;
    }

    /**
     * Which scheme the tags are in, instead of telling it from them.
     *
     * @param known the scheme
     * @return these options
     * @throws CorpusException if it was set before
     */
    public ConllColumns scheme(TagScheme known) {
        once("scheme", scheme);
        scheme = known;
        return this;
    }

    /**
     * What stands between columns.
     *
     * @param between the separator; {@link ColumnSeparator#AUTO} if nothing is said
     * @return these options
     * @throws CorpusException if it was set before
     */
    public ConllColumns separator(ColumnSeparator between) {
        once("separator", separator);
        separator = between;
        return this;
    }

    /**
     * How comments begin.
     *
     * @param prefix what a comment begins with; empty if there are none, so that every line must be a word
     * @return these options
     * @throws CorpusException if it was set before
     */
    public ConllColumns comments(String prefix) {
        once("comments", comments);
        comments = prefix;
        return this;
    }

    /**
     * Refuse ill-formed tags instead of repairing them.
     *
     * @return these options
     */
    public ConllColumns strict() {
        strict = true;
        return this;
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its sentences
     * @throws CorpusException as {@link ConllReader#read} does, and in strict mode for the first ill-formed tag
     */
    public Corpus read(Path file) {
        CorpusAssembly assembly = new CorpusAssembly(file.toString(), Optional.ofNullable(scheme), strict);
        ColumnSeparator between = Objects.requireNonNullElse(separator, ColumnSeparator.AUTO);
        try (ColumnLines lines = ColumnLines.open(file, between)) {
            new ConllPass(
                            file.toString(),
                            Objects.requireNonNullElse(token, 0),
                            Objects.requireNonNullElse(tag, -1),
                            Objects.requireNonNullElse(comments, "#"),
                            assembly)
                    .run(lines);
        }
        return assembly.corpus();
    }

    private static void once(String option, @Nullable Object before) {
        if (before != null) {
            throw new CorpusException(
                    option, before, "the columns of a CoNLL file", "it is set twice", "leave one of the two out");
        }
    }
}
