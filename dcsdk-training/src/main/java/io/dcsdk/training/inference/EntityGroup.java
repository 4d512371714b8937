package io.dcsdk.training.inference;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Neighbouring tokens or words of one type: what every strategy but {@link AggregationStrategy#NONE} gives.
 *
 * @param label the type, without B- or I-
 * @param score the mean over its tokens or words
 * @param word they, joined
 * @param start code points before it
 * @param end code points before its end
 * @param startUtf16 UTF-16 units before it
 * @param endUtf16 UTF-16 units before its end
 */
public record EntityGroup(
        @JsonProperty("entity_group") String label,
        double score,
        String word,
        int start,
        int end,
        @JsonProperty("start_utf16") int startUtf16,
        @JsonProperty("end_utf16") int endUtf16)
        implements Entity {}
