package io.dcsdk.training.engine;

/** The native engine is not there, does not start or failed; the message says what to do. */
public final class EngineException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    EngineException(String message) {
        super(message);
    }

    EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
