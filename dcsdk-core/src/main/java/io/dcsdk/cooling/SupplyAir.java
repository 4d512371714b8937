package io.dcsdk.cooling;

/**
 * Air on its way through the IT equipment.
 *
 * @param celsius dry bulb at the inlet
 * @param returnCelsius dry bulb at the outlet
 * @param humidityRatio kg of water in a kg of dry air; equipment adds none
 */
public record SupplyAir(double celsius, double returnCelsius, double humidityRatio) {}
