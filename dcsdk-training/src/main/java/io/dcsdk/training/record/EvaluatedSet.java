package io.dcsdk.training.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which sentences a model was evaluated on. */
public enum EvaluatedSet {
    /** Those that choose the best epoch. */
    VALIDATION,
    /** Those that nothing is chosen by. */
    TEST;

    /**
     * Reads {@code "validation"} or {@code "test"}.
     *
     * @param text the lower-case name
     * @return the set
     * @throws RecordException if there is none of that name
     */
    @JsonCreator
    public static EvaluatedSet parse(String text) {
        for (EvaluatedSet set : values()) {
            if (set.toString().equals(text)) {
                return set;
            }
        }
        throw RecordException.of("set", text, "an evaluation", "is unknown", "use validation or test.");
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
