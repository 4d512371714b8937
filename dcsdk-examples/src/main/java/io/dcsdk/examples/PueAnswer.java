package io.dcsdk.examples;

import io.dcsdk.cooling.CoolingConfiguration;
import io.dcsdk.cooling.FacilityYear;

/** A year of one cooling configuration at a supply temperature in degC. */
record PueAnswer(CoolingConfiguration kind, double supplyCelsius, FacilityYear year) {}
