package io.dcsdk.training.encoding;

/**
 * How sentences that are too long for a row are cut.
 *
 * @param maxLength tokens in a row, the two special ones included, at least 3
 * @param overlap sub-words that two neighbouring windows share at most, from 0 to below {@code maxLength - 2}; fewer where
 *     a word would be cut
 */
public record WindowPolicy(int maxLength, int overlap) {
    /** Special tokens around a row. */
    static final int SPECIALS = 2;

    /**
     * Checks the ranges.
     *
     * @throws EncodingException if a figure is out of its range
     */
    public WindowPolicy {
        if (maxLength <= SPECIALS) {
            throw new EncodingException("maximum length (%d) of a row: two special tokens leave no room\nMaybe use 128."
                    .formatted(maxLength));
        }
        if (overlap < 0 || overlap >= maxLength - SPECIALS) {
            throw new EncodingException(
                    "overlap (%d) of windows: is not from 0 to below the %d sub-words of a row\nMaybe "
                                    .formatted(overlap, maxLength - SPECIALS)
                            + "use a quarter of them.");
        }
    }

    /**
     * Rows of at most so many tokens, with a quarter of a window as overlap.
     *
     * @param maxLength tokens in a row, the two special ones included, at least 3
     * @return a policy
     * @throws EncodingException if there is no room for a sub-word
     */
    public static WindowPolicy ofMaxLength(int maxLength) {
        return new WindowPolicy(maxLength, Math.max(0, maxLength - SPECIALS) / 4);
    }

    /**
     * The same row length with another overlap.
     *
     * @param newOverlap sub-words that neighbours share at most
     * @return a changed policy
     * @throws EncodingException if it is out of its range
     */
    public WindowPolicy withOverlap(int newOverlap) {
        return new WindowPolicy(maxLength, newOverlap);
    }

    /**
     * How many sub-words a row holds beside its special tokens.
     *
     * @return at least 1
     */
    public int capacity() {
        return maxLength - SPECIALS;
    }
}
