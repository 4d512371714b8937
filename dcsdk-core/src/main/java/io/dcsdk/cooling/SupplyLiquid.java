package io.dcsdk.cooling;

/**
 * Liquid on its way through cold plates or baths.
 *
 * @param celsius at the inlet
 * @param returnCelsius at the outlet
 */
public record SupplyLiquid(double celsius, double returnCelsius) {}
