package io.dcsdk.training.encoding;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Cuts words and texts into the tokens of a vocabulary. Never truncates and never pads. Safe for use by several threads;
 * after {@link #close()} every encoding throws {@link IllegalStateException}.
 */
public interface SubwordTokenizer extends AutoCloseable {
    /**
     * Encodes sentences that are lists of words, each word by itself and without special tokens. For byte-level
     * vocabularies each word counts as one that follows a space, the first one too.
     *
     * @param sentences lists of words; may be empty, and so may a sentence or a word
     * @return the sub-words, a sentence each, in order
     */
    List<Subwords> encodeWords(List<? extends List<String>> sentences);

    /**
     * Encodes running texts, with the special tokens that open and close a row.
     *
     * @param texts any texts; lone surrogates are read as U+FFFD
     * @return the tokens, a text each, in order
     */
    List<TextEncoding> encodeTexts(List<String> texts);

    /**
     * The tokens that stand for no text.
     *
     * @return them by what they do
     */
    SpecialTokens specialTokens();

    /**
     * How many rows the word embedding must have at least.
     *
     * @return the highest token id plus one
     */
    int vocabularySize();

    /**
     * How a token is written in the vocabulary.
     *
     * @param id its number
     * @return its text, with continuation prefix or byte letters
     * @throws EncodingException if the vocabulary has no such id
     */
    String token(int id);

    /**
     * The prefix of tokens that continue a word.
     *
     * @return ## for WordPiece; empty for byte-level vocabularies, where tokens that start a word are marked instead
     */
    Optional<String> continuationPrefix();

    /**
     * Joins tokens to text again, as {@code convert_tokens_to_string} of transformers does. What is no token of the
     * vocabulary counts as text.
     *
     * @param tokens tokens in order
     * @return text
     */
    String join(List<String> tokens);

    /**
     * What to write as tokenizer.json so that transformers encodes as this tokenizer does.
     *
     * @return UTF-8 bytes, a fresh copy
     */
    byte[] tokenizerJson();

    /**
     * What to write as tokenizer_config.json beside it. Not optional: without {@code do_lower_case} in it, transformers
     * 5 turns every BERT tokenizer into a lower-casing one, whatever tokenizer.json says.
     *
     * @param maxLength tokens in the longest row that the model was made for, the special ones included
     * @return UTF-8 bytes, a fresh copy
     */
    byte[] tokenizerConfigJson(int maxLength);

    /**
     * The longest row that the tokenizer's model was made for, if its folder says so.
     *
     * @return tokens, the special ones included
     */
    OptionalInt maxLength();

    /**
     * The identity of the tokenizer, for provenance and caches.
     *
     * @return SHA-256 of {@link #tokenizerJson()} in hexadecimal
     */
    String digest();

    /** Frees what the tokenizer holds. Closing twice does nothing. */
    @Override
    void close();
}
