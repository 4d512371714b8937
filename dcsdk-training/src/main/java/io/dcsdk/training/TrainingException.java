package io.dcsdk.training;

/** Something that a trainer was given and cannot use. */
public final class TrainingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    TrainingException(String message) {
        super(message);
    }

    TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
