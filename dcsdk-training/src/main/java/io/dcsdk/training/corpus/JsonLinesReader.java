package io.dcsdk.training.corpus;

import java.nio.file.Path;

/**
 * Reads JSON lines: one object a line, in UTF-8, either
 *
 * <ul>
 *   <li>words with tags, {@code {"tokens": ["Ada", "smiles"], "tags": ["B-PER", "O"]}} ({@code ner_tags} is another name of
 *       {@code tags}), with schemes and repairs as in {@link ConllReader}, or
 *   <li>text with entities, {@code {"text": "Ada smiles", "entities": [{"start": 0, "end": 3, "label": "PER"}]}} ({@code
 *       spans} is another name of {@code entities}): offsets count code points from 0, the end is exclusive. {@link
 *       WordSplitter} makes the words; entities must begin and end where words do. The corpus is in BIO.
 * </ul>
 *
 * <p>All lines of a file are of one kind. Either may have {@code "document"}, a number from 0. Other members are passed over.
 * Blank lines and objects without words hold no sentence. Limits: 256 MiB a file, {@value JsonLinesPass#MAX_LINE_BYTES} bytes
 * a line, {@value Sentence#MAX_WORDS} words a sentence.
 */
public final class JsonLinesReader {
    private JsonLinesReader() {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its sentences, one a line
     * @throws CorpusException if it is absent or unreadable, no UTF-8, beyond a limit, without words, or a line of it is no
     *     such object; the message tells the line
     */
    public static Corpus read(Path file) {
        return options().read(file);
    }

    /**
     * Reads with other offsets, another scheme, or other manners.
     *
     * @return options, each to be set at most once, in any order
     */
    public static JsonLinesOptions options() {
        return new JsonLinesOptions();
    }
}
