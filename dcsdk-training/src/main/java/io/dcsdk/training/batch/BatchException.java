package io.dcsdk.training.batch;

/** A plan of batches that cannot be: a size out of range, or a row that no batch may hold. */
public final class BatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * A fault with its whole message.
     *
     * @param message subject, rule, and a line that begins "Maybe"
     */
    public BatchException(String message) {
        super(message);
    }
}
