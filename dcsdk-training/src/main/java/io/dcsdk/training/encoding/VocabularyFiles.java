package io.dcsdk.training.encoding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The vocabulary files that are older than tokenizer.json: vocab.txt of WordPiece, vocab.json and merges.txt of BPE. */
final class VocabularyFiles {
    private static final Logger LOG = LoggerFactory.getLogger(VocabularyFiles.class);

    private VocabularyFiles() {}

    /** A token a line; its line number, from 0, is its id. Lines end as Python's text files do: \n, \r\n or \r. */
    static List<String> lines(byte[] bytes, String owner) {
        String text = BoundedFiles.text(bytes, owner);
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            lines.add(text.substring(start, end));
            boolean two = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            start = end + (two ? 2 : 1);
        }
        return lines;
    }

    /** Adds tokens by line number; of a token that stands twice the last line counts, as it does in transformers. */
    static ObjectNode numbered(List<String> tokens, String owner) {
        if (tokens.isEmpty()) {
            throw new EncodingException("vocabulary of %s: is empty\nMaybe the file was cut off.".formatted(owner));
        }
        ObjectNode vocabulary = BoundedFiles.JSON.createObjectNode();
        Set<String> twice = new HashSet<>();
        for (int id = 0; id < tokens.size(); id++) {
            if (vocabulary.has(tokens.get(id))) {
                twice.add(tokens.get(id));
            }
            vocabulary.put(tokens.get(id), id);
        }
        if (!twice.isEmpty()) {
            LOG.warn(
                    "{} tokens stand more than once in {}; the last line of each counts: {}.",
                    twice.size(),
                    owner,
                    twice);
        }
        return vocabulary;
    }

    /** Pairs of tokens that are merged, the most urgent first. */
    static List<List<String>> merges(byte[] bytes, String owner) {
        List<List<String>> merges = new ArrayList<>();
        List<String> lines = lines(bytes, owner);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean note = (i == 0 && line.startsWith("#version")) || (line.isEmpty() && i == lines.size() - 1);
            if (note) {
                continue;
            }
            int space = line.indexOf(' ');
            if (space < 1 || space == line.length() - 1 || line.indexOf(' ', space + 1) >= 0) {
                throw new EncodingException(
                        "line %d (%s) of %s: is not two tokens and a space between\nMaybe it is another file."
                                .formatted(i + 1, line, owner));
            }
            merges.add(List.of(line.substring(0, space), line.substring(space + 1)));
        }
        return merges;
    }

    /** Checks a vocabulary with ids, and returns its tokens by id, null where there is none. */
    static List<String> byId(JsonNode vocabulary, String owner) {
        int size = vocabulary.size();
        if (!(vocabulary instanceof ObjectNode) || size == 0) {
            throw new EncodingException(
                    "vocabulary of %s: is no object with tokens\nMaybe it is another file.".formatted(owner));
        }
        List<String> tokens = new ArrayList<>(size);
        for (var entry : vocabulary.properties()) {
            // Ids may have holes, but an id far beyond the number of tokens would only cost memory here.
            long most = 2L * size + 100_000;
            if (!entry.getValue().isInt()
                    || entry.getValue().intValue() < 0
                    || entry.getValue().intValue() > most) {
                throw new EncodingException(
                        "id (%s) of token %s of %s: is no number from 0 to %d\nMaybe it is another file."
                                .formatted(entry.getValue(), entry.getKey(), owner, most));
            }
            put(tokens, entry.getValue().intValue(), entry.getKey(), owner);
        }
        return tokens;
    }

    static void put(List<String> tokens, int id, String token, String owner) {
        while (tokens.size() <= id) {
            tokens.add("");
        }
        if (!tokens.get(id).isEmpty() && !tokens.get(id).equals(token)) {
            throw new EncodingException(
                    "id (%d) of %s: belongs to two tokens, %s and %s\nMaybe the file was edited by hand."
                            .formatted(id, owner, tokens.get(id), token));
        }
        tokens.set(id, token);
    }
}
