package io.dcsdk.examples;

import io.dcsdk.cooling.CoolingConfiguration;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.weather.WeatherYear;
import java.util.regex.Pattern;

/** A year of one cooling configuration at one site. */
record SiteYear(WeatherYear weather, CoolingConfiguration kind, FacilityYear year) {
    private static final Pattern STATION = Pattern.compile("[. ](Intl|Muni|Rgnl|AP|Field)\\b.*|,.*", Pattern.DOTALL);

    /** The town of a station's name: "Seattle-Tacoma" of "Seattle-Tacoma.Intl.AP, WA, USA". */
    String site() {
        return STATION.matcher(weather.location().name()).replaceFirst("");
    }
}
