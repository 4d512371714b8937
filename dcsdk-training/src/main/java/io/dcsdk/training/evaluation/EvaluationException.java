package io.dcsdk.training.evaluation;

/** Tags that cannot be scored: gold and prediction do not fit together, or a file does not have both. */
public final class EvaluationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * A value that breaks a rule.
     *
     * @param subject what it is
     * @param value the value
     * @param owner whose it is
     * @param rule what is wrong with it
     * @param advice the next step, without "Maybe" and full stop
     */
    public EvaluationException(String subject, Object value, String owner, String rule, String advice) {
        super("%s (%s) of %s: %s\nMaybe %s.".formatted(subject, value, owner, rule, advice));
    }
}
