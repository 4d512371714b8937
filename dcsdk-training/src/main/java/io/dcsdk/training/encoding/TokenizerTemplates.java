package io.dcsdk.training.encoding;

import static io.dcsdk.training.encoding.TokenizerSettings.or;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tokenizer.json that transformers writes for a vocabulary of BERT and for one of RoBERTa. */
final class TokenizerTemplates {
    private TokenizerTemplates() {}

    static ObjectNode wordPiece(List<String> tokens, TokenizerSettings settings, String owner) {
        ObjectNode vocabulary = VocabularyFiles.numbered(tokens, owner);
        String unknown = or(settings.unknown(), "[UNK]");
        String first = or(settings.first(), "[CLS]");
        String last = or(settings.last(), "[SEP]");
        String padding = or(settings.padding(), "[PAD]");
        String mask = or(settings.mask(), "[MASK]");
        Set<String> special = new LinkedHashSet<>(List.of(unknown, last, padding, first));
        if (vocabulary.has(mask)) {
            special.add(mask);
        }
        ObjectNode root = root(vocabulary, special, owner);
        ObjectNode normalizer = root.putObject("normalizer");
        normalizer.put("type", "BertNormalizer").put("clean_text", true);
        normalizer.put("handle_chinese_chars", or(settings.chineseCharacters(), true));
        if (settings.stripAccents() == null) {
            normalizer.putNull("strip_accents");
        } else {
            normalizer.put("strip_accents", settings.stripAccents());
        }
        normalizer.put("lowercase", or(settings.lowerCase(), isUncased(tokens, special)));
        root.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
        ObjectNode post = root.putObject("post_processor").put("type", "TemplateProcessing");
        ArrayNode single = post.putArray("single");
        specialStep(single, first, 0);
        sequenceStep(single, "A", 0);
        specialStep(single, last, 0);
        ArrayNode pair = post.putArray("pair");
        pair.addAll(single.deepCopy());
        sequenceStep(pair, "B", 1);
        specialStep(pair, last, 1);
        ObjectNode template = post.putObject("special_tokens");
        for (String token : new LinkedHashSet<>(List.of(first, last))) {
            ObjectNode entry = template.putObject(token).put("id", token);
            entry.putArray("ids").add(vocabulary.path(token).intValue());
            entry.putArray("tokens").add(token);
        }
        root.putObject("decoder").put("type", "WordPiece").put("prefix", "##").put("cleanup", true);
        ObjectNode model = root.putObject("model").put("type", "WordPiece").put("unk_token", unknown);
        model.put("continuing_subword_prefix", "##").put("max_input_chars_per_word", 100);
        model.set("vocab", vocabulary);
        return root;
    }

    static ObjectNode bytePair(
            ObjectNode vocabulary, List<List<String>> merges, TokenizerSettings settings, String owner) {
        VocabularyFiles.byId(vocabulary, owner);
        String first = or(settings.first(), "<s>");
        String last = or(settings.last(), "</s>");
        Set<String> special = new LinkedHashSet<>(
                List.of(first, or(settings.padding(), "<pad>"), last, or(settings.unknown(), "<unk>")));
        String mask = or(settings.mask(), "<mask>");
        if (vocabulary.has(mask)) {
            special.add(mask);
        }
        boolean prefixSpace = or(settings.prefixSpace(), false);
        ObjectNode root = root(vocabulary, special, owner);
        root.putNull("normalizer");
        byteLevel(root.putObject("pre_tokenizer"), prefixSpace);
        ObjectNode post = root.putObject("post_processor").put("type", "RobertaProcessing");
        post.putArray("sep").add(last).add(vocabulary.path(last).intValue());
        post.putArray("cls").add(first).add(vocabulary.path(first).intValue());
        post.put("trim_offsets", true).put("add_prefix_space", prefixSpace);
        byteLevel(root.putObject("decoder"), true);
        ObjectNode model = root.putObject("model").put("type", "BPE");
        model.putNull("dropout").putNull("unk_token");
        model.put("continuing_subword_prefix", "").put("end_of_word_suffix", "");
        model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", false);
        model.set("vocab", vocabulary);
        ArrayNode pairs = model.putArray("merges");
        for (List<String> merge : merges) {
            pairs.addArray().add(merge.get(0)).add(merge.get(1));
        }
        return root;
    }

    private static void byteLevel(ObjectNode node, boolean prefixSpace) {
        node.put("type", "ByteLevel").put("add_prefix_space", prefixSpace);
        node.put("trim_offsets", true).put("use_regex", true);
    }

    private static ObjectNode root(ObjectNode vocabulary, Set<String> special, String owner) {
        ObjectNode root = BoundedFiles.JSON.createObjectNode();
        root.put("version", "1.0").putNull("truncation").putNull("padding");
        TreeMap<Integer, String> byId = new TreeMap<>();
        for (String token : special) {
            JsonNode id = vocabulary.path(token);
            if (!id.isInt()) {
                throw new EncodingException(
                        "special token (%s) of %s: is not in the vocabulary\nMaybe tokenizer_config.json is missing, or names other tokens."
                                .formatted(token, owner));
            }
            byId.put(id.intValue(), token);
        }
        ArrayNode added = root.putArray("added_tokens");
        byId.forEach((id, token) -> {
            ObjectNode entry = added.addObject().put("id", id).put("content", token);
            entry.put("single_word", false).put("lstrip", false).put("rstrip", false);
            entry.put("normalized", false).put("special", true);
        });
        return root;
    }

    private static void specialStep(ArrayNode steps, String token, int type) {
        steps.addObject().putObject("SpecialToken").put("id", token).put("type_id", type);
    }

    private static void sequenceStep(ArrayNode steps, String sequence, int type) {
        steps.addObject().putObject("Sequence").put("id", sequence).put("type_id", type);
    }

    /** A vocabulary that lower-cases leaves tokens with upper-case letters unreachable, so an uncased one has none. */
    private static boolean isUncased(List<String> tokens, Set<String> special) {
        return tokens.stream()
                .filter(token -> !special.contains(token) && !(token.startsWith("[") && token.endsWith("]")))
                .filter(token -> !(token.startsWith("<") && token.endsWith(">")))
                .noneMatch(token -> token.chars().anyMatch(Character::isUpperCase));
    }
}
