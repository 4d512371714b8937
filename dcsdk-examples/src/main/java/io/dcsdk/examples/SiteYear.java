package io.dcsdk.examples;

import io.dcsdk.cooling.CoolingConfiguration;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.weather.WeatherYear;

/** A year of one cooling configuration at one site. */
record SiteYear(WeatherYear weather, CoolingConfiguration kind, FacilityYear year) {
    /** The town of a station's name. */
    String site() {
        String name = weather.location().name();
        int comma = name.indexOf(',');
        return comma < 0 ? name : name.substring(0, comma);
    }
}
