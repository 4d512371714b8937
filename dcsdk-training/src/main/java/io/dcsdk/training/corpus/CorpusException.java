package io.dcsdk.training.corpus;

import org.jspecify.annotations.Nullable;

/** A corpus that cannot be: a file that cannot be read as one, tags that are none, or sentences that break a rule. */
public final class CorpusException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN_CHARACTERS = 80;

    /**
     * A value that breaks a rule.
     *
     * @param subject what it is
     * @param value the value; long ones are shown in part
     * @param owner whose it is
     * @param rule what is wrong with it
     * @param advice the next step, without "Maybe" and full stop
     */
    public CorpusException(String subject, Object value, String owner, String rule, String advice) {
        this(subject, value, owner, rule, advice, null);
    }

    /**
     * A value that breaks a rule, found by another exception.
     *
     * @param subject what it is
     * @param value the value; long ones are shown in part
     * @param owner whose it is
     * @param rule what is wrong with it
     * @param advice the next step, without "Maybe" and full stop
     * @param cause what found it
     */
    public CorpusException(
            String subject, Object value, String owner, String rule, String advice, @Nullable Throwable cause) {
        super("%s (%s) of %s: %s\nMaybe %s.".formatted(subject, shown(value), owner, rule, advice), cause);
    }

    /** A value in a line of a file. */
    static CorpusException at(String file, int line, String subject, Object value, String rule, String advice) {
        return new CorpusException(subject, value, file + ":" + line, rule, advice);
    }

    /** The value in one line and not too long. */
    private static String shown(Object value) {
        String text =
                String.valueOf(value).replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
