package io.dcsdk.training;

import java.util.Optional;

/** An option of a builder: it has a default, and is set once at most. */
final class Setting<T> {
    private final String name;
    private final T usual;
    private Optional<T> chosen = Optional.empty();

    Setting(String name, T usual) {
        this.name = name;
        this.usual = usual;
    }

    void set(T value) {
        if (chosen.isPresent()) {
            throw new TrainingException("%s (%s) of the trainer: it is %s already\nMaybe set it once."
                    .formatted(name, value, chosen.get()));
        }
        chosen = Optional.of(value);
    }

    T get() {
        return chosen.orElse(usual);
    }

    boolean isSet() {
        return chosen.isPresent();
    }

    /** Sets a whole number that must be in a range. */
    static void set(Setting<Integer> setting, int value, int least, String next) {
        if (value < least) {
            throw new TrainingException(
                    "%s (%d) of the trainer: it is below %d\nMaybe %s.".formatted(setting.name, value, least, next));
        }
        setting.set(value);
    }
}
