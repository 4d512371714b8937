package io.dcsdk.training.corpus;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How to read JSON lines; what is said nothing about is as {@link JsonLinesReader} describes. */
public final class JsonLinesOptions {
    private @Nullable OffsetUnit offsets;
    private @Nullable TagScheme scheme;
    private boolean widened;
    private boolean strict;

    JsonLinesOptions() {}

    /**
     * What the offsets of entities count.
     *
     * @param unit the unit; code points if nothing is said
     * @return these options
     * @throws CorpusException if it was set before
     */
    public JsonLinesOptions offsets(OffsetUnit unit) {
        once("offsets", offsets);
        offsets = unit;
        return this;
    }

    /**
     * Which scheme the tags are in, instead of telling it from them.
     *
     * @param known the scheme
     * @return these options
     * @throws CorpusException if it was set before
     */
    public JsonLinesOptions scheme(TagScheme known) {
        once("scheme", scheme);
        scheme = known;
        return this;
    }

    /**
     * Widen entities that begin or end inside of words to whole words, instead of refusing them.
     *
     * @return these options
     */
    public JsonLinesOptions widened() {
        widened = true;
        return this;
    }

    /**
     * Refuse ill-formed tags instead of repairing them.
     *
     * @return these options
     */
    public JsonLinesOptions strict() {
        strict = true;
        return this;
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its sentences, one a line
     * @throws CorpusException as {@link JsonLinesReader#read} does, and in strict mode for the first ill-formed tag
     */
    public Corpus read(Path file) {
        CorpusAssembly assembly = new CorpusAssembly(file.toString(), Optional.ofNullable(scheme), strict);
        OffsetUnit unit = Objects.requireNonNullElse(offsets, OffsetUnit.CODE_POINTS);
        try (Utf8Lines lines = Utf8Lines.open(file, JsonLinesPass.MAX_LINE_BYTES)) {
            new JsonLinesPass(lines, new SpannedText(file.toString(), unit, widened), assembly).run();
        }
        return assembly.corpus();
    }

    private static void once(String option, @Nullable Object before) {
        if (before != null) {
            throw new CorpusException(
                    option, before, "the options of JSON lines", "it is set twice", "leave one of the two out");
        }
    }
}
