package io.dcsdk.weather;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeAxis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SolarCsvTest {
    private static final String PVGIS = """
            Latitude (decimal degrees):\t45.000
            Longitude (decimal degrees):\t8.000
            Elevation (m):\t250
            Radiation database:\tPVGIS-SARAH3

            Slope: 35 deg.
            Nominal power of the PV system (c-Si) (kWp):\t2.0
            System losses (%):\t14.0

            time,P,G(i),H_sun,T2m,WS10m,Int
            20200101:0010,0.0,0.0,0.0,1.5,1.2,0.0
            20200101:0110,500.0,300.0,5.0,1.6,1.2,0.0
            20200101:0210,1500.0,900.0,25.0,1.7,1.2,0.0

            P: PV system power (W)
            PVGIS (c) European Union, 2001-2026
            """;

    @TempDir
    private Path folder = Path.of(".");

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("solar.csv"), text);
    }

    @Test
    void readsPvgisAsCapacityFactorsInUtc() throws IOException {
        SolarOutput solar = SolarCsv.pvgis(file(PVGIS.replace("\n", "\r\n")));
        assertEquals(2, solar.peakKilowatts());
        assertArrayEquals(new double[] {0, 0.25, 0.75}, solar.capacityFactor().toArray());
        assertEquals(
                OffsetDateTime.parse("2020-01-01T00:00Z"),
                solar.capacityFactor().axis().start());
    }

    @Test
    void refusesOtherFilesOfPvgisWithTheirLine() throws IOException {
        assertTrue(pvgis("0110,500.0", "0140,500.0").contains("line 12: is at minute 40, the first row at 10"));
        assertEquals(
                folder.resolve("solar.csv")
                        + ", line 13: is 2020-01-01T03:00 where 2020-01-01T02:00 comes next\n"
                        + "Maybe an hour is missing, or there twice: ask PVGIS for the file again.",
                pvgis("20200101:0210", "20200101:0310"));
        assertTrue(pvgis("20200101:0110", "20200101:2510").contains("line 12, column time: is no date and hour"));
        assertTrue(pvgis("500.0,", "x,").contains("line 12, column P: is no finite number (x)"));
        assertTrue(pvgis("(kWp):\t2.0", "(kWp):\t").contains("does not say the peak power"));
        assertTrue(pvgis("time,P", "hour,P").contains("has no line of column names"));
        assertTrue(pvgis("time,P,", "time,Gb(i),").contains("column P: is not there"));
    }

    private String pvgis(String part, String by) throws IOException {
        Path file = file(PVGIS.replace(part, by));
        return String.valueOf(
                assertThrows(SeriesException.class, () -> SolarCsv.pvgis(file)).getMessage());
    }

    private static String pvWatts() {
        StringBuilder text = new StringBuilder("""
                "PVWatts: Hourly PV Performance Data",""
                "Requested Location:","Nowhere"
                "Lat (deg N):","47.6"
                "DC System Size (kW):","4"
                "","",""
                "Month","Day","Hour","Beam Irradiance (W/m2)","AC System Output (W)"
                """);
        TimeAxis axis = TimeAxis.yearOfHours(2001, ZoneOffset.UTC);
        for (int i = 0; i < axis.size(); i++) {
            OffsetDateTime time = axis.time(i);
            text.append("\"%d\",\"%d\",\"%d\",\"0\",\"%d\"\n"
                    .formatted(time.getMonthValue(), time.getDayOfMonth(), time.getHour(), 100 * time.getHour()));
        }
        return text + "\"Totals\",\"\",\"\",\"0\",\"1\"\n";
    }

    @Test
    void readsPvWattsAsCapacityFactorsInStandardTime() throws IOException {
        SolarOutput solar = SolarCsv.pvWatts(file(pvWatts()), ZoneOffset.ofHours(-8));
        assertEquals(8760, solar.capacityFactor().size());
        assertEquals(2300 / 4000.0, solar.capacityFactor().at(23));
        assertEquals(
                OffsetDateTime.parse("2001-01-01T00:00-08:00"),
                solar.capacityFactor().axis().start());
        Path shifted = file(pvWatts().replace("\n\"3\",\"1\",\"0\",", "\n\"2\",\"29\",\"0\","));
        String refused =
                String.valueOf(assertThrows(SeriesException.class, () -> SolarCsv.pvWatts(shifted, ZoneOffset.UTC))
                        .getMessage());
        assertTrue(refused.contains("is month 2, day 29, hour 0 where 2001-03-01T00:00 comes next"), refused);
    }
}
