package io.dcsdk.training.inference;

import java.util.Locale;

/** How the labels of tokens become entities. */
public enum AggregationStrategy {
    /** Every token is an entity of its own, with its index and its whole label. */
    NONE,
    /** Neighbouring tokens of one type are one entity; a word may fall apart. */
    SIMPLE,
    /** As {@link #SIMPLE} over words, each with the label and score of its first token. */
    FIRST,
    /** As {@link #SIMPLE} over words, each with the best label of its tokens' mean scores. */
    AVERAGE,
    /** As {@link #SIMPLE} over words, each with the label and score of its surest token. */
    MAX;

    /**
     * Reads a strategy's name.
     *
     * @param name one of none, simple, first, average, max, in whatever case
     * @return the strategy
     * @throws InferenceException if it is none of them
     */
    public static AggregationStrategy parse(String name) {
        for (AggregationStrategy strategy : values()) {
            if (strategy.name().equals(name.toUpperCase(Locale.ROOT))) {
                return strategy;
            }
        }
        throw new InferenceException("aggregation (" + name
                + ") of the labelling: is none of none, simple, first, average, max\nMaybe take simple.");
    }

    /**
     * The name that {@link #parse} reads.
     *
     * @return lower case
     */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isOverWords() {
        return this == FIRST || this == AVERAGE || this == MAX;
    }
}
