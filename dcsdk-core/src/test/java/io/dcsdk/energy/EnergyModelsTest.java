package io.dcsdk.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.SharedFacility;
import io.dcsdk.item.ItemException;
import io.dcsdk.item.ItemSamples;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class EnergyModelsTest {
    @Test
    void matchesThePublishedTrainingEnergiesWithinOnePercent() {
        for (JsonNode row : SharedFacility.section("training_energy").required("rows")) {
            TrainingEnergy training = new TrainingEnergy(
                    row.required("accelerators").longValue(),
                    TimeSpan.days(SharedFacility.number(row, "days")),
                    Power.watts(SharedFacility.number(row, "watts")),
                    new PowerUsageEffectiveness(Ratio.of(SharedFacility.number(row, "pue"))));
            double published = SharedFacility.number(row, "mwh");
            assertEquals(published, training.energy().in(Energy.Unit.MEGAWATT_HOUR), published * 0.01, row.toString());
            if (row.has("kg_per_kwh")) {
                double tonnes = SharedFacility.number(row, "tco2");
                CarbonMass carbon = training.carbon(
                        CarbonIntensity.kilogramsPerKilowattHour(SharedFacility.number(row, "kg_per_kwh")));
                assertEquals(tonnes, carbon.in(CarbonMass.Unit.TONNE), tonnes * 0.01, row.toString());
            }
        }
    }

    @Test
    void matchesTheIdentitiesOfTheBloomFootprint() {
        JsonNode bloom = SharedFacility.section("bloom");
        TrainingEnergy training = TrainingEnergy.ofAcceleratorTime(
                TimeSpan.hours(SharedFacility.number(bloom, "gpu_hours")),
                Power.kilowatts(SharedFacility.number(bloom, "kw")));
        assertEquals(Energy.kilowattHours(SharedFacility.number(bloom, "kwh")), training.energy());
        CarbonFootprint footprint = new CarbonFootprint(
                CarbonMass.tonnes(SharedFacility.number(bloom, "tco2_dynamic")),
                CarbonMass.tonnes(SharedFacility.number(bloom, "tco2_idle")),
                CarbonMass.tonnes(SharedFacility.number(bloom, "tco2_embodied")));
        assertEquals(CarbonMass.tonnes(SharedFacility.number(bloom, "tco2_total")), footprint.total());
    }

    @Test
    void sharesTheCarbonOfManufactureByTime() {
        assertEquals(
                CarbonMass.kilograms(250),
                CarbonFootprint.embodiedShare(CarbonMass.tonnes(1), TimeSpan.years(1), TimeSpan.years(4)));
        assertThrows(
                ItemException.class,
                () -> CarbonFootprint.embodiedShare(CarbonMass.tonnes(1), TimeSpan.years(5), TimeSpan.years(4)));
    }

    @Test
    void splitsFacilityEnergyAtThePublishedEffectiveness() {
        for (JsonNode published : SharedFacility.section("pue")) {
            Ratio overhead = Ratio.of(published.doubleValue()).minus(Ratio.ONE);
            PowerUsageEffectiveness effectiveness =
                    PowerUsageEffectiveness.of(overhead.minus(Ratio.of(0.05)), Ratio.of(0.05));
            assertEquals(Ratio.of(published.doubleValue()), effectiveness.value());
            Energy it = Energy.megawattHours(100);
            assertEquals(effectiveness.facilityEnergy(it), it.plus(effectiveness.overheadEnergy(it)));
            Power facility = effectiveness.facilityPower(Power.megawatts(1));
            assertEquals(1, effectiveness.itPower(facility).in(Power.Unit.MEGAWATT), 1e-15);
        }
    }

    @Test
    void refusesAnEffectivenessBelowOne() {
        ItemException refused = assertThrows(ItemException.class, () -> new PowerUsageEffectiveness(Ratio.of(0.63)));
        assertEquals("""
                PUE (0.63) of facility: is below 1
                Maybe it is IT energy over facility energy, which is the inverse.""", refused.getMessage());
    }

    @Test
    void givesTheAnnualFiguresOfASupply() {
        Supply solar = ItemSamples.with(Supply.class, "capacityFactor", "0.25");
        assertEquals(Energy.megawattHours(2190), solar.annualEnergy(Power.megawatts(1)));
        assertEquals(Money.dollars(200_000), solar.capitalCost(Power.megawatts(1)));
        assertEquals(MoneyRate.dollarsPerYear(2_000), solar.maintenance(Power.megawatts(1)));
        assertEquals(
                Power.kilowatts(100),
                ItemSamples.with(Supply.class, "firmShare", "0.1").firmPower(Power.megawatts(1)));
        ItemException refused = assertThrows(ItemException.class, () -> solar.annualEnergy(Power.watts(-1)));
        assertEquals("capacity (-1 W) of supply grid: is negative\nMaybe drop the minus sign.", refused.getMessage());
    }

    @Test
    void carriesALoadAsLongAsTheBatteryHasEnergyAndPower() {
        BatteryStorage battery = new BatteryStorage(Power.megawatts(1), Energy.megawattHours(4), Ratio.of(0.8));
        assertEquals(TimeSpan.hours(4), battery.firmTime(Power.megawatts(1)));
        assertEquals(TimeSpan.hours(8), battery.firmTime(Power.kilowatts(500)));
        assertEquals(TimeSpan.ZERO, battery.firmTime(Power.kilowatts(1001)));
        assertEquals(Power.kilowatts(500), battery.firmPower(TimeSpan.hours(8)));
        assertEquals(Power.megawatts(1), battery.firmPower(TimeSpan.hours(1)));
        assertEquals(Energy.megawattHours(365), battery.annualLoss(365));
        assertTrue(battery.annualLoss(0).isZero());
    }

    @Test
    void countsCoolingUnitsWithSpares() {
        CoolingSystem cooling = ItemSamples.sample(CoolingSystem.class);
        assertEquals(11, cooling.units(Power.megawatts(1), 1));
        assertEquals(12, cooling.units(Power.megawatts(1).plus(Power.watts(1)), 1));
        assertEquals(0, cooling.units(Power.ZERO, 1));
    }
}
