package io.dcsdk.training.encoding;

/**
 * A token that stands for no text.
 *
 * @param text how it is written in the vocabulary
 * @param id its number there, from 0
 */
public record SpecialToken(String text, int id) {
    /**
     * Checks the number.
     *
     * @throws EncodingException if the id is negative
     */
    public SpecialToken {
        if (id < 0) {
            throw new EncodingException(
                    "id (%d) of token %s: is negative\nMaybe look it up in the vocabulary.".formatted(id, text));
        }
    }
}
