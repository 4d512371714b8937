package io.dcsdk.training;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Optional;

/** An option of a builder: it has a default, and is set once at most. */
final class Setting<T> {
    private final String name;
    private final T usual;
    private Optional<T> chosen = Optional.empty();
    private String words;

    Setting(String name, T usual) {
        this.name = name;
        this.usual = usual;
        this.words = String.valueOf(usual);
    }

    void set(T value) {
        set(value, String.valueOf(value));
    }

    /** Sets a value that messages name in other words than its own, which may be very many. */
    void set(T value, String inWords) {
        if (chosen.isPresent()) {
            throw new TrainingException(
                    "%s (%s) of the trainer: it is %s already\nMaybe set it once.".formatted(name, inWords, words));
        }
        chosen = Optional.of(value);
        words = inWords;
    }

    /** Refuses a value that is out of range, or does not go with other settings. */
    @CanIgnoreReturnValue
    Setting<T> require(boolean holds, Object value, String rule, String next) {
        if (!holds) {
            throw new TrainingException("%s (%s) of the trainer: %s\nMaybe %s.".formatted(name, value, rule, next));
        }
        return this;
    }

    T get() {
        return chosen.orElse(usual);
    }

    String words() {
        return words;
    }

    boolean isSet() {
        return chosen.isPresent();
    }
}
