package io.dcsdk.training.encoding;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the tokenizer of a HuggingFace folder: tokenizer.json, else vocab.txt, else vocab.json with merges.txt; each with
 * what tokenizer_config.json and special_tokens_map.json say, where they are there.
 */
public final class TokenizerFolder {
    /** XLM-R's is 17 MB; nothing of the kind is near this. */
    private static final int JSON_LIMIT = 128 << 20;

    private static final int VOCABULARY_LIMIT = 32 << 20;
    private static final int CONFIG_LIMIT = 4 << 20;

    static final String MAX_LENGTH = "model_max_length";

    private TokenizerFolder() {}

    /**
     * Reads the tokenizer of a folder.
     *
     * @param folder a HuggingFace model folder
     * @return its description
     * @throws EncodingException if the folder has none, or a file is unreadable, too large or malformed
     */
    public static TokenizerJson read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new EncodingException(
                    "folder (%s) of a tokenizer: is not there\nMaybe check the path.".formatted(folder));
        }
        TokenizerSettings settings = settings(folder);
        Path json = folder.resolve("tokenizer.json");
        Path wordPiece = folder.resolve("vocab.txt");
        Path vocabulary = folder.resolve("vocab.json");
        Path merges = folder.resolve("merges.txt");
        if (Files.exists(json)) {
            return TokenizerJson.parse(BoundedFiles.read(json, JSON_LIMIT), settings, json.toString());
        }
        if (Files.exists(wordPiece)) {
            return vocabulary(wordPiece, settings);
        }
        if (Files.exists(vocabulary) && Files.exists(merges)) {
            return TokenizerJson.bytePair(
                    BoundedFiles.read(vocabulary, VOCABULARY_LIMIT),
                    BoundedFiles.read(merges, VOCABULARY_LIMIT),
                    settings,
                    folder.toString());
        }
        throw new EncodingException(
                "folder (%s) of a tokenizer: has neither tokenizer.json nor vocab.txt nor vocab.json with merges.txt\nMaybe download it again with its tokenizer files."
                        .formatted(folder));
    }

    /**
     * Reads a vocab.txt: the WordPiece vocabulary of BERT, a token a line.
     *
     * @param file the vocabulary
     * @param settings what differs from the defaults
     * @return the description of its tokenizer
     * @throws EncodingException if the file is unreadable, too large or malformed
     */
    public static TokenizerJson vocabulary(Path file, TokenizerSettings settings) {
        String owner = file.toString();
        return TokenizerJson.wordPiece(
                VocabularyFiles.lines(BoundedFiles.read(file, VOCABULARY_LIMIT), owner), settings, owner);
    }

    private static TokenizerSettings settings(Path folder) {
        Path file = folder.resolve("tokenizer_config.json");
        Path map = folder.resolve("special_tokens_map.json");
        ObjectNode config = object(file);
        ObjectNode tokens = object(map);
        return new TokenizerSettings(
                text(config, "tokenizer_class", file),
                flag(config, "do_lower_case", file),
                flag(config, "strip_accents", file),
                flag(config, "tokenize_chinese_chars", file),
                flag(config, "add_prefix_space", file),
                token(config, file, tokens, map, "pad_token"),
                token(config, file, tokens, map, "unk_token"),
                token(config, file, tokens, map, "cls_token"),
                token(config, file, tokens, map, "sep_token"),
                token(config, file, tokens, map, "mask_token"),
                length(config, file));
    }

    private static ObjectNode object(Path file) {
        return Files.exists(file)
                ? BoundedFiles.object(BoundedFiles.read(file, CONFIG_LIMIT), file.toString())
                : BoundedFiles.JSON.createObjectNode();
    }

    private static @Nullable Boolean flag(ObjectNode config, String field, Path file) {
        JsonNode value = config.path(field);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        throw unusable(field, value, file, "neither true nor false");
    }

    /** A row length; transformers writes 1e30 where it knows none. */
    private static @Nullable Integer length(ObjectNode config, Path file) {
        JsonNode value = config.path(MAX_LENGTH);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber() || value.doubleValue() <= WindowPolicy.SPECIALS) {
            throw unusable(MAX_LENGTH, value, file, "no number above %d".formatted(WindowPolicy.SPECIALS));
        }
        return value.canConvertToInt() ? value.intValue() : null;
    }

    private static @Nullable String token(ObjectNode config, Path file, ObjectNode tokens, Path map, String field) {
        String token = text(config, field, file);
        return token == null ? text(tokens, field, map) : token;
    }

    /** A text, or an added token with its content. */
    private static @Nullable String text(ObjectNode config, String field, Path file) {
        JsonNode value = config.path(field).isObject() ? config.path(field).path("content") : config.path(field);
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        throw unusable(field, value, file, "no text");
    }

    private static EncodingException unusable(String field, JsonNode value, Path file, String rule) {
        return new EncodingException(
                "%s (%s) of %s: is %s\nMaybe the file was edited by hand.".formatted(field, value, file, rule));
    }
}
