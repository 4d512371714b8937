package io.dcsdk.weather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.SharedWeather;
import io.dcsdk.series.SeriesException;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

final class PhotovoltaicArrayTest {
    private static final Location GREENWICH = new Location("Greenwich", "made up", 51.48, 0, 0, 20);

    @Test
    void theSunOfTheSummerSolsticeStandsAsHighAsItIsKnownTo() {
        // At noon the sun stands at 90 - 51.48 + 23.44 degrees; a level plane sees the sine of it. The equation of time
        // is -2 min.
        PhotovoltaicArray level = PhotovoltaicArray.ofSilicon(0, 180);
        double noon = level.cosineOfIncidence(GREENWICH, OffsetDateTime.parse("2001-06-21T12:02:00Z"));
        assertEquals(Math.sin(Math.toRadians(90 - 51.48 + 23.44)), noon, 1e-4);
        // A plane that is tilted to it sees all of it.
        PhotovoltaicArray facing = PhotovoltaicArray.ofSilicon(51.48 - 23.44, 180);
        assertEquals(1, facing.cosineOfIncidence(GREENWICH, OffsetDateTime.parse("2001-06-21T12:02:00Z")), 1e-5);
        assertEquals(-1, level.cosineOfIncidence(GREENWICH, OffsetDateTime.parse("2001-06-21T00:00:00Z")));
    }

    @Test
    void eastIsLitInTheMorningAndWestInTheEvening() {
        OffsetDateTime morning = OffsetDateTime.parse("2001-03-21T08:00:00Z");
        OffsetDateTime evening = OffsetDateTime.parse("2001-03-21T16:00:00Z");
        PhotovoltaicArray east = PhotovoltaicArray.ofSilicon(60, 90);
        PhotovoltaicArray west = PhotovoltaicArray.ofSilicon(60, 270);
        assertTrue(east.cosineOfIncidence(GREENWICH, morning) > 0.8);
        assertTrue(west.cosineOfIncidence(GREENWICH, morning) < 0);
        assertTrue(west.cosineOfIncidence(GREENWICH, evening) > 0.8);
        assertTrue(east.cosineOfIncidence(GREENWICH, evening) < 0);
    }

    @Test
    void aYearInPhoenixAndSeattleGivesWhatSuchArraysGiveThere() {
        PhotovoltaicArray array = PhotovoltaicArray.ofSilicon(20, 180);
        EpwFile desert = EpwFile.read(SharedWeather.file("weather", "USA_AZ_Phoenix-Sky.Harbor.epw"));
        EpwFile coast = EpwFile.read(SharedWeather.file("weather", "USA_WA_Seattle-Tacoma.epw"));
        double phoenix = array.capacityFactor(desert, 0).sumOverHours();
        double seattle = array.capacityFactor(coast, 0).sumOverHours();
        // kWh for one kW of peak power.
        assertTrue(phoenix > 1600 && phoenix < 1950, "Phoenix " + phoenix);
        assertTrue(seattle > 950 && seattle < 1300, "Seattle " + seattle);
        double north =
                PhotovoltaicArray.ofSilicon(20, 0).capacityFactor(coast, 0).sumOverHours();
        assertTrue(north < 0.85 * seattle, "to the north " + north);
    }

    @Test
    void refusesWhatIsNoFigureOfAnArray() {
        SeriesException refused = assertThrows(SeriesException.class, () -> PhotovoltaicArray.ofSilicon(120, 180));
        assertEquals(
                "tilt (120.0) of photovoltaic array: is not within 0.0 and 90.0\nMaybe it is in degrees from horizontal.",
                refused.getMessage());
    }
}
