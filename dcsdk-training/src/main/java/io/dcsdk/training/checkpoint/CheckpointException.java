package io.dcsdk.training.checkpoint;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A checkpoint folder that cannot be read or used as it is, or a model that no such folder can hold. */
public final class CheckpointException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * A fault.
     *
     * @param subject what, with its value, like {@code model_type (gpt2)}
     * @param owner the file or folder that it stands in
     * @param rule what is wrong with it, then a line that begins "Maybe"
     */
    public CheckpointException(String subject, Path owner, String rule) {
        this(subject, owner, rule, null);
    }

    /**
     * A fault that another one caused.
     *
     * @param subject what, with its value
     * @param owner the file or folder that it stands in
     * @param rule what is wrong with it, then a line that begins "Maybe"
     * @param cause what happened
     */
    public CheckpointException(String subject, Path owner, String rule, @Nullable Throwable cause) {
        super("%s of %s: %s".formatted(subject, owner, rule), cause);
    }
}
