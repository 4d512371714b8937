package io.dcsdk.training.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tree of a tokenizer.json: what is looked up in it, and the few things that are changed. */
final class TokenizerTree {
    private static final String PREFIX_SPACE = "add_prefix_space";

    private final ObjectNode root;
    private final String owner;

    TokenizerTree(ObjectNode root, String owner) {
        this.root = root;
        this.owner = owner;
    }

    void check() {
        JsonNode model = root.path("model");
        String type = model.path("type").asString("missing");
        boolean bytes = !byteLevels().isEmpty();
        if (!type.equals("WordPiece") && !(type.equals("BPE") && bytes)) {
            throw new EncodingException(
                    "model (%s) of %s: is neither WordPiece nor byte-level BPE\nMaybe choose a BERT, RoBERTa or DistilBERT model."
                            .formatted(type.equals("BPE") ? "BPE without ByteLevel" : type, owner));
        }
        if (model.path("dropout").isNumber() && model.path("dropout").doubleValue() != 0) {
            throw new EncodingException(
                    "dropout (%s) of %s: sub-words would differ from call to call\nMaybe set it to null."
                            .formatted(model.path("dropout"), owner));
        }
        joiner();
    }

    boolean disableTruncationAndPadding() {
        boolean changed =
                !root.path("truncation").isNull() || !root.path("padding").isNull();
        root.putNull("truncation");
        root.putNull("padding");
        return changed;
    }

    /** Overrules what explicit settings say otherwise; returns what was changed. */
    List<String> apply(TokenizerSettings settings) {
        List<String> changed = new ArrayList<>();
        if (root.path("normalizer") instanceof ObjectNode normalizer
                && normalizer.path("type").asString("").equals("BertNormalizer")) {
            overrule(normalizer, "lowercase", settings.lowerCase(), changed);
            overrule(normalizer, "strip_accents", settings.stripAccents(), changed);
            overrule(normalizer, "handle_chinese_chars", settings.chineseCharacters(), changed);
        }
        Boolean space = settings.prefixSpace();
        if (space != null && prefixSpace(space)) {
            changed.add(PREFIX_SPACE + " " + space);
        }
        return changed;
    }

    private static void overrule(ObjectNode node, String field, @Nullable Boolean value, List<String> changed) {
        if (value != null && !(node.path(field).isBoolean() && node.path(field).booleanValue() == value)) {
            node.put(field, value);
            changed.add(field + " " + value);
        }
    }

    /** Whether byte-level tokens start as if a space stood before the text; says whether that changed anything. */
    boolean prefixSpace(boolean wanted) {
        boolean changed = false;
        for (ObjectNode level : byteLevels()) {
            changed |= level.path(PREFIX_SPACE).asBoolean(true) != wanted;
            level.put(PREFIX_SPACE, wanted);
        }
        if (changed) {
            for (ObjectNode part : parts("post_processor", "processors")) {
                if (part.has(PREFIX_SPACE)) {
                    part.put(PREFIX_SPACE, wanted);
                }
            }
        }
        return changed;
    }

    private List<ObjectNode> byteLevels() {
        return parts("pre_tokenizer", "pretokenizers").stream()
                .filter(part -> part.path("type").asString("").equals("ByteLevel"))
                .toList();
    }

    /** The steps of a stage: itself, or what it lists if it is a sequence. */
    private List<ObjectNode> parts(String stage, String list) {
        List<ObjectNode> parts = new ArrayList<>();
        JsonNode node = root.path(stage);
        if (node instanceof ObjectNode single) {
            parts.add(single);
            for (JsonNode part : node.path(list)) {
                if (part instanceof ObjectNode step) {
                    parts.add(step);
                }
            }
        }
        return parts;
    }

    Optional<String> continuationPrefix() {
        JsonNode model = root.path("model");
        return model.path("type").asString("").equals("WordPiece")
                ? Optional.of(model.path("continuing_subword_prefix").asString("##"))
                : Optional.empty();
    }

    TokenJoiner joiner() {
        JsonNode decoder = root.path("decoder");
        String type = decoder.path("type").asString("");
        return switch (type) {
            case "" -> new TokenJoiner.Spaces();
            case "WordPiece" ->
                new TokenJoiner.WordPiece(
                        decoder.path("prefix").asString("##"),
                        decoder.path("cleanup").asBoolean(true));
            case "ByteLevel" -> new TokenJoiner.ByteLevel();
            default ->
                throw new EncodingException(
                        "decoder (%s) of %s: is neither WordPiece nor ByteLevel\nMaybe choose a BERT, RoBERTa or DistilBERT model."
                                .formatted(type, owner));
        };
    }

    /** The tokenizer_config.json that makes transformers encode as this tree says. */
    ObjectNode config(TokenizerSettings settings, SpecialTokens special, int maxLength) {
        ObjectNode config = BoundedFiles.JSON.createObjectNode();
        boolean wordPiece = continuationPrefix().isPresent();
        config.put(
                "tokenizer_class",
                TokenizerSettings.or(settings.tokenizerClass(), wordPiece ? "BertTokenizer" : "RobertaTokenizer"));
        config.put(TokenizerFolder.MAX_LENGTH, maxLength);
        config.put("cls_token", special.first().text());
        config.put("sep_token", special.last().text());
        config.put("pad_token", special.padding().text());
        config.put("unk_token", special.unknown().text());
        for (JsonNode added : root.path("added_tokens")) {
            String content = added.path("content").asString("");
            if (content.equals(TokenizerSettings.or(settings.mask(), wordPiece ? "[MASK]" : "<mask>"))) {
                config.put("mask_token", content);
            }
        }
        JsonNode normalizer = root.path("normalizer");
        if (normalizer.path("type").asString("").equals("BertNormalizer")) {
            config.put("do_lower_case", normalizer.path("lowercase").asBoolean(true));
            config.put(
                    "tokenize_chinese_chars",
                    normalizer.path("handle_chinese_chars").asBoolean(true));
            config.set("strip_accents", normalizer.path("strip_accents"));
        }
        if (!wordPiece) {
            config.put("bos_token", special.first().text());
            config.put("eos_token", special.last().text());
            config.put(PREFIX_SPACE, byteLevels().get(0).path(PREFIX_SPACE).asBoolean(true));
        }
        return config;
    }
}
