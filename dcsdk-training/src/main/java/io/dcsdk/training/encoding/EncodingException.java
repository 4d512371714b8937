package io.dcsdk.training.encoding;

/** Text, tags, a tokenizer's description or a cache that cannot be encoded or read as it is. */
public final class EncodingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * A fault with its whole message.
     *
     * @param message subject, rule, and a line that begins "Maybe"
     */
    public EncodingException(String message) {
        super(message);
    }

    /**
     * A fault that another one caused.
     *
     * @param message subject, rule, and a line that begins "Maybe"
     * @param cause what went wrong beneath
     */
    public EncodingException(String message, Throwable cause) {
        super(message, cause);
    }
}
