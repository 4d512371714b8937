package io.dcsdk.training.encoding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tokenizer's description, checked: WordPiece, or BPE over bytes. It never truncates, never pads and never drops merges at
 * random. Immutable.
 */
public final class TokenizerJson {
    private static final Logger LOG = LoggerFactory.getLogger(TokenizerJson.class);

    private final ObjectNode root;
    private final byte[] bytes;
    private final TokenizerSettings settings;
    private final String owner;
    private final List<String> tokens;
    private final Map<String, Integer> ids = new HashMap<>();

    private TokenizerJson(ObjectNode root, byte @Nullable [] original, TokenizerSettings settings, String owner) {
        this.root = root;
        this.settings = settings;
        this.owner = owner;
        this.bytes = original == null ? BoundedFiles.JSON.writeValueAsBytes(root) : original;
        this.tokens = VocabularyFiles.byId(root.path("model").path("vocab"), owner);
        for (JsonNode added : root.path("added_tokens")) {
            if (!added.path("id").isInt() || !added.path("content").isString()) {
                throw new EncodingException("added token (%s) of %s: has no id or no content\nMaybe it is another file."
                        .formatted(added, owner));
            }
            VocabularyFiles.put(
                    tokens, added.path("id").intValue(), added.path("content").stringValue(), owner);
        }
        for (int id = 0; id < tokens.size(); id++) {
            ids.put(tokens.get(id), id);
        }
    }

    /**
     * Reads a tokenizer.json.
     *
     * @param content its bytes
     * @param settings what stands in the tokenizer_config.json beside it; where the two disagree on the normaliser or the
     *     prefix space, the settings count, as in transformers, and a warning is logged
     * @param owner how messages name the file
     * @return the description, without truncation and padding
     * @throws EncodingException if it is no JSON, or of a kind that is not supported
     */
    public static TokenizerJson parse(byte[] content, TokenizerSettings settings, String owner) {
        ObjectNode root = BoundedFiles.object(content, owner);
        TokenizerTree tree = new TokenizerTree(root, owner);
        tree.check();
        boolean changed = tree.disableTruncationAndPadding();
        List<String> overruled = tree.apply(settings);
        if (!overruled.isEmpty()) {
            LOG.warn("{} says otherwise than the tokenizer_config.json beside it, which counts: {}.", owner, overruled);
        }
        return new TokenizerJson(root, changed || !overruled.isEmpty() ? null : content.clone(), settings, owner);
    }

    /**
     * The WordPiece tokenizer of BERT, as {@code BertTokenizerFast} of transformers builds it from a vocabulary.
     *
     * @param vocabulary the tokens by id; the special ones are among them
     * @param settings what differs from the defaults. Without a word on lower case, the vocabulary decides: one in which a
     *     token has an upper-case letter (special tokens aside) keeps the case
     * @param owner how messages name it
     * @return the description
     * @throws EncodingException if a special token is missing
     */
    public static TokenizerJson wordPiece(List<String> vocabulary, TokenizerSettings settings, String owner) {
        ObjectNode root = TokenizerTemplates.wordPiece(vocabulary, settings, owner);
        return new TokenizerJson(root, null, settings, owner);
    }

    /**
     * The byte-level BPE tokenizer of RoBERTa, as {@code RobertaTokenizerFast} of transformers builds it.
     *
     * @param vocabulary content of vocab.json
     * @param merges content of merges.txt
     * @param settings what differs from the defaults
     * @param owner how messages name it
     * @return the description
     * @throws EncodingException if a file is malformed or a special token is missing
     */
    public static TokenizerJson bytePair(byte[] vocabulary, byte[] merges, TokenizerSettings settings, String owner) {
        ObjectNode tokens = BoundedFiles.object(vocabulary, "vocab.json of " + owner);
        List<List<String>> pairs = VocabularyFiles.merges(merges, "merges.txt of " + owner);
        return new TokenizerJson(TokenizerTemplates.bytePair(tokens, pairs, settings, owner), null, settings, owner);
    }

    /**
     * The tokenizer that encodes texts as it encodes lists of words: for byte-level vocabularies, with a space before the
     * first word. A model that is trained on lists of words is saved with this one.
     *
     * @return this one if nothing changes
     */
    public TokenizerJson forWordLists() {
        if (continuationPrefix().isPresent()) {
            return this;
        }
        ObjectNode copy = root.deepCopy();
        boolean changed = new TokenizerTree(copy, owner).prefixSpace(true);
        return changed ? new TokenizerJson(copy, null, settings, owner) : this;
    }

    /**
     * What tokenizer.json says.
     *
     * @return UTF-8, a fresh copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * What tokenizer.json says.
     *
     * @return JSON
     */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * What belongs into the tokenizer_config.json beside it.
     *
     * @param special the special tokens
     * @param maxLength tokens in the longest row that the model was made for, the special ones included
     * @return UTF-8
     */
    public byte[] configBytes(SpecialTokens special, int maxLength) {
        return BoundedFiles.JSON
                .writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new TokenizerTree(root, owner).config(settings, special, maxLength));
    }

    /**
     * The longest row that the model was made for, if the folder says so.
     *
     * @return tokens, the special ones included
     */
    public OptionalInt maxLength() {
        return settings.maxLength() == null ? OptionalInt.empty() : OptionalInt.of(settings.maxLength());
    }

    /**
     * The identity of the description.
     *
     * @return SHA-256 of {@link #bytes()} in hexadecimal
     */
    public String digest() {
        return HexFormat.of().formatHex(EncodingKey.sha256().digest(bytes));
    }

    /**
     * How messages name it.
     *
     * @return a file or what else it came from
     */
    public String owner() {
        return owner;
    }

    /**
     * How many rows the word embedding must have at least.
     *
     * @return the highest token id plus one
     */
    public int vocabularySize() {
        return tokens.size();
    }

    /**
     * How a token is written.
     *
     * @param id its number
     * @return its text; empty for a hole in the vocabulary
     * @throws EncodingException if the id is out of range
     */
    public String token(int id) {
        if (id < 0 || id >= tokens.size()) {
            throw new EncodingException(
                    "token id (%d) of %s: is not from 0 to %d\nMaybe it comes from another vocabulary."
                            .formatted(id, owner, tokens.size() - 1));
        }
        return tokens.get(id);
    }

    /**
     * The prefix of tokens that continue a word.
     *
     * @return ## for WordPiece, empty for BPE
     */
    public Optional<String> continuationPrefix() {
        return new TokenizerTree(root, owner).continuationPrefix();
    }

    TokenJoiner joiner() {
        return new TokenizerTree(root, owner).joiner();
    }

    /**
     * Joins tokens to text as the description's decoder says.
     *
     * @param parts tokens, or pieces of text
     * @return text
     */
    public String join(List<String> parts) {
        return joiner().join(parts);
    }

    /**
     * The special tokens.
     *
     * @param first id of the token that opens a row
     * @param last id of the token that closes a row
     * @return those two, and the ones for padding and for the unknown
     * @throws EncodingException if one is not in the vocabulary
     */
    public SpecialTokens specialTokens(int first, int last) {
        String padding = named(
                "padding token",
                settings.padding(),
                root.path("padding").path("pad_token").asStringOpt().orElse(null),
                "[PAD]",
                "<pad>");
        String unknown = named(
                "unknown token",
                settings.unknown(),
                root.path("model").path("unk_token").asStringOpt().orElse(null),
                "[UNK]",
                "<unk>");
        return new SpecialTokens(
                new SpecialToken(token(first), first),
                new SpecialToken(token(last), last),
                new SpecialToken(padding, id(padding)),
                new SpecialToken(unknown, id(unknown)));
    }

    private String named(String role, @Nullable String... candidates) {
        List<String> wanted = new ArrayList<>();
        Stream.of(candidates).filter(name -> name != null).forEach(wanted::add);
        for (String name : wanted) {
            if (ids.containsKey(name)) {
                return name;
            }
        }
        throw new EncodingException("%s of %s: none of %s is in the vocabulary\nMaybe name it in tokenizer_config.json."
                .formatted(role, owner, wanted));
    }

    private int id(String token) {
        Integer id = ids.get(token);
        if (id == null) {
            throw new IllegalStateException(token);
        }
        return id;
    }
}
