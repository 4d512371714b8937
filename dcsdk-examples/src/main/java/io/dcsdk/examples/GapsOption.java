package io.dcsdk.examples;

import picocli.CommandLine.Option;

/** How long the gaps of a weather file may be that are filled. */
final class GapsOption {
    @Option(
            names = "--fill-gaps",
            paramLabel = "HOURS",
            defaultValue = "0",
            description = "The longest gap of the weather that is interpolated (default: ${DEFAULT-VALUE}).")
    private double hours;

    GapsOption() {}

    /** Hours, 0 for none. */
    double hours() {
        return hours;
    }

    /**
     * Hours of a command that reads weather files.
     *
     * @param hasFile whether there is any
     * @param next how to name one, to follow "Maybe"
     */
    double hours(boolean hasFile, String next) {
        require(hours, hasFile, next);
        return hours;
    }

    /** Refuses gaps where there is no file that could have them. */
    static void require(double hours, boolean hasFile, String next) {
        if (hours != 0 && !hasFile) {
            throw new BadInput("--fill-gaps (%s)".formatted(hours), "there is no weather file with gaps", next);
        }
    }
}
