package io.dcsdk.cooling;

import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import io.dcsdk.weather.OutdoorAir;
import io.dcsdk.weather.WeatherYear;
import java.util.Optional;

/** Collects what air and liquid were like in each hour of a year. */
final class FacilityTemperatures {
    private final WeatherYear weather;
    private final double[] supplied;
    private final double[] returned;
    private final double[] airSupplied;
    private final double[] airReturned;
    private final double[] humidity;
    private boolean hasAir;
    private boolean hasLiquid;

    FacilityTemperatures(WeatherYear weather) {
        this.weather = weather;
        int size = weather.axis().size();
        supplied = new double[size];
        returned = new double[size];
        airSupplied = new double[size];
        airReturned = new double[size];
        humidity = new double[size];
    }

    void add(int step, CoolingHour hour) {
        supplied[step] = hour.suppliedCelsius();
        returned[step] = hour.returnCelsius();
        hasLiquid = hour.liquid().isPresent();
        hasAir = hour.air().isPresent();
        hour.air().ifPresent(air -> {
            airSupplied[step] = air.celsius();
            airReturned[step] = air.returnCelsius();
            humidity[step] = air.humidityRatio();
        });
    }

    TimeSeries supplied() {
        return series("supply temperature", "degC", supplied);
    }

    TimeSeries returned() {
        return series("return temperature", "degC", returned);
    }

    /** A plant has air in all hours or in none. */
    Optional<RoomAirYear> roomAir() {
        double[] pressure =
                weather.hours().stream().mapToDouble(OutdoorAir::pressure).toArray();
        return hasAir
                ? Optional.of(new RoomAirYear(
                        series("supply air", "degC", airSupplied),
                        series("return air", "degC", airReturned),
                        series("humidity ratio", "kg/kg", humidity),
                        series("pressure", "Pa", pressure)))
                : Optional.empty();
    }

    Optional<LiquidClass> liquidClass() {
        return hasLiquid ? Optional.of(LiquidClass.allowing(supplied().max())) : Optional.empty();
    }

    private TimeSeries series(String name, String unit, double[] values) {
        TimeAxis axis = weather.axis();
        return TimeSeries.of(name, unit, axis, values);
    }
}
