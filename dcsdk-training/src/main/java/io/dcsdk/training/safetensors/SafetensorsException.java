package io.dcsdk.training.safetensors;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is not what the safetensors format allows, or cannot be read, or tensors that it cannot hold. */
public final class SafetensorsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 100;

    /**
     * A fault.
     *
     * @param file the file
     * @param subject what of it, with its value, like {@code tensor (classifier.bias)}
     * @param rule what is wrong with it, then a line that begins "Maybe"
     */
    public SafetensorsException(Path file, String subject, String rule) {
        super("%s of %s: %s".formatted(subject, file, rule));
    }

    /**
     * A fault that another one caused.
     *
     * @param file the file
     * @param subject what of it
     * @param rule what is wrong with it, then a line that begins "Maybe"
     * @param cause what happened; its message is not repeated
     */
    public SafetensorsException(Path file, String subject, String rule, @Nullable Throwable cause) {
        super("%s of %s: %s".formatted(subject, file, rule), cause);
    }

    /** Text of a file as a message may show it: on one line, no control characters, not endless. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().limit(LONGEST_QUOTE).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return text.codePoints().skip(LONGEST_QUOTE).findAny().isPresent() ? quoted + "..." : quoted.toString();
    }
}
