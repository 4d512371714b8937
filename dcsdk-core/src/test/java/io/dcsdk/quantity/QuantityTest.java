package io.dcsdk.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantityTest {
    @Test
    void keepsTheTextOfTheFieldsUsualFigures() {
        assertEquals("10.2 kW", Power.parse("10.2 kW").toString());
        assertEquals("10.2 kW", Power.watts(10_200).toString());
        assertEquals("80 GiB", DataSize.parse("80 GiB").toString());
        assertEquals("80 GB", DataSize.parse("80 GB").toString());
        assertEquals("1.024 TB", DataSize.gigabytes(1024).toString());
        assertEquals("50 GB/s", DataRate.parse("400 Gbit/s").toString());
        assertEquals("989 TFLOP/s bf16", ComputeRate.parse("989 TFLOPS bf16").toString());
        assertEquals("1.979 PFLOP/s int8", ComputeRate.parse("1979 TOPS int8").toString());
        assertEquals("1.287 GWh", Energy.parse("1287 MWh").toString());
        assertEquals("54 d", TimeSpan.days(54).toString());
        assertEquals("3.09 h", TimeSpan.hours(3.09).toString());
        assertEquals("0.1 USD/kWh", EnergyPrice.parse("0.1 USD/kWh").toString());
        assertEquals("429 gCO2/kWh", CarbonIntensity.parse("0.429 kgCO2/kWh").toString());
        assertEquals("27 degC", Temperature.parse("300.15 K").toString());
        assertEquals("0.35", Ratio.parse("35 %").toString());
        assertEquals("0 W", Power.ZERO.toString());
        assertEquals("0 B", DataSize.ZERO.toString());
        assertEquals("-2 kW", Power.kilowatts(1).minus(Power.kilowatts(3)).toString());
    }

    @Test
    void tellsGigabytesFromGibibytes() {
        assertNotEquals(DataSize.parse("1 GB"), DataSize.parse("1 GiB"));
        assertEquals(new BigDecimal("1073741824"), DataSize.parse("1 GiB").base());
    }

    @Test
    void multipliesAndDividesAcrossDimensions() {
        assertEquals(Energy.kilowattHours(24), Power.kilowatts(1).times(TimeSpan.days(1)));
        assertEquals(Power.kilowatts(1), Energy.kilowattHours(24).dividedBy(TimeSpan.hours(24)));
        assertEquals(Money.dollars(2.4), EnergyPrice.parse("0.1 USD/kWh").times(Energy.kilowattHours(24)));
        assertEquals(
                CarbonMass.kilograms(429),
                CarbonIntensity.parse("0.429 tCO2/MWh").times(Energy.megawattHours(1)));
        assertEquals(
                WaterVolume.litres(1800),
                WaterIntensity.litresPerKilowattHour(1.8).times(Energy.megawattHours(1)));
        assertEquals(Money.parse("3.6 USD"), WaterPrice.dollarsPerCubicMetre(2).times(WaterVolume.parse("1.8 m3")));
        assertEquals(
                EnergyPrice.parse("0.0429 USD/kWh"),
                CarbonPrice.dollarsPerTonne(100).times(CarbonIntensity.parse("429 gCO2/kWh")));
        assertEquals(TimeSpan.seconds(2), DataSize.terabytes(4).dividedBy(DataRate.parse("2 TB/s")));
        assertEquals(
                ComputeWork.flop(1e18),
                ComputeRate.teraflopPerSecond(1000, Precision.BF16).times(TimeSpan.seconds(1000)));
        assertEquals(Money.dollars(500), MoneyRate.dollarsPerYear(100).times(TimeSpan.years(5)));
        assertEquals(MoneyRate.dollarsPerYear(100), Money.dollars(500).dividedBy(TimeSpan.years(5)));
        assertEquals(TemperatureDifference.kelvins(9), Temperature.celsius(27).minus(Temperature.celsius(18)));
    }

    @Test
    void countsThePiecesThatCover() {
        assertEquals(10, DataSize.terabytes(10).piecesOf(DataSize.terabytes(1)));
        assertEquals(11, DataSize.terabytes(10).plus(DataSize.bytes(1)).piecesOf(DataSize.terabytes(1)));
        assertEquals(0, DataSize.ZERO.piecesOf(DataSize.terabytes(1)));
        assertThrows(QuantityException.class, () -> DataSize.terabytes(10).piecesOf(DataSize.ZERO));
    }

    @Test
    void refusesToMixPrecisions() {
        ComputeRate bf16 = ComputeRate.parse("1 TFLOP/s bf16");
        ComputeRate fp32 = ComputeRate.parse("1 TFLOP/s fp32");
        QuantityException refused = assertThrows(QuantityException.class, () -> bf16.plus(fp32));
        assertEquals("""
                compute rate (1 TFLOP/s bf16): is not of the same precision as 1 TFLOP/s fp32
                Maybe convert one with the peak rates of the device.""", refused.getMessage());
        assertThrows(QuantityException.class, () -> bf16.compareTo(fp32));
        assertNotEquals(bf16, fp32);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.2|power (10.2): has no unit\\nMaybe use one of the known ones; the units are W, kW, MW, GW.",
                "10.2 KW|power (10.2 KW): has the unknown unit \"KW\"\\nMaybe you mean kW; the units are W, kW, MW, GW.",
                "NaN kW|power (NaN kW): is not a number and a unit\\nMaybe write it like \"10.2 W\"; the units are W, kW, MW, GW.",
                "1e99 kW|power (1e99 kW): its magnitude is not within 1e-60 and 1e60\\nMaybe the unit is wrong.",
            })
    void saysWhatIsWrongWithAText(String text, String message) {
        QuantityException refused = assertThrows(QuantityException.class, () -> Power.parse(text));
        assertEquals(message.replace("\\n", "\n"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "kW",
                "1 2 kW",
                "0x10 W",
                "1,000 W",
                "+-1 W",
                "1e W",
                "Infinity W",
                "1 kW kW",
                "1e99999 W"
            })
    void refusesTextThatIsNoPower(String text) {
        assertThrows(QuantityException.class, () -> Power.parse(text));
    }

    @Test
    void refusesDigitsThatItCouldNotKeep() {
        assertThrows(QuantityException.class, () -> Energy.parse("1.234567890123456789012345678901234 kWh"));
        assertThrows(QuantityException.class, () -> Power.parse("0.12345678901234567890123456789012345 W"));
        assertThrows(QuantityException.class, () -> Power.watts(Double.NaN));
        assertThrows(QuantityException.class, () -> Temperature.celsius(-274));
    }
}
