package io.dcsdk.training.inference;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One token with its best label: what {@link AggregationStrategy#NONE} gives.
 *
 * @param label the whole label
 * @param score its probability
 * @param index position among all tokens of the text, special ones included, from 0
 * @param word the token as the vocabulary has it; of an unknown one the text that it stands for
 * @param start code points before it
 * @param end code points before its end
 * @param startUtf16 UTF-16 units before it
 * @param endUtf16 UTF-16 units before its end
 */
public record TokenEntity(
        @JsonProperty("entity") String label,
        double score,
        int index,
        String word,
        int start,
        int end,
        @JsonProperty("start_utf16") int startUtf16,
        @JsonProperty("end_utf16") int endUtf16)
        implements Entity {}
