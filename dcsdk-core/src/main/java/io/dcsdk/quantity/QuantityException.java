package io.dcsdk.quantity;

/** A text or a number that is no valid quantity, or an operation that the dimensions do not allow. */
public final class QuantityException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    QuantityException(String message) {
        super(message);
    }
}
