package io.dcsdk.training.inference;

/**
 * Something that a text names. As JSON it has the names of the HuggingFace pipeline's fields, and the two UTF-16 offsets.
 */
public sealed interface Entity permits TokenEntity, EntityGroup {
    /**
     * What it is.
     *
     * @return the whole label of a token (B-PER), or the type of a group (PER)
     */
    String label();

    /**
     * How sure that is.
     *
     * @return from 0 to 1; of a group the mean over its tokens or words
     */
    double score();

    /**
     * Its text as the tokenizer has it, which may differ from the original in case, accents and blanks.
     *
     * @return a token as in the vocabulary, or joined tokens
     */
    String word();

    /**
     * Where it begins in the text.
     *
     * @return code points before it
     */
    int start();

    /**
     * Where it ends in the text.
     *
     * @return code points before its end
     */
    int end();

    /**
     * Where it begins for {@link String#substring(int, int)}.
     *
     * @return UTF-16 units before it
     */
    int startUtf16();

    /**
     * Where it ends for {@link String#substring(int, int)}.
     *
     * @return UTF-16 units before its end
     */
    int endUtf16();
}
