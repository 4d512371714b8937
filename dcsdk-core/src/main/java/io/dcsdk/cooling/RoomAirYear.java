package io.dcsdk.cooling;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.dcsdk.cooling.ThermalEnvelope.Excursion;
import io.dcsdk.series.TimeSeries;
import io.dcsdk.weather.Psychrometrics;
import java.util.EnumMap;
import java.util.Map;

/**
 * The air at the IT equipment by the hour, all series of the same steps.
 *
 * @param supply dry bulb at the inlet, °C
 * @param returned dry bulb at the outlet, °C
 * @param humidityRatio kg of water in a kg of dry air
 * @param pressure Pa
 */
public record RoomAirYear(TimeSeries supply, TimeSeries returned, TimeSeries humidityRatio, TimeSeries pressure) {
    /**
     * The lowest dew point of the year.
     *
     * @return °C
     */
    public double leastDewPoint() {
        return Psychrometrics.dewPoint(vapourPressure().min());
    }

    /**
     * The highest dew point of the year.
     *
     * @return °C
     */
    public double mostDewPoint() {
        return Psychrometrics.dewPoint(vapourPressure().max());
    }

    private TimeSeries vapourPressure() {
        return humidityRatio.combine(pressure, "vapour pressure", "Pa", Psychrometrics::vapourPressure);
    }

    /**
     * How often the air is outside of an envelope.
     *
     * @param envelope any class
     * @return steps in all and by way
     */
    public EnvelopeHours outside(ThermalEnvelope envelope) {
        Map<Excursion, Integer> by = new EnumMap<>(Excursion.class);
        int outside = 0;
        for (int i = 0; i < supply.size(); i++) {
            var found = envelope.excursions(supply.at(i), humidityRatio.at(i), pressure.at(i));
            found.forEach(way -> by.merge(way, 1, Integer::sum));
            outside += found.isEmpty() ? 0 : 1;
        }
        ImmutableMap<Excursion, Integer> counted = Maps.immutableEnumMap(by);
        return new EnvelopeHours(envelope, outside, counted);
    }
}
