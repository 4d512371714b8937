package io.dcsdk.cooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import io.dcsdk.item.ItemException;
import io.dcsdk.weather.OutdoorAir;
import io.dcsdk.weather.Psychrometrics;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class CoolingTest {
    private static final double DESIGN = 1e6;
    private static final double PRESSURE = 101_325;

    private static OutdoorAir air(double dryBulb, double relative) {
        return OutdoorAir.ofRelativeHumidity(dryBulb, relative, PRESSURE);
    }

    @Test
    void followsThePublishedCurveOfRoomUnits() {
        assertEquals(2.0, DirectExpansion.coefficientOfPerformance(15), 1e-12);
        assertEquals(3.194, DirectExpansion.coefficientOfPerformance(20), 1e-12);
        assertEquals(4.728, DirectExpansion.coefficientOfPerformance(25), 1e-12);
        // The quadratic would go on to 14 at 45 °C.
        assertEquals(6.602, DirectExpansion.coefficientOfPerformance(45), 1e-12);
    }

    @Test
    void liftsHeatFurtherInHotWeather() {
        assertEquals(2.0, DirectExpansion.coefficientOfPerformance(15, -10), 1e-12);
        assertEquals(2.0, DirectExpansion.coefficientOfPerformance(15, DirectExpansion.MILD), 1e-12);
        // EnergyPlus' curve at 16 °C wet bulb: 0.762721 at 18 °C and 1.043904 at 35 °C.
        assertEquals(2.0 * 0.762721285 / 1.043904192, DirectExpansion.coefficientOfPerformance(15, 35), 1e-9);
        assertEquals(
                DirectExpansion.coefficientOfPerformance(15, 46.11111),
                DirectExpansion.coefficientOfPerformance(15, 52));
        CoolingPlant plant = CoolingConfiguration.CRAC.plant(15);
        CoolingHour hot = plant.run(air(35, 0.2), 0.5 * DESIGN, DESIGN);
        assertEquals(0.56 * DESIGN / 2.0 * 1.043904192 / 0.762721285, hot.compressorWatts(), 1e-3);
        assertTrue(hot.residual() < 1e-12, hot::toString);
    }

    @Test
    void givesTheRatedChillerAtItsReferenceConditions() {
        Chiller chiller = Chiller.CENTRIFUGAL;
        // The published polynomials are within half a percent of 1 at 6.67 and 29.4 °C and full load.
        assertEquals(1, chiller.capacity().at(6.67, 29.4), 0.005);
        assertEquals(1, chiller.inputRatio().at(6.67, 29.4), 0.005);
        assertEquals(DESIGN / 5.5, chiller.watts(DESIGN, DESIGN, 6.67, 29.4), 0.005 * DESIGN / 5.5);
        assertEquals(0, chiller.watts(0, DESIGN, 6.67, 29.4));
        // Warmer chilled water than fitted gains nothing.
        assertEquals(chiller.watts(1e5, DESIGN, 10, 24), chiller.watts(1e5, DESIGN, 18, 15));
    }

    @Test
    void coolsARoomByHandComputedFigures() {
        CoolingHour hour = CoolingConfiguration.CRAC.plant(15).run(air(18, 0.4), 0.5 * DESIGN, DESIGN);
        assertEquals(0.06 * DESIGN, hour.fanWatts(), 1e-6);
        assertEquals(0.56 * DESIGN / 2.0, hour.compressorWatts(), 1e-6);
        assertEquals(0, hour.freeShare());
        assertEquals(0, hour.evaporatedKilograms(), 1e-15);
        assertEquals((0.5 + 0.06 + 0.28) * DESIGN, hour.heatIn(), 1e-6);
        // Fans at constant speed: half of the heat warms all of the air, which is 10 K in dry air at full load.
        SupplyAir room = hour.air().orElseThrow();
        assertEquals(15 + 5 * 1006 / (1006 + 1860 * 0.0075), room.returnCelsius(), 1e-9);
        assertEquals(room.returnCelsius(), hour.returnCelsius());
        assertEquals(AirLoop.CLOSED_ROOM_HUMIDITY, room.humidityRatio());
        assertTrue(hour.reached());
    }

    @Test
    void mixesColdAirWithReturnAirByHandComputedFigures() {
        AirLoop loop = new AirLoop(20, 10, new FanLaw(0, 1));
        OutsideAirCooling plant = new OutsideAirCooling(loop, ThermalEnvelope.A4, 0, new DirectExpansion());
        // At 10 °C and return air at 30 °C half of the supply is outdoor air, none of it needs water.
        OutdoorAir outdoors = air(10, 0.8);
        CoolingHour hour = plant.run(outdoors, DESIGN, DESIGN);
        assertEquals(0, hour.watts());
        assertEquals(1, hour.freeShare());
        assertEquals(0, hour.evaporatedKilograms(), 1e-12);
        assertEquals(DESIGN, hour.heatOut(), 1e-6);
    }

    @Test
    void moistensAirThatIsTooDryAndLocksOutAirThatIsTooHumid() {
        CoolingPlant plant = CoolingConfiguration.AIR_ECONOMIZER.plant(22);
        CoolingHour winter = plant.run(air(-5, 0.3), DESIGN, DESIGN);
        assertTrue(winter.evaporatedKilograms() > 0, winter::toString);
        assertEquals(1, winter.freeShare());
        CoolingHour sultry = plant.run(air(21, 0.95), DESIGN, DESIGN);
        assertEquals(0, sultry.freeShare());
        assertTrue(plant.run(air(21, 0.6), DESIGN, DESIGN).freeShare() > 0.7);
    }

    @Test
    void coolsDesertAirByEvaporationAtThePriceOfWater() {
        OutdoorAir desert = air(38, 0.12);
        CoolingHour dry = CoolingConfiguration.AIR_ECONOMIZER.plant(24).run(desert, DESIGN, DESIGN);
        CoolingHour wet = CoolingConfiguration.EVAPORATIVE.plant(24).run(desert, DESIGN, DESIGN);
        assertTrue(wet.freeShare() > 0.95 && dry.freeShare() < 0.05, () -> wet + " " + dry);
        assertTrue(wet.watts() < 0.5 * dry.watts());
        // About 2.4 MJ evaporate a kilogram; all air that passes is cooled from 38 to 24 °C, more than the rack's heat.
        assertEquals(14.0 / 12 * DESIGN / 2.4e6, wet.evaporatedKilograms(), 0.06);
    }

    /** Rounding of a coil's load once started the chiller at its least power where evaporation was enough. */
    @Test
    void startsNoChillerWhereEvaporationIsEnough() {
        OutdoorAir mild = air(24.841566765537657, 0.5604481858045923);
        CoolingHour hour = CoolingConfiguration.EVAPORATIVE.plant(24).run(mild, 0.26625461656962673 * DESIGN, DESIGN);
        assertEquals(0, hour.compressorWatts());
        assertEquals(0, hour.pumpWatts());
        assertEquals(1, hour.freeShare());
    }

    @Test
    void usesTowerWaterAloneInTheColdAndBothInBetween() {
        CoolingPlant plant = CoolingConfiguration.CHILLER_ECONOMIZER.plant(20);
        assertEquals(1, plant.run(air(-12, 0.7), DESIGN, DESIGN).freeShare(), 1e-9);
        // At a wet bulb of 9 °C a tower of 4 K of approach at 25.6 °C has about 9 K: the saturation curve is flatter
        // there.
        double between = plant.run(air(8, 0.7), DESIGN, DESIGN).freeShare();
        assertTrue(between > 0.05 && between < 0.95, "share " + between);
        assertEquals(0, plant.run(air(30, 0.7), DESIGN, DESIGN).freeShare());
    }

    @Test
    void evaporatesAboutAKilogramForEachTwoAndAHalfMegajoulesInATower() {
        CoolingHour hour = CoolingConfiguration.CHILLER.plant(20).run(air(30, 0.5), DESIGN, DESIGN);
        double rejected = hour.heatOut() / 2.5e6;
        assertEquals(rejected, hour.evaporatedKilograms(), 0.25 * rejected);
    }

    @Test
    void reachesTheDesignApproachOfTowerAndDryCooler() {
        OutdoorAir design = air(CoolingTower.DESIGN_WET_BULB, 1);
        assertEquals(
                CoolingTower.DESIGN_WET_BULB + 4, CoolingTower.STANDARD.coldWater(design, DESIGN, DESIGN, 10), 1e-6);
        DryCooler cooler = new DryCooler(6, 0.75, new FanLaw(0.02, 0), 0);
        HeatLedger ledger = new HeatLedger(DESIGN);
        assertEquals(41, cooler.reject(ledger, air(35, 0.3), DESIGN, DESIGN, 10, 10, 20), 1e-9);
        assertEquals(0.02 * DESIGN, ledger.electricity(), 1e-6);
    }

    @Test
    void tellsWhenADryCoolerIsTooHotAndHelpsItWithPads() {
        OutdoorAir hot = air(40, 0.1);
        LiquidCooling dry = liquid(0);
        LiquidCooling padded = liquid(0.7);
        CoolingHour without = dry.run(hot, DESIGN, DESIGN);
        assertFalse(without.reached());
        assertEquals(46, without.suppliedCelsius(), 0.2);
        assertTrue(without.residual() < 1e-12);
        CoolingHour with = padded.run(hot, DESIGN, DESIGN);
        assertTrue(with.reached(), with::toString);
        assertTrue(with.evaporatedKilograms() > 0);
        assertEquals(0, padded.run(air(30, 0.1), DESIGN, DESIGN).evaporatedKilograms());
    }

    /** Cold plates once caught the heat of UPS and lamps, too, and baths left no heat to the room. */
    @Test
    void catchesHeatOfTheEquipmentOnly() {
        OutdoorAir mild = air(15, 0.6);
        HeatLoad heat = new HeatLoad(DESIGN, 0.05 * DESIGN);
        CoolingHour bath = liquid(0.7, 1).run(mild, heat, heat);
        assertEquals(0.05 * DESIGN / 3.194, bath.compressorWatts(), 1e-6);
        CoolingHour plates = liquid(0.7, 0.8).run(mild, heat, heat);
        assertEquals(0.25 * DESIGN / 3.194, plates.compressorWatts(), 1e-6);
        for (CoolingHour hour : new CoolingHour[] {bath, plates}) {
            assertEquals(40, hour.suppliedCelsius(), 1e-9);
            assertEquals(50, hour.returnCelsius(), 1e-9);
            assertEquals(20, hour.air().orElseThrow().celsius(), 1e-9);
            assertTrue(hour.residual() < 1e-12, hour::toString);
        }
        assertTrue(liquid(0.7, 1).run(mild, DESIGN, DESIGN).air().isEmpty(), "there is nothing else to cool");
    }

    private static LiquidCooling liquid(double pads) {
        return liquid(pads, 1);
    }

    private static LiquidCooling liquid(double pads, double captured) {
        DryCooler cooler = new DryCooler(6, 0.75, new FanLaw(0.02, 0), pads);
        return new LiquidCooling(
                40,
                10,
                captured,
                new FanLaw(0.01, 0),
                cooler,
                new RoomCooling(new AirLoop(20, 10, new FanLaw(0, 0)), new DirectExpansion()));
    }

    @Test
    void keepsTheEnvelopesOfAshrae() {
        ThermalEnvelope recommended = ThermalEnvelope.RECOMMENDED;
        double middle = Psychrometrics.saturationHumidityRatio(10, PRESSURE);
        assertTrue(recommended.contains(18, middle, PRESSURE) && recommended.contains(27, middle, PRESSURE));
        assertFalse(recommended.contains(17.9, middle, PRESSURE) || recommended.contains(27.1, middle, PRESSURE));
        assertFalse(recommended.contains(25, Psychrometrics.saturationHumidityRatio(15.1, PRESSURE), PRESSURE));
        assertFalse(recommended.contains(25, Psychrometrics.saturationHumidityRatio(-9.1, PRESSURE), PRESSURE));
        // 14 °C of dew point are 63 % at 21 °C: dew point alone would allow it.
        assertFalse(recommended.contains(21, Psychrometrics.saturationHumidityRatio(14, PRESSURE), PRESSURE));
        assertTrue(ThermalEnvelope.A1.contains(21, Psychrometrics.saturationHumidityRatio(14, PRESSURE), PRESSURE));
        assertTrue(ThermalEnvelope.A4.contains(45, middle, PRESSURE)
                && !ThermalEnvelope.A3.contains(45, middle, PRESSURE));
        assertEquals(
                ImmutableSet.of(ThermalEnvelope.Excursion.TOO_WARM, ThermalEnvelope.Excursion.TOO_MOIST),
                ThermalEnvelope.H1.excursions(26, Psychrometrics.saturationHumidityRatio(18, PRESSURE), PRESSURE));
        assertEquals(
                ImmutableSet.of(ThermalEnvelope.Excursion.TOO_COLD, ThermalEnvelope.Excursion.TOO_DRY),
                ThermalEnvelope.A1.excursions(14, 0.0001, PRESSURE));
        for (ThermalEnvelope each : ThermalEnvelope.CLASSES) {
            assertEquals(each, ThermalEnvelope.parse(each.name().toUpperCase(Locale.ROOT)));
        }
    }

    /** The room beside liquid was kept at 24 °C, which H1 allows and 18 to 22 °C do not. */
    @Test
    void keepsTheRoomWithinWhatIsRecommendedForTheClass() {
        for (CoolingConfiguration liquid :
                List.of(CoolingConfiguration.DIRECT_LIQUID, CoolingConfiguration.IMMERSION)) {
            for (ThermalEnvelope envelope : ThermalEnvelope.CLASSES) {
                HeatLoad heat = new HeatLoad(DESIGN, 0.05 * DESIGN);
                CoolingHour hour = liquid.plant(40, envelope).run(air(15, 0.5), heat, heat);
                double room = hour.air().orElseThrow().celsius();
                assertEquals(envelope.equals(ThermalEnvelope.H1) ? 22 : 24, room, 1e-9, envelope::name);
            }
        }
        assertEquals(22, CoolingConfiguration.EVAPORATIVE.usualSupply(ThermalEnvelope.H1));
        assertEquals(24, CoolingConfiguration.EVAPORATIVE.usualSupply(ThermalEnvelope.A1));
        assertEquals(15, CoolingConfiguration.CRAC.usualSupply(ThermalEnvelope.H1));
    }

    @Test
    void keepsThePlantWithinTheClassOfTheEquipment() {
        assertEquals(18, CoolingConfiguration.CRAC.usualSupply(ThermalEnvelope.RECOMMENDED));
        assertEquals(15, CoolingConfiguration.CRAC.usualSupply(ThermalEnvelope.A4));
        assertEquals(40, CoolingConfiguration.DIRECT_LIQUID.usualSupply(ThermalEnvelope.H1));
        assertTrue(CoolingConfiguration.CRAC
                .plant(45, ThermalEnvelope.A4)
                .run(air(20, 0.5), DESIGN, DESIGN)
                .reached());
        // Air of 17 °C dew point may come in for class A2 and not for the recommended range.
        OutdoorAir moist = new OutdoorAir(21, Psychrometrics.saturationHumidityRatio(16.5, PRESSURE), PRESSURE);
        assertEquals(
                0,
                CoolingConfiguration.AIR_ECONOMIZER
                        .plant(22, ThermalEnvelope.RECOMMENDED)
                        .run(moist, DESIGN, DESIGN)
                        .freeShare());
        assertTrue(CoolingConfiguration.AIR_ECONOMIZER
                        .plant(22, ThermalEnvelope.A2)
                        .run(moist, DESIGN, DESIGN)
                        .freeShare()
                > 0.7);
    }

    @Test
    void namesTheClassOfLiquidEquipment() {
        assertEquals(LiquidClass.W17, LiquidClass.allowing(17));
        assertEquals(LiquidClass.W40, LiquidClass.allowing(32.1));
        assertEquals("W+", LiquidClass.allowing(45.1).toString());
    }

    @Test
    void refusesWhatCannotBe() {
        assertEquals(
                "supply temperature (40.0) of outside-air cooling: is not within 15.0 and 32.0\n"
                        + "Maybe the unit is wrong: temperatures are in degC, differences in K, shares from 0 to 1.",
                message(() -> CoolingConfiguration.EVAPORATIVE.plant(40)));
        assertEquals(
                "supply temperature (45.0) of cooling crac: is not within 15.0 and 32.0 degC, what ASHRAE's class A1"
                        + " allows\nMaybe the equipment is of a wider class: A4 goes from 5 to 45 degC.",
                message(() -> CoolingConfiguration.CRAC.plant(45)));
        assertEquals(
                "class (A9) of ASHRAE: is unknown\nMaybe use one of recommended, A1, A2, A3, A4, H1.",
                message(() -> ThermalEnvelope.parse("A9")));
        assertTrue(message(() -> CoolingConfiguration.CRAC
                        .plant(15)
                        .run(air(20, 0.5), new HeatLoad(DESIGN, 1), HeatLoad.ofEquipment(DESIGN)))
                .startsWith("heat of the surroundings (1.0) of cooling plant: is not within"));
        assertTrue(message(() -> CoolingConfiguration.CRAC.plant(15).run(air(20, 0.5), 2 * DESIGN, DESIGN))
                .startsWith("heat (2000000.0) of cooling plant: is not within"));
        assertTrue(
                message(() -> new FanLaw(6, 0)).startsWith("designShare (6.0) of fan law: is not within 0.0 and 0.3"));
        assertEquals(
                "cooling (fridge): is unknown\nMaybe use one of crac, crac-economizer, chiller, chiller-economizer,"
                        + " air-economizer, evaporative, indirect-evaporative, direct-liquid, immersion.",
                message(() -> CoolingConfiguration.parse("fridge")));
    }

    private static String message(Executable call) {
        return String.valueOf(assertThrows(ItemException.class, call).getMessage());
    }
}
