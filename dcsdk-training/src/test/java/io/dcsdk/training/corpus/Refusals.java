package io.dcsdk.training.corpus;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import org.junit.jupiter.api.function.Executable;

/** What a refusal says. */
final class Refusals {
    private Refusals() {}

    static String message(Executable refused) {
        return Objects.requireNonNull(
                assertThrows(CorpusException.class, refused).getMessage());
    }
}
