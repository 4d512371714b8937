package io.dcsdk.training.corpus;

/**
 * An entity in a sentence: a run of words with a type.
 *
 * @param type what kind of thing it names, such as {@code PER}; {@code _} where tags have no type
 * @param start its first word, from 0
 * @param end the word after its last one, above {@code start}
 */
public record EntitySpan(String type, int start, int end) {
    /**
     * Checks the bounds.
     *
     * @throws CorpusException if the type is empty, {@code start} is negative or {@code end} is not above {@code start}
     */
    public EntitySpan {
        if (type.isEmpty()) {
            throw new CorpusException("type", "empty", "an entity", "it has no characters", "name a type such as PER");
        }
        if (start < 0 || end <= start) {
            throw new CorpusException(
                    "words",
                    start + " to " + end,
                    "an entity of type " + type,
                    "they are no words from start, at least 0, to an end above it",
                    "the end was meant to be exclusive");
        }
    }
}
