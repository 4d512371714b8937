package io.dcsdk.training.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words with a tag each.
 *
 * @param words the words, 1 to {@value #MAX_WORDS}, each of 1 to {@value #MAX_WORD_CHARACTERS} characters of well-formed
 *     UTF-16
 * @param tags one for each word: {@code O}, or a prefix of {@code B I M E S} alone or with {@code -} and a type
 * @param document the document that the sentence belongs to, from 0; sentences of one document have the same number
 */
public record Sentence(List<String> words, List<String> tags, int document) {
    /** The most words that a sentence may have. */
    public static final int MAX_WORDS = 10_000;

    /** The most characters that a word may have. */
    public static final int MAX_WORD_CHARACTERS = 10_000;

    /**
     * Checks words and tags.
     *
     * @throws CorpusException if there are no words or too many, not as many tags as words, a word that is empty, too long
     *     or no Unicode text, a tag that is none, or a negative document number
     */
    public Sentence {
        words = List.copyOf(words);
        tags = List.copyOf(tags);
        if (words.isEmpty() || words.size() > MAX_WORDS) {
            throw new CorpusException(
                    "words", words.size(), "a sentence", "1 to " + MAX_WORDS + " are allowed", "split it");
        }
        if (tags.size() != words.size()) {
            throw new CorpusException(
                    "tags", tags.size(), "a sentence", words.size() + " words need as many", "give each word a tag");
        }
        if (document < 0) {
            throw new CorpusException("document", document, "a sentence", "it is negative", "count documents from 0");
        }
        for (String word : words) {
            String fault = faultOfWord(word);
            if (fault != null) {
                throw new CorpusException("word", word, "a sentence", fault, "drop it together with its tag");
            }
        }
        tags.forEach(Tag::parse);
    }

    /**
     * A sentence of the first document.
     *
     * @param words the words, at least one
     * @param tags one for each word
     * @throws CorpusException as the canonical constructor does
     */
    public Sentence(List<String> words, List<String> tags) {
        this(words, tags, 0);
    }

    /** What is wrong with a word, or null. */
    static @Nullable String faultOfWord(String word) {
        if (word.isEmpty()) {
            return "it has no characters";
        }
        if (word.length() > MAX_WORD_CHARACTERS) {
            return "it has %d characters, more than %d".formatted(word.length(), MAX_WORD_CHARACTERS);
        }
        for (int i = 0; i < word.length(); i++) {
            if (Character.isHighSurrogate(word.charAt(i))
                    && i + 1 < word.length()
                    && Character.isLowSurrogate(word.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(word.charAt(i))) {
                return "it has half a surrogate pair at character " + i;
            }
        }
        return null;
    }

    /** Words and tags, like {@code Ada/B-PER smiles/O}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            text.append(i == 0 ? "" : " ").append(words.get(i)).append('/').append(tags.get(i));
        }
        return text.toString();
    }
}
