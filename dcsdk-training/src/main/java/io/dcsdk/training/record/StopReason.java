package io.dcsdk.training.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a run is over. */
public enum StopReason {
    /** All its steps are done. */
    COMPLETED("completed"),
    /** The score on the validation set did not get better for as many epochs as the patience allows. */
    EARLY_STOPPED("stopped early"),
    /** The loss or the gradient was not a finite number. */
    DIVERGED("diverged"),
    /** Somebody asked it to stop; it can be resumed. */
    INTERRUPTED("interrupted"),
    /** Something broke: a disk, a listener, the engine. */
    FAILED("failed");

    private final String words;

    StopReason(String words) {
        this.words = words;
    }

    /**
     * Reads {@code "early_stopped"}.
     *
     * @param text the lower-case name
     * @return the reason
     * @throws RecordException if there is none of that name
     */
    @JsonCreator
    public static StopReason parse(String text) {
        for (StopReason reason : values()) {
            if (reason.toString().equals(text)) {
                return reason;
            }
        }
        throw RecordException.of(
                "reason",
                text,
                "the run's end",
                "is unknown",
                "use completed, early_stopped, diverged, interrupted or failed.");
    }

    /**
     * The reason as people say it.
     *
     * @return for instance {@code stopped early}
     */
    public String words() {
        return words;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
