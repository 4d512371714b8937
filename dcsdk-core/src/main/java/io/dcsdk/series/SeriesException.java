package io.dcsdk.series;

/**
 * A series, or a file of series, that breaks a rule. The message is {@code subject: rule broken} and a line that begins with
 * {@code Maybe}; for a file the subject is its name with line and column.
 */
public final class SeriesException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * The error for a broken rule.
     *
     * @param subject what breaks it
     * @param rule what is wrong, beginning with a verb
     * @param step what to do, after the word Maybe
     */
    public SeriesException(String subject, String rule, String step) {
        super("%s: %s\nMaybe %s".formatted(subject, rule, step));
    }
}
