package io.dcsdk.training.encoding;

import java.util.Arrays;

/**
 * The sub-words of one sentence that came as a list of words, without special tokens. A word that the tokenizer turns into
 * nothing has no sub-word and keeps its number.
 */
public final class Subwords {
    private final int[] ids;
    private final int[] wordIndex;

    private Subwords(int[] ids, int[] wordIndex) {
        this.ids = ids;
        this.wordIndex = wordIndex;
    }

    /**
     * Sub-words over arrays that are not copied.
     *
     * @param ids the token ids, from 0
     * @param wordIndex for each sub-word the number of its word in the sentence, from 0, never falling
     * @return the sub-words
     * @throws EncodingException if the two differ in length or the word numbers fall
     */
    public static Subwords of(int[] ids, int[] wordIndex) {
        if (ids.length != wordIndex.length) {
            throw new EncodingException(
                    "word numbers (%d) of a sentence: there are %d sub-words\nMaybe give one for each."
                            .formatted(wordIndex.length, ids.length));
        }
        int before = 0;
        for (int word : wordIndex) {
            if (word < before) {
                throw new EncodingException("word number (%d) of a sentence: comes after %d\nMaybe sort the sub-words."
                        .formatted(word, before));
            }
            before = word;
        }
        return new Subwords(ids, wordIndex);
    }

    /**
     * How many there are.
     *
     * @return from 0
     */
    public int size() {
        return ids.length;
    }

    /**
     * The token ids. The array is the one inside: read it only.
     *
     * @return one a sub-word
     */
    public int[] ids() {
        return ids;
    }

    /**
     * The numbers of the words they belong to. The array is the one inside: read it only.
     *
     * @return one a sub-word, from 0, never falling
     */
    public int[] wordIndex() {
        return wordIndex;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Subwords that
                && Arrays.equals(ids, that.ids)
                && Arrays.equals(wordIndex, that.wordIndex);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ids) + Arrays.hashCode(wordIndex);
    }

    @Override
    public String toString() {
        return "Subwords" + Arrays.toString(ids) + " of words " + Arrays.toString(wordIndex);
    }
}
