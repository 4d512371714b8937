package io.dcsdk.examples;

import io.dcsdk.series.StepTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the figures of every step go. */
final class HourlyOption {
    @Option(
            names = "--hourly",
            paramLabel = "FILE",
            description = "Saves the figures of every step as .csv or .json; see docs/cli.md for the columns.")
    private @Nullable String file;

    HourlyOption() {}

    /** The file, refused before the work if it cannot be written; null if nothing is asked for. */
    @Nullable
    Path target() {
        if (file == null) {
            return null;
        }
        String name = file.toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".json")) {
            throw new BadInput(
                    "--hourly (%s)".formatted(file), "must be named .csv or .json", "use x.csv for a table.");
        }
        return Input.writable("--hourly", file);
    }

    /** Writes the table, and says so; does nothing without a target. */
    static void save(@Nullable Path target, Supplier<StepTable> table, PrintWriter messages) {
        if (target != null) {
            boolean isJson = target.toString().toLowerCase(Locale.ROOT).endsWith(".json");
            StepTable figures = table.get();
            TextFile.save("--hourly", target, isJson ? figures.toJson() : figures.toCsv(), messages);
        }
    }
}
