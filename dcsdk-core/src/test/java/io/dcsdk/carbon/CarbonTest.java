package io.dcsdk.carbon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.SharedWeather;
import io.dcsdk.item.ItemException;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class CarbonTest {
    private static final TimeAxis AXIS = TimeAxis.of(OffsetDateTime.parse("2022-01-01T00:00Z"), Duration.ofHours(1), 3);

    @TempDir
    private Path folder = Path.of(".");

    private static GridCarbon grid(double... grams) {
        TimeSeries intensity = TimeSeries.of("intensity", GridCarbon.UNIT, AXIS, grams);
        return new GridCarbon(intensity, GridCarbon.FactorKind.AVERAGE, "made up");
    }

    private static TimeSeries watts(double... values) {
        return TimeSeries.of("load", "W", AXIS, values);
    }

    @Test
    void computesThePublishedIntensityFromThePublishedMix() {
        Path file = SharedWeather.file("carbon", "VA_2022_hourly.csv");
        TimeSeries computed = GenerationMix.read(file, 22)
                .intensity(EmissionFactors.LIFE_CYCLE_BY_EIA_CODE)
                .intensity();
        TimeSeries published = GridCarbonCsv.column(file, "timestamp", "avg_CI", GridCarbon.FactorKind.AVERAGE, 22)
                .intensity();
        assertEquals(8760, computed.size());
        int same = 0;
        for (int i = 0; i < computed.size(); i++) {
            same += Math.abs(computed.at(i) - published.at(i)) < 1e-9 ? 1 : 0;
        }
        assertTrue(same >= 8760 - 23, "only the gaps of 13 March and 7 November are interpolated: " + same);
    }

    @Test
    void countsWindSunWaterAndNuclearPowerAsCarbonFree() throws IOException {
        Path file = Files.writeString(folder.resolve("mix.csv"), """
                timestamp,WND,SUN,WAT,OIL,NG,COL,NUC,OTH
                2022-01-01T00:00Z,1,2,3,4,5,6,7,8
                2022-01-01T01:00Z,0,0,-4,0,3,0,1,0
                2022-01-01T02:00Z,0,0,0,0,0,0,0,0
                """);
        GenerationMix mix = GenerationMix.read(file, 0);
        assertEquals(
                "generation (0.0 MW) of generation mix: is not above zero at 2022-01-01T02:00Z\nMaybe fill the gap.",
                message(mix::carbonFree));
        Files.writeString(file, Files.readString(file).replace("02:00Z,0", "02:00Z,9"));
        TimeSeries share = GenerationMix.read(file, 0).carbonFree();
        assertEquals(13.0 / 36, share.at(0), 1e-15);
        assertEquals(0.25, share.at(1), 1e-15, "pumps generate nothing");
        assertEquals(1, share.at(2));
    }

    /** Subtracted, the pumps made gas and nuclear power dirtier than gas alone is. */
    @Test
    void leavesOutOfTheIntensityWhatTakesMoreThanItGives() throws IOException {
        Path file = Files.writeString(folder.resolve("mix.csv"), """
                timestamp,WND,SUN,WAT,OIL,NG,COL,NUC,OTH
                2022-01-01T00:00Z,0,0,-3.5,0,3,0,1,0
                2022-01-01T01:00Z,0,0,4,0,3,0,1,0
                """);
        TimeSeries intensity = GenerationMix.read(file, 0)
                .intensity(EmissionFactors.LIFE_CYCLE_BY_EIA_CODE)
                .intensity();
        assertEquals((3 * 490 + 12) / 4.0, intensity.at(0), 1e-12);
        assertEquals((4 * 24 + 3 * 490 + 12) / 8.0, intensity.at(1), 1e-12);
    }

    @Test
    void tellsTheGapOfThePublishedFile() {
        Path file = SharedWeather.file("carbon", "VA_2022_hourly.csv");
        String refused = String.valueOf(assertThrows(SeriesException.class, () -> GenerationMix.read(file, 0))
                .getMessage());
        assertTrue(refused.contains("column WND: has no value for 22 h from 2022-03-13T07:00Z"), refused);
    }

    @Test
    void readsBothGenerationsOfElectricityMapsFiles() throws IOException {
        Path old = Files.writeString(folder.resolve("old.csv"), """
                Datetime (UTC),Country,Zone Name,Zone Id,Carbon Intensity gCO₂eq/kWh (direct),Carbon Intensity gCO₂eq/kWh (LCA),Low Carbon Percentage,Renewable Percentage,Data Source,Data Estimated,Data Estimation Method
                2022-01-01 00:00:00,USA,PJM,US-MIDA-PJM,350.5,400.25,40,8,eia.gov,false,
                2022-01-01 01:00:00,USA,PJM,US-MIDA-PJM,351.5,401.25,40,8,eia.gov,false,
                """);
        GridCarbon direct = GridCarbonCsv.electricityMaps(old, GridCarbonCsv.Boundary.DIRECT, 0);
        assertEquals(351, direct.intensity().mean());
        assertEquals(
                OffsetDateTime.parse("2022-01-01T00:00Z"),
                direct.intensity().axis().start());
        assertEquals(
                400.75,
                GridCarbonCsv.electricityMaps(old, GridCarbonCsv.Boundary.LIFE_CYCLE, 0)
                        .intensity()
                        .mean());
        Path recent = Files.writeString(folder.resolve("new.csv"), """
                Datetime (UTC),Country,Zone name,Zone id,Carbon intensity gCO₂eq/kWh (direct),Carbon intensity gCO₂eq/kWh (Life cycle),Carbon-free energy percentage (CFE%),Renewable energy percentage (RE%),Data source,Data estimated,Data estimation method
                2024-01-01 00:00:00,USA,PJM,US-MIDA-PJM,350.5,400.25,40,8,eia.gov,false,
                2024-01-01 01:00:00,USA,PJM,US-MIDA-PJM,351.5,401.25,40,8,eia.gov,false,
                """);
        assertEquals(
                400.75,
                GridCarbonCsv.electricityMaps(recent, GridCarbonCsv.Boundary.LIFE_CYCLE, 0)
                        .intensity()
                        .mean());
        Path other = Files.writeString(folder.resolve("other.csv"), "time,x\n1,2\n");
        assertTrue(String.valueOf(assertThrows(
                                SeriesException.class,
                                () -> GridCarbonCsv.electricityMaps(other, GridCarbonCsv.Boundary.DIRECT, 0))
                        .getMessage())
                .endsWith("Maybe it is no hourly file of Electricity Maps: read it by its columns, without form:"
                        + " electricity-maps."));
    }

    @Test
    void countsLocationAndMarketByHand() {
        Contract wind = new Contract("wind", watts(500, 2000, 0), 0, "certificates");
        Contract gas = new Contract("gas", watts(1000, 1000, 200), 450, "supplier");
        GridCarbon residual =
                new GridCarbon(grid(500, 500, 500).intensity(), GridCarbon.FactorKind.AVERAGE, "residual mix");
        CarbonInventory inventory =
                CarbonInventory.of(watts(1000, 1000, 1000), grid(100, 200, 300), residual, List.of(wind, gas));
        assertEquals(CarbonMass.kilograms(0.6), inventory.locationBased());
        // 500 W of gas, none, then 200 W of gas and 800 W of the residual mix.
        assertEquals(
                0.5 * 0.45 + 0.2 * 0.45 + 0.8 * 0.5, inventory.marketBased().in(CarbonMass.Unit.KILOGRAM), 1e-12);
        assertEquals((1000 + 1000 + 200) / 3000.0, inventory.matchedShare(), 1e-15);
        assertEquals(0.5, inventory.carbonFreeShare(), 1e-15);
        assertEquals(List.of("made up", "certificates", "supplier", "residual mix"), inventory.sources());
    }

    @Test
    void anAccountAddsOperationAndManufactureAndKeepsTheMarginBeside() {
        Contract wind = new Contract("wind", watts(500, 2000, 0), 0, "certificates");
        TimeSeries load = watts(1000, 1000, 1000);
        CarbonInventory inventory = CarbonInventory.of(load, grid(100, 200, 300), grid(100, 200, 300), List.of(wind));
        assertEquals(
                List.of(0.1, 0.2, 0.3),
                inventory.locationByHour().stream().boxed().toList());
        assertEquals(
                List.of(0.05, 0.0, 0.3),
                inventory.marketByHour().stream().boxed().toList());
        assertEquals(
                inventory.marketBased().in(CarbonMass.Unit.KILOGRAM),
                inventory.marketByHour().sumOverHours(),
                1e-12);
        EmbodiedComponent server = new EmbodiedComponent(
                "server", 2, CarbonMass.kilograms(876), TimeSpan.hours(8760), "maker's data sheet");
        GridCarbon marginal =
                new GridCarbon(grid(700, 700, 700).intensity(), GridCarbon.FactorKind.MARGINAL, "marginal data");
        CarbonAccount account =
                CarbonAccount.of(load, inventory, List.of(server)).withMarginal(load, marginal);
        assertEquals(0.6, account.embodied().in(CarbonMass.Unit.KILOGRAM), 1e-12);
        assertEquals(1.2, account.locationBased().in(CarbonMass.Unit.KILOGRAM), 1e-12);
        assertEquals(0.95, account.marketBased().in(CarbonMass.Unit.KILOGRAM), 1e-12);
        assertEquals(2.1, account.marginal().orElseThrow().carbon().in(CarbonMass.Unit.KILOGRAM), 1e-12);
        assertEquals(List.of("made up", "certificates", "maker's data sheet", "marginal data"), account.sources());
        assertEquals(
                "factors (made up) of carbon account: are average ones\nMaybe give them to the inventory: marginal factors tell"
                        + " what a decision changes.",
                message(() -> account.withMarginal(load, grid(1, 2, 3))));
    }

    @Property(tries = 200)
    void bothWaysAgreeWithoutContractsAndContractsNeverCoverMoreThanTheLoad(
            @ForAll @DoubleRange(min = 1, max = 1e6) double load,
            @ForAll @DoubleRange(min = 0, max = 1e6) double contracted,
            @ForAll @DoubleRange(min = 0, max = 900) double grams) {
        CarbonInventory plain =
                CarbonInventory.of(watts(load, 0, load), grid(grams, 5, 80), grid(grams, 5, 80), List.of());
        assertEquals(plain.locationBased(), plain.marketBased());
        Contract wind = new Contract("wind", watts(contracted, contracted, contracted), 0, "certificates");
        CarbonInventory covered =
                CarbonInventory.of(watts(load, 0, load), grid(grams, 5, 80), grid(grams, 5, 80), List.of(wind));
        assertEquals(Math.min(1, contracted / load), covered.carbonFreeShare(), 1e-12);
        assertTrue(covered.marketBased().compareTo(plain.marketBased()) <= 0);
        assertEquals(plain.locationBased(), covered.locationBased());
    }

    @Test
    void spreadsManufactureOverTheLifetime() {
        EmbodiedComponent servers = new EmbodiedComponent(
                "server", 10, CarbonMass.kilograms(3000), TimeSpan.years(5), "maker's data sheet");
        assertEquals(CarbonMass.tonnes(6), servers.over(TimeSpan.years(1)));
        assertEquals(CarbonMass.tonnes(60), servers.over(TimeSpan.years(10)));
    }

    @Test
    void refusesMarginalFactorsInAnInventory() {
        GridCarbon marginal =
                new GridCarbon(grid(1, 2, 3).intensity(), GridCarbon.FactorKind.MARGINAL, "marginal data");
        assertEquals(
                "factors (marginal data) of carbon inventory: are marginal\nMaybe use average ones: marginal factors tell"
                        + " what a decision changes, not what a load carries.",
                message(() -> CarbonInventory.of(watts(1, 1, 1), marginal, grid(1, 2, 3), List.of())));
        assertEquals(
                "intensity (-1.0) of grid carbon: is not within 0 and 3000.0 gCO2e/kWh\nMaybe it is in kg/MWh or lb/MWh.",
                message(() -> grid(5, -1, 3)));
        assertTrue(message(() -> new GridCarbon(watts(1, 2, 3), GridCarbon.FactorKind.AVERAGE, "x"))
                .startsWith("unit (W) of grid carbon: is not gCO2e/kWh"));
    }

    private static String message(Executable call) {
        return String.valueOf(assertThrows(ItemException.class, call).getMessage());
    }
}
