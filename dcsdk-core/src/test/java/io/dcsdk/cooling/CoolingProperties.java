package io.dcsdk.cooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.weather.OutdoorAir;
import io.dcsdk.weather.Psychrometrics;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The laws of plants, for every configuration at any weather and load. */
final class CoolingProperties {
    private static final double DESIGN = 1e6;
    private static final double PRESSURE = 101_325;

    private static CoolingHour run(CoolingConfiguration kind, OutdoorAir air, double load) {
        return kind.plant(kind.usualSupply()).run(air, load * DESIGN, DESIGN);
    }

    @Property(tries = 400)
    void whatGoesInComesOut(
            @ForAll CoolingConfiguration kind,
            @ForAll @DoubleRange(min = -40, max = 52) double dryBulb,
            @ForAll @DoubleRange(min = 0.02, max = 1) double relative,
            @ForAll @DoubleRange(min = 70_000, max = 104_000) double pressure,
            @ForAll @DoubleRange(min = 0.01, max = 1) double load,
            @ForAll @DoubleRange(min = 0, max = 0.2) double beside) {
        OutdoorAir air = OutdoorAir.ofRelativeHumidity(dryBulb, relative, pressure);
        CoolingHour hour = kind.plant(kind.usualSupply())
                .run(air, new HeatLoad(load * DESIGN, load * beside * DESIGN), new HeatLoad(DESIGN, beside * DESIGN));
        assertTrue(hour.residual() <= 1e-9, () -> kind + " " + air + " " + hour + " " + hour.residual());
        assertTrue(hour.watts() > 0, () -> kind + " " + air + " " + hour);
        assertTrue(hour.fanWatts() >= 0 && hour.pumpWatts() >= 0 && hour.compressorWatts() >= 0, hour::toString);
        assertTrue(hour.freeShare() >= 0 && hour.freeShare() <= 1, hour::toString);
        assertTrue(hour.evaporatedKilograms() >= -1e-12, () -> kind + " " + air + " " + hour);
    }

    @Property(tries = 400)
    void hotterIsNeverBetterAtTheSameHumidity(
            @ForAll CoolingConfiguration kind,
            @ForAll @DoubleRange(min = -30, max = 48) double dryBulb,
            @ForAll @DoubleRange(min = 0.05, max = 1) double relative,
            @ForAll @DoubleRange(min = 0.01, max = 4) double warmer,
            @ForAll @DoubleRange(min = 0.2, max = 1) double load) {
        OutdoorAir cold = OutdoorAir.ofRelativeHumidity(dryBulb, relative, PRESSURE);
        OutdoorAir sameWater = new OutdoorAir(dryBulb + warmer, cold.humidityRatio(), PRESSURE);
        double power = run(kind, cold, load).watts();
        assertTrue(run(kind, sameWater, load).watts() >= power * (1 - 1e-9), () -> kind + " " + cold);
    }

    @Property(tries = 300)
    void compressorsOfRoomUnitsTakeMoreInHotterWeatherOnly(
            @ForAll @DoubleRange(min = -40, max = 52) double cold,
            @ForAll @DoubleRange(min = 0, max = 20) double warmer,
            @ForAll @DoubleRange(min = 15, max = 32) double supply) {
        double before = DirectExpansion.coefficientOfPerformance(supply, cold);
        double after = DirectExpansion.coefficientOfPerformance(supply, cold + warmer);
        assertTrue(after <= before * (1 + 1e-12), () -> before + " " + after);
        double published = DirectExpansion.coefficientOfPerformance(supply);
        assertTrue(before <= published * (1 + 1e-12), () -> "the published figure is the best: " + before);
        if (cold + warmer <= DirectExpansion.MILD) {
            assertEquals(DirectExpansion.coefficientOfPerformance(supply), after, 1e-12);
        }
    }

    @Property(tries = 300)
    void airAtTheEquipmentStaysWithinTheClassThatThePlantIsRunFor(
            @ForAll CoolingConfiguration kind,
            @ForAll @IntRange(min = 0, max = 5) int index,
            @ForAll @DoubleRange(min = -40, max = 50) double dryBulb,
            @ForAll @DoubleRange(min = 0.02, max = 1) double relative,
            @ForAll @DoubleRange(min = 0.01, max = 1) double load) {
        ThermalEnvelope envelope = ThermalEnvelope.CLASSES.get(index);
        OutdoorAir air = OutdoorAir.ofRelativeHumidity(dryBulb, relative, PRESSURE);
        HeatLoad design = new HeatLoad(DESIGN, 0.05 * DESIGN);
        CoolingHour hour = kind.plant(kind.usualSupply(envelope), envelope)
                .run(air, new HeatLoad(load * DESIGN, 0.05 * load * DESIGN), design);
        SupplyAir supplied = hour.air().orElseThrow();
        assertTrue(
                envelope.contains(supplied.celsius(), supplied.humidityRatio(), PRESSURE),
                () -> kind + " " + envelope + " " + supplied);
        assertTrue(supplied.returnCelsius() > supplied.celsius(), supplied::toString);
    }

    @Property(tries = 400)
    void moisterIsNeverBetterAtTheSameTemperatureButForTheHumidifier(
            @ForAll CoolingConfiguration kind,
            @ForAll @DoubleRange(min = 0, max = 45) double dryBulb,
            @ForAll @DoubleRange(min = 0.2, max = 0.95) double relative,
            @ForAll @DoubleRange(min = 0.01, max = 0.05) double moister) {
        OutdoorAir dry = OutdoorAir.ofRelativeHumidity(dryBulb, relative, PRESSURE);
        OutdoorAir moist = OutdoorAir.ofRelativeHumidity(dryBulb, relative + moister, PRESSURE);
        double power = run(kind, dry, 0.8).watts();
        assertTrue(run(kind, moist, 0.8).watts() >= power * (1 - 1e-3), () -> kind + " " + dry);
    }

    @Property(tries = 400)
    void theEconomizerIsNeverWorseThanNone(
            @ForAll @DoubleRange(min = -30, max = 48) double dryBulb,
            @ForAll @DoubleRange(min = 0.05, max = 1) double relative,
            @ForAll @DoubleRange(min = 0.05, max = 1) double load,
            @ForAll @DoubleRange(min = 15, max = 30) double supply) {
        OutdoorAir air = OutdoorAir.ofRelativeHumidity(dryBulb, relative, PRESSURE);
        CoolingConfiguration[][] pairs = {
            {CoolingConfiguration.CRAC, CoolingConfiguration.CRAC_ECONOMIZER},
            {CoolingConfiguration.CHILLER, CoolingConfiguration.CHILLER_ECONOMIZER},
            {CoolingConfiguration.AIR_ECONOMIZER, CoolingConfiguration.EVAPORATIVE},
        };
        for (CoolingConfiguration[] pair : pairs) {
            double without =
                    pair[0].plant(supply).run(air, load * DESIGN, DESIGN).watts();
            double with = pair[1].plant(supply).run(air, load * DESIGN, DESIGN).watts();
            assertTrue(with <= without * (1 + 1e-12), () -> pair[1] + " " + air + " " + with + " > " + without);
        }
    }

    @Property(tries = 300)
    void fansAndPumpsFollowTheCube(
            @ForAll @DoubleRange(min = 0, max = 1) double low, @ForAll @DoubleRange(min = 0, max = 1) double high) {
        FanLaw fan = new FanLaw(0.03, 0.2);
        assertTrue(fan.watts(Math.min(low, high), DESIGN) <= fan.watts(Math.max(low, high), DESIGN));
        assertEquals(8 * fan.watts(0.4, DESIGN), fan.watts(0.8, DESIGN), 1e-6);
        assertEquals(fan.watts(0.2, DESIGN), fan.watts(0.1, DESIGN));
        assertEquals(0.03 * DESIGN, fan.watts(1, DESIGN), 1e-9);
    }

    @Property(tries = 300)
    void plantsScale(
            @ForAll CoolingConfiguration kind,
            @ForAll @DoubleRange(min = -20, max = 45) double dryBulb,
            @ForAll @DoubleRange(min = 0.1, max = 1) double load,
            @ForAll @DoubleRange(min = 1e3, max = 1e9) double design) {
        OutdoorAir air = OutdoorAir.ofRelativeHumidity(dryBulb, 0.5, PRESSURE);
        CoolingPlant plant = kind.plant(kind.usualSupply());
        double scaled = plant.run(air, load * design, design).watts() / design;
        assertEquals(run(kind, air, load).watts() / DESIGN, scaled, 1e-9);
    }

    @Property(tries = 300)
    void moistenedAirKeepsItsEnthalpyButForTheWater(
            @ForAll @DoubleRange(min = 10, max = 50) double dryBulb,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double relative) {
        OutdoorAir air = OutdoorAir.ofRelativeHumidity(dryBulb, relative, PRESSURE);
        double cooled = air.dryBulb() - 0.8 * (air.dryBulb() - air.wetBulb());
        double humidity = OutdoorStreams.moistened(air, cooled);
        double water = (humidity - air.humidityRatio()) * Psychrometrics.waterEnthalpy(HeatLedger.MAINS);
        assertEquals(air.enthalpy() + water, Psychrometrics.enthalpy(cooled, humidity), 1e-6);
        assertTrue(humidity > air.humidityRatio());
        assertTrue(humidity < Psychrometrics.saturationHumidityRatio(cooled, PRESSURE));
    }
}
