package io.dcsdk.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of text that a command makes beside its output. */
final class TextFile {
    private TextFile() {}

    /** Writes it, and says so; {@code option} named it. */
    static void save(String option, Path target, String text, PrintWriter messages) {
        try {
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new BadInput(
                    "%s (%s)".formatted(option, target),
                    "cannot be written (%s)".formatted(e.getMessage()),
                    "check that the folder exists and has room.");
        }
        messages.printf("Saved %s%n", target);
    }
}
