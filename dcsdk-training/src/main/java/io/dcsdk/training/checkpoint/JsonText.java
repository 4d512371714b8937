package io.dcsdk.training.checkpoint;

import io.dcsdk.training.files.SmallFile;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON files of a checkpoint folder as trees: no limit-less reading, no doubled names, numbers kept exactly. */
final class JsonText {
    private static final int MAX_DEPTH = 50;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(1000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Separators SEPARATORS =
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);

    private JsonText() {}

    /** The JSON object that a file holds; its size is limited. */
    static ObjectNode read(Path file, int maxBytes) {
        String text = SmallFile.readText(file, maxBytes);
        try {
            @Nullable JsonNode node = MAPPER.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new CheckpointException(
                    "content",
                    file,
                    "it is no JSON object\nMaybe another file was meant, or it was not written to its end.");
        } catch (JacksonException e) {
            @Nullable TokenStreamLocation location = e.getLocation();
            String place = location == null ? "content" : "line (%d)".formatted(location.getLineNr());
            String reason = Objects.requireNonNullElse(e.getOriginalMessage(), e.toString());
            throw new CheckpointException(
                    place,
                    file,
                    "it is not valid JSON (%s)\nMaybe the file is damaged: fetch or write it again."
                            .formatted(reason.lines().findFirst().orElse(reason)),
                    e);
        }
    }

    static ObjectNode empty() {
        return MAPPER.createObjectNode();
    }

    /** Indented by two, with a final line break, as {@code transformers} writes it. */
    static String print(ObjectNode node) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(SEPARATORS).withArrayIndenter(indenter).withObjectIndenter(indenter);
        return MAPPER.writer().with(printer).writeValueAsString(node) + "\n";
    }
}
