package io.dcsdk.weather;

import io.dcsdk.series.TimeSeries;

/**
 * What a photovoltaic system gives, by the hour.
 *
 * @param capacityFactor power over peak power
 * @param peakKilowatts peak power of the system that was computed, kW
 * @param source name of the file
 */
public record SolarOutput(TimeSeries capacityFactor, double peakKilowatts, String source) {}
