package io.dcsdk.weather;

import io.dcsdk.series.SeriesException;

/**
 * Where weather was measured.
 *
 * @param name station or town, with region and country, at most 120 printable characters
 * @param source of the data, such as SRC-TMYx 727930, at most 120 printable characters
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 * @param hoursFromUtc local standard time less UTC
 * @param elevation m above the sea
 */
public record Location(
        String name, String source, double latitude, double longitude, double hoursFromUtc, double elevation) {
    private static final int MOST = 120;

    /** Checks the texts: they are printed at terminals and in pictures. */
    public Location {
        check("name", name);
        check("source", source);
    }

    private static void check(String subject, String text) {
        if (text.length() > MOST || text.chars().anyMatch(Character::isISOControl)) {
            throw new SeriesException(
                    "%s of location".formatted(subject),
                    "is longer than %d characters, or has a control character".formatted(MOST),
                    "shorten it in the first line of the file.");
        }
    }
}
