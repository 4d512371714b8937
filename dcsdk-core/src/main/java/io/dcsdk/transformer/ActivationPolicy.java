package io.dcsdk.transformer;

import java.util.Locale;

/**
 * What is kept of the activations, in the words of the published tables: {@code none}, {@code selective}, {@code full},
 * {@code sequence-parallel}, or two of them joined, as in {@code selective+sequence-parallel}.
 *
 * @param recomputation what the backward pass computes again
 * @param sequenceParallel whether layer norms and dropouts are split along the sequence over the tensor-parallel GPUs
 */
public record ActivationPolicy(Recomputation recomputation, boolean sequenceParallel) {
    private static final String SEQUENCE_PARALLEL = "sequence-parallel";

    /**
     * Reads the text form; upper case and blanks around the plus sign are accepted.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static ActivationPolicy parse(String text) {
        Recomputation recomputation = null;
        boolean sequenceParallel = false;
        for (String part : text.toLowerCase(Locale.ROOT).split("\\+", -1)) {
            String word = part.strip();
            if (word.equals(SEQUENCE_PARALLEL) && !sequenceParallel) {
                sequenceParallel = true;
            } else if (recomputation == null && isRecomputation(word)) {
                recomputation = Recomputation.valueOf(word.toUpperCase(Locale.ROOT));
            } else {
                throw new IllegalArgumentException("recompute (" + text + ") of parallelism plan: is not one of none, "
                        + "selective, full, sequence-parallel, or one of the first three joined with "
                        + "+sequence-parallel\nMaybe selective+sequence-parallel was meant.");
            }
        }
        return new ActivationPolicy(recomputation == null ? Recomputation.NONE : recomputation, sequenceParallel);
    }

    private static boolean isRecomputation(String word) {
        return word.equals("none") || word.equals("selective") || word.equals("full");
    }

    /** Returns the text that {@link #parse} reads. */
    @Override
    public String toString() {
        String word = recomputation.name().toLowerCase(Locale.ROOT);
        if (!sequenceParallel) {
            return word;
        }
        return recomputation == Recomputation.NONE ? SEQUENCE_PARALLEL : word + "+" + SEQUENCE_PARALLEL;
    }
}
