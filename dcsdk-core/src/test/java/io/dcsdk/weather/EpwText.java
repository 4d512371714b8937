package io.dcsdk.weather;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The lines of a made-up EPW file of 8760 or 8784 hours; the dry bulb tells month, day and hour. */
final class EpwText {
    private EpwText() {}

    static List<String> lines(int year) {
        List<String> lines = new ArrayList<>(List.of(
                "LOCATION,Nowhere,XX,YYY,made up,000000,47.44400,-122.3140,-8.0,137.0",
                "DESIGN CONDITIONS,0",
                "TYPICAL/EXTREME PERIODS,0",
                "GROUND TEMPERATURES,0",
                "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0",
                "COMMENTS 1,made up",
                "COMMENTS 2,none",
                "DATA PERIODS,1,1,Data,Sunday,1/ 1,12/31"));
        OffsetDateTime time = OffsetDateTime.of(year, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        while (time.getYear() == year) {
            lines.add(
                    "1999,%d,%d,%d,0,?9,%s,-5.0,40,101325,0,0,300,0,0,0,0,0,0,0,180,2.5,5,5,9.9,77777,9,999999999,5,0.1,0,88,0.2,0.0,0.0"
                            .formatted(time.getMonthValue(), time.getDayOfMonth(), time.getHour() + 1, dryBulb(time)));
            time = time.plusHours(1);
        }
        return lines;
    }

    static double dryBulb(OffsetDateTime time) {
        return time.getMonthValue() + time.getDayOfMonth() / 100.0 + time.getHour() / 10_000.0;
    }
}
