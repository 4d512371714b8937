package io.dcsdk.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Reads records from JSON and YAML, strictly, and writes them, deterministically.
 *
 * <p>A component that is an {@link Optional} may be absent; a list, set or map that is absent is empty; everything else
 * must be there. The same value always gives the same bytes: components in their order, map keys sorted, decimals
 * plain.
 */
public final class Documents {
    /** The most bytes that a document may have. */
    public static final int MAX_BYTES = 128 * 1024 * 1024;

    /** The most values, names and brackets that a document may have. */
    public static final int MAX_TOKENS = 2_000_000;

    /** The deepest nesting that a document may have. */
    public static final int MAX_DEPTH = 100;

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxDocumentLength(MAX_BYTES)
            .maxTokenCount(MAX_TOKENS)
            .maxNumberLength(1000)
            .maxStringLength(1 << 20)
            .maxNameLength(1000)
            .build();

    private static final JsonMapper JSON = strict(JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(CONSTRAINTS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final YAMLMapper YAML = strict(YAMLMapper.builder(YAMLFactory.builder()
                    .streamReadConstraints(CONSTRAINTS)
                    .loadSettings(LoadSettings.builder()
                            .setCodePointLimit(MAX_BYTES)
                            .setAllowDuplicateKeys(true)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    // Tags are refused when reading: the kind of a workload is a field, as in JSON.
                    .disable(YAMLWriteFeature.USE_NATIVE_TYPE_ID)
                    .build()))
            .build();

    private Documents() {}

    /**
     * Reads a file; its name tells the notation.
     *
     * @param <T> the record type
     * @param file a file named .json, .yaml or .yml
     * @param type what it holds
     * @return the record
     * @throws DocumentException if the file is absent, too large or says anything but a valid record
     */
    public static <T> T read(Path file, Class<T> type) {
        return read(text(file), file.toString(), DocumentFormat.ofFileName(file.toString()), type);
    }

    /**
     * Reads text.
     *
     * @param <T> the record type
     * @param text the document
     * @param source its name, for messages
     * @param format its notation
     * @param type what it holds
     * @return the record
     * @throws DocumentException if the text says anything but a valid record
     */
    public static <T> T read(String text, String source, DocumentFormat format, Class<T> type) {
        ObjectMapper mapper = mapper(format);
        Map<String, Integer> lines = Map.of();
        try {
            try (JsonParser parser = mapper.createParser(text)) {
                lines = DocumentScan.lines(parser, source);
            }
            @Nullable T value = mapper.readValue(text, type);
            if (value == null) {
                throw new DocumentException(source, 0, "", "the document is empty\nMaybe the wrong file was given.");
            }
            return value;
        } catch (JacksonException e) {
            throw DocumentFaults.explain(source, lines, e);
        }
    }

    /**
     * The whole text of a file.
     *
     * @param file the file
     * @return its text
     * @throws DocumentException if the file is absent, too large, unreadable or not UTF-8
     */
    public static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            String rule = Files.exists(file) ? "is not a file" : "there is no such file";
            throw new DocumentException(file.toString(), 0, "", rule + "\nMaybe check the path.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new DocumentException(
                        file.toString(), 0, "", "is larger than %d bytes\nMaybe split it.".formatted(MAX_BYTES));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DocumentException(file.toString(), 0, "", "is not UTF-8 text\nMaybe save it as UTF-8.");
        } catch (IOException e) {
            throw new DocumentException(
                    file.toString(),
                    0,
                    "",
                    "cannot be read (%s)\nMaybe check its permissions.".formatted(e.getMessage()));
        }
    }

    /**
     * The JSON of a record, indented, with a final line break.
     *
     * @param value the record
     * @return the text, the same for equal records
     */
    public static String toJson(Object value) {
        return JSON.writeValueAsString(value) + "\n";
    }

    /**
     * The JSON of a record on one line, without a line break.
     *
     * @param value the record
     * @return the text, the same for equal records
     */
    public static String toCompactJson(Object value) {
        return JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    }

    /**
     * The YAML of a record.
     *
     * @param value the record
     * @return the text, the same for equal records
     */
    public static String toYaml(Object value) {
        return YAML.writeValueAsString(value);
    }

    /**
     * Writes a record to a file, whole or not at all: a neighbouring temporary file is moved over the target.
     *
     * @param file a file named .json, .yaml or .yml
     * @param value the record
     * @throws DocumentException if the name tells no notation or the file cannot be written
     */
    public static void write(Path file, Object value) {
        String text = DocumentFormat.ofFileName(file.toString()) == DocumentFormat.JSON ? toJson(value) : toYaml(value);
        if (text.length() > MAX_BYTES) {
            throw new DocumentException(
                    file.toString(),
                    0,
                    "",
                    "would be larger than the %d bytes that are read back\nMaybe allow a larger gap, so that the proof is shorter."
                            .formatted(MAX_BYTES));
        }
        Path target = file.toAbsolutePath();
        Path temporary = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(temporary);
            throw new DocumentException(
                    file.toString(),
                    0,
                    "",
                    "cannot be written (%s: %s)\nMaybe check that the folder exists and has room."
                            .formatted(e.getClass().getSimpleName(), e.getMessage()));
        }
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectMapper mapper(DocumentFormat format) {
        return format == DocumentFormat.JSON ? JSON : YAML;
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B strict(B builder) {
        B strict = builder.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .annotationIntrospector(new EverythingIsRequired())
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT));
        for (Class<?> container : List.of(List.class, Set.class, Map.class)) {
            strict.withConfigOverride(
                    container, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return strict;
    }

    /** Marks each record component as required unless its type says that it may be absent. */
    private static final class EverythingIsRequired extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            Class<?> type = member.getRawType();
            return !(Optional.class.isAssignableFrom(type)
                    || Collection.class.isAssignableFrom(type)
                    || Map.class.isAssignableFrom(type));
        }
    }
}
