package io.dcsdk.training.schedule;

/** A schedule that cannot be. */
public final class ScheduleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ScheduleException(String message) {
        super(message);
    }
}
