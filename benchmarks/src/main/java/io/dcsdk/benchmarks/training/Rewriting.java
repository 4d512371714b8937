package io.dcsdk.benchmarks.training;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replacements in the text of a program that fail where there is nothing to replace: the SDK writes it otherwise by then. */
final class Rewriting {
    /** At least one match. */
    static final int SOME = Integer.MAX_VALUE;

    private Rewriting() {}

    /** Replaces every match; there must be as many as are expected, or {@link #SOME}. */
    static String each(String text, Pattern pattern, int expected, Function<MatchResult, String> replacement) {
        Matcher matcher = pattern.matcher(text);
        int count = 0;
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            count++;
            matcher.appendReplacement(out, Matcher.quoteReplacement(replacement.apply(matcher.toMatchResult())));
        }
        if (expected == SOME ? count == 0 : count != expected) {
            throw fault(count, pattern);
        }
        return matcher.appendTail(out).toString();
    }

    /** The first match; there must be one. */
    static MatchResult first(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw fault(0, pattern);
        }
        return matcher.toMatchResult();
    }

    private static IllegalStateException fault(int count, Pattern pattern) {
        return new IllegalStateException(
                "text of the training program: %d places are like %s\nMaybe the precision is one that has no such place; or the SDK writes it otherwise now."
                        .formatted(count, pattern));
    }
}
