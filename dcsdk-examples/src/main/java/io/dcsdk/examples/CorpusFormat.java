package io.dcsdk.examples;

import java.util.Locale;

/** How a file holds tagged sentences. */
enum CorpusFormat {
    /** A word a line, in columns. */
    CONLL,
    /** An object a line. */
    JSONL;

    /** JSON lines by the usual endings, everything else is CoNLL. */
    static CorpusFormat ofFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jsonl") || lower.endsWith(".ndjson") ? JSONL : CONLL;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
