package io.dcsdk.item;

/**
 * A figure that an item, a policy or a model cannot have. The message is {@code subject (value) of owner: rule broken}
 * and a line that begins with {@code Maybe}.
 */
public final class ItemException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ItemException(String message) {
        super(message);
    }
}
