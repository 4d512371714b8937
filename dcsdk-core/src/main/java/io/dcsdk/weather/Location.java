package io.dcsdk.weather;

/**
 * Where weather was measured.
 *
 * @param name station or town, with region and country
 * @param source of the data, such as SRC-TMYx 727930
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 * @param hoursFromUtc local standard time less UTC
 * @param elevation m above the sea
 */
public record Location(
        String name, String source, double latitude, double longitude, double hoursFromUtc, double elevation) {}
