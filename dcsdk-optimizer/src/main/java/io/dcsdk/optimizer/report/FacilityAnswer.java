package io.dcsdk.optimizer.report;

import io.dcsdk.carbon.CarbonAccount;
import io.dcsdk.cooling.CoolingConfiguration;
import io.dcsdk.cooling.FacilityYear;
import java.util.Optional;

/**
 * A year of one cooling configuration.
 *
 * @param kind the configuration
 * @param supplyCelsius supply temperature, degC
 * @param year the facility by the hour
 * @param carbon its carbon, if factors are known
 */
public record FacilityAnswer(
        CoolingConfiguration kind, double supplyCelsius, FacilityYear year, Optional<CarbonAccount> carbon) {}
