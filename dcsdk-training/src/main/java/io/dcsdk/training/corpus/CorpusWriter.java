package io.dcsdk.training.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes corpora so that their reader gives back equal sentences. A file appears whole or not at all. */
public final class CorpusWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CorpusWriter() {}

    /**
     * Writes word, tab, tag, LF for each word, a blank line after each sentence, and {@code -DOCSTART-} before each document
     * if there are several; a reader counts them from 0.
     *
     * @param corpus what to write
     * @param file the file, replaced if it is there
     * @throws CorpusException if a word would be read back as something else (a tab, a line end, a space at its edge, {@code
     *     -DOCSTART-}), or the file cannot be written
     */
    public static void writeConll(Corpus corpus, Path file) {
        write(file, out -> conll(corpus, out));
    }

    /**
     * Writes {@code {"tokens": [...], "tags": [...]}} for each sentence, with {@code "document"} if not all are 0.
     *
     * @param corpus what to write
     * @param file the file, replaced if it is there
     * @throws CorpusException if a line would be longer than the reader takes, or the file cannot be written
     */
    public static void writeJsonLines(Corpus corpus, Path file) {
        write(file, out -> jsonLines(corpus, out));
    }

    private static void conll(Corpus corpus, Writer out) throws IOException {
        boolean documents = corpus.documents() > 1;
        // A reader leaves one byte order mark out; a first word that begins with that character needs another before
        // it.
        if (!documents && corpus.sentences().get(0).words().get(0).startsWith("\uFEFF")) {
            out.write('\uFEFF');
        }
        int document = -1;
        for (Sentence sentence : corpus.sentences()) {
            if (documents && sentence.document() != document) {
                document = sentence.document();
                out.write(ConllPass.DOCUMENT_START + "\tO\n\n");
            }
            for (int i = 0; i < sentence.words().size(); i++) {
                String word = sentence.words().get(i);
                if (!isWritable(word)) {
                    throw new CorpusException(
                            "word",
                            word,
                            corpus.source(),
                            "a CoNLL file would give back another one",
                            "write JSON lines");
                }
                out.write(word + "\t" + sentence.tags().get(i) + "\n");
            }
            out.write("\n");
        }
    }

    private static boolean isWritable(String word) {
        return !word.startsWith(" ")
                && !word.endsWith(" ")
                && word.indexOf('\t') < 0
                && word.indexOf('\n') < 0
                && word.indexOf('\r') < 0
                && !word.equals(ConllPass.DOCUMENT_START);
    }

    private static void jsonLines(Corpus corpus, Writer out) throws IOException {
        boolean documents = corpus.sentences().stream().anyMatch(sentence -> sentence.document() != 0);
        for (Sentence sentence : corpus.sentences()) {
            ObjectNode object = JSON.createObjectNode();
            ArrayNode tokens = object.putArray("tokens");
            sentence.words().forEach(tokens::add);
            ArrayNode tags = object.putArray("tags");
            sentence.tags().forEach(tags::add);
            if (documents) {
                object.put("document", sentence.document());
            }
            String line = JSON.writeValueAsString(object);
            int bytes = line.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > JsonLinesPass.MAX_LINE_BYTES) {
                throw new CorpusException(
                        "bytes",
                        bytes,
                        "a sentence of " + corpus.source(),
                        "a line may have " + JsonLinesPass.MAX_LINE_BYTES,
                        "split the sentence");
            }
            out.write(line + "\n");
        }
    }

    private interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private static void write(Path file, Content content) {
        Path target = file.toAbsolutePath();
        Path temporary = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(temporary)) {
                content.writeTo(out);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(temporary);
            throw new CorpusException(
                    "file",
                    file,
                    "the corpus",
                    "it cannot be written (%s: %s)".formatted(e.getClass().getSimpleName(), e.getMessage()),
                    "check that the folder exists and has room",
                    e);
        } catch (CorpusException e) {
            discard(temporary);
            throw e;
        }
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
