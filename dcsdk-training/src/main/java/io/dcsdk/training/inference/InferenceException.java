package io.dcsdk.training.inference;

/** Tokens or scores that cannot be made entities of. */
public final class InferenceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * A fault with its whole message.
     *
     * @param message subject, rule, and a line that begins "Maybe"
     */
    public InferenceException(String message) {
        super(message);
    }
}
