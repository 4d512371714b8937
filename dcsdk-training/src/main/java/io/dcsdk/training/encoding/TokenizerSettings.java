package io.dcsdk.training.encoding;

import org.jspecify.annotations.Nullable;

/**
 * What tokenizer_config.json says of a tokenizer; null where it says nothing.
 *
 * @param tokenizerClass the class that transformers loads it with
 * @param lowerCase whether text is turned to lower case ({@code do_lower_case})
 * @param stripAccents whether accents are taken away; null for: if and only if lower-casing
 * @param chineseCharacters whether each CJK ideograph is a word ({@code tokenize_chinese_chars})
 * @param prefixSpace whether a text starts as if a space stood before it ({@code add_prefix_space}; byte-level only)
 * @param padding the token that fills short rows
 * @param unknown the token of what the vocabulary cannot say
 * @param first the token that opens a row
 * @param last the token that closes a row
 * @param mask the token that hides a word in pre-training
 * @param maxLength tokens in the longest row that the model was made for, the special ones included
 *     ({@code model_max_length}); null also where the file names a number without meaning, as transformers does
 */
public record TokenizerSettings(
        @Nullable String tokenizerClass,
        @Nullable Boolean lowerCase,
        @Nullable Boolean stripAccents,
        @Nullable Boolean chineseCharacters,
        @Nullable Boolean prefixSpace,
        @Nullable String padding,
        @Nullable String unknown,
        @Nullable String first,
        @Nullable String last,
        @Nullable String mask,
        @Nullable Integer maxLength) {
    /** A file that says nothing. */
    public static final TokenizerSettings NONE =
            new TokenizerSettings(null, null, null, null, null, null, null, null, null, null, null);

    /**
     * Nothing but whether text is turned to lower case.
     *
     * @param lowerCase true for uncased vocabularies
     * @return settings
     */
    public static TokenizerSettings ofLowerCase(boolean lowerCase) {
        return new TokenizerSettings(null, lowerCase, null, null, null, null, null, null, null, null, null);
    }

    static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
