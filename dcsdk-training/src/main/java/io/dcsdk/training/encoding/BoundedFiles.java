package io.dcsdk.training.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the files of a tokenizer: no more than their kind may have, in UTF-8 that is whole, JSON without duplicate keys. */
final class BoundedFiles {
    private static final int DEPTH = 64;

    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    // A vocabulary has tens of thousands of names, each once: nothing to gain from remembering them.
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BoundedFiles() {}

    static byte[] read(Path file, int limit) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new EncodingException("size of file %s: more than the %d MiB that its kind may have\nMaybe it is "
                                .formatted(file, limit >> 20)
                        + "another file.");
            }
            return bytes;
        } catch (IOException e) {
            throw new EncodingException(
                    "file (%s) of a tokenizer: cannot be read (%s)\nMaybe check its path and rights."
                            .formatted(file, e),
                    e);
        }
    }

    static String text(byte[] bytes, String owner) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new EncodingException(
                    "line %d of %s: is not UTF-8\nMaybe convert the file to UTF-8.".formatted(line, owner), e);
        }
    }

    static ObjectNode object(byte[] bytes, String owner) {
        JsonNode node;
        try {
            node = JSON.readTree(text(bytes, owner));
        } catch (JacksonException e) {
            throw new EncodingException(
                    "content of %s: is no valid JSON (%s)\nMaybe the file was cut off while it was copied."
                            .formatted(owner, e.getOriginalMessage() + at(e)),
                    e);
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new EncodingException("content of %s: is no JSON object\nMaybe it is another file.".formatted(owner));
    }

    private static String at(JacksonException e) {
        return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    }
}
