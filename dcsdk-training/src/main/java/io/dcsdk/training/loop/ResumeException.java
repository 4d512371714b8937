package io.dcsdk.training.loop;

/** A run that cannot go on from what lies on the disk. */
public final class ResumeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ResumeException(String message) {
        super(message);
    }

    ResumeException(String message, Throwable cause) {
        super(message, cause);
    }
}
