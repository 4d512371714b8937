package io.dcsdk.optimizer.supply;

/**
 * A supply document that breaks a rule. The message is {@code subject: rule broken} and a line that begins with {@code Maybe}.
 */
public final class SupplyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * The error for a broken rule.
     *
     * @param subject what breaks it, with its value and owner
     * @param rule what is wrong, beginning with a verb
     * @param step what to do, after the word Maybe
     */
    public SupplyException(String subject, String rule, String step) {
        super("%s: %s\nMaybe %s".formatted(subject, rule, step));
    }
}
