package io.dcsdk.cooling;

import io.dcsdk.power.PowerChain;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import io.dcsdk.weather.WeatherYear;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A data centre: IT equipment, the power chain that feeds it, the plant that cools it, and light. The plant removes the heat of
 * the IT equipment, and beside it that of the cooled part of the power chain and of the light. Water is what evaporates and
 * what is bled off so that salts concentrate so many times only: bleed = evaporation / (cycles − 1).
 *
 * <p>The plant is built for the most heat of each kind: that of the IT equipment at its design, and beside it the largest losses of
 * the cooled part of the power chain, which some converters have at part load.
 *
 * @param cooling the plant
 * @param power the power chain
 * @param designItWatts most power of the IT equipment, above zero, W
 * @param lightingShare light and offices over designItWatts, at all hours, 0 to 0.1
 * @param cyclesOfConcentration of the cooling water, 1.5 to 20
 */
public record Facility(
        CoolingPlant cooling,
        PowerChain power,
        double designItWatts,
        double lightingShare,
        double cyclesOfConcentration) {
    private static final double SECONDS_PER_HOUR = 3600;

    /** Checks the figures. */
    public Facility {
        CoolingRules rules = new CoolingRules("facility");
        rules.within("designItWatts", designItWatts, 1, 1e11);
        rules.within("lightingShare", lightingShare, 0, 0.1);
        rules.within("cyclesOfConcentration", cyclesOfConcentration, 1.5, 20);
    }

    /**
     * Runs a year at constant load.
     *
     * @param weather the weather
     * @param utilisation IT power over its design, 0 to 1
     * @return the year
     * @throws io.dcsdk.item.ItemException if the utilisation is outside
     */
    public FacilityYear run(WeatherYear weather, double utilisation) {
        return run(weather, TimeSeries.constant("IT load", "W", weather.axis(), utilisation * designItWatts));
    }

    /**
     * Runs a year.
     *
     * @param weather the weather
     * @param itLoad power of the IT equipment in W, aligned with the weather, 0 to the design
     * @return the year
     * @throws io.dcsdk.series.SeriesException if the axes differ
     * @throws io.dcsdk.item.ItemException if a load is outside
     */
    public FacilityYear run(WeatherYear weather, TimeSeries itLoad) {
        TimeAxis axis = weather.axis();
        itLoad.requireAligned(TimeSeries.constant("weather", "W", axis, 0));
        double light = lightingShare * designItWatts;
        int size = axis.size();
        List<PowerChain.Flow> flows = new ArrayList<>(size);
        double mostCooled = power.feed(designItWatts, designItWatts).cooledLosses();
        for (int i = 0; i < size; i++) {
            PowerChain.Flow flow = power.feed(itLoad.at(i), designItWatts);
            flows.add(flow);
            mostCooled = Math.max(mostCooled, flow.cooledLosses());
        }
        HeatLoad design = new HeatLoad(designItWatts, mostCooled + light);
        double[] cooled = new double[size];
        double[] fed = new double[size];
        double[] water = new double[size];
        double[] free = new double[size];
        FacilityTemperatures temperatures = new FacilityTemperatures(weather);
        double worst = 0;
        int missed = 0;
        for (int i = 0; i < size; i++) {
            PowerChain.Flow flow = flows.get(i);
            HeatLoad heat = new HeatLoad(flow.output(), flow.cooledLosses() + light);
            CoolingHour hour = cooling.run(weather.hours().get(i), heat, design);
            cooled[i] = hour.watts();
            fed[i] = flow.cooledLosses() + flow.otherLosses();
            water[i] =
                    hour.evaporatedKilograms() * SECONDS_PER_HOUR * cyclesOfConcentration / (cyclesOfConcentration - 1);
            free[i] = hour.freeShare();
            temperatures.add(i, hour);
            worst = Math.max(worst, hour.residual());
            missed += hour.reached() ? 0 : 1;
        }
        double[] lights = new double[size];
        Arrays.fill(lights, light);
        return new FacilityYear(
                itLoad.named("IT load"),
                TimeSeries.of("cooling", "W", axis, cooled),
                TimeSeries.of("power losses", "W", axis, fed),
                TimeSeries.of("lighting", "W", axis, lights),
                TimeSeries.of("water", "L/h", axis, water),
                TimeSeries.of("free-cooling share", "", axis, free),
                temperatures.supplied(),
                temperatures.returned(),
                temperatures.roomAir(),
                temperatures.liquidClass(),
                worst,
                missed);
    }

    /**
     * The same facility behind another power chain.
     *
     * @param chain feeds the IT equipment
     * @return the facility
     */
    public Facility withPower(PowerChain chain) {
        return new Facility(cooling, chain, designItWatts, lightingShare, cyclesOfConcentration);
    }
}
