package io.dcsdk.examples;

import io.dcsdk.series.TimeAxis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A made-up EPW file of a common year, eight hours behind Greenwich: warm from noon to six, cool else. */
final class MadeUpWeather {
    static final ZoneOffset OFFSET = ZoneOffset.ofHours(-8);

    private MadeUpWeather() {}

    /** Writes it; the dry bulb is missing in the hours that are named, from 0. */
    static Path write(Path file, Integer... missing) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "LOCATION,Nowhere,XX,YYY,made up,000000,47.44400,-122.3140,-8.0,137.0",
                "DESIGN CONDITIONS,0",
                "TYPICAL/EXTREME PERIODS,0",
                "GROUND TEMPERATURES,0",
                "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0",
                "COMMENTS 1,made up",
                "COMMENTS 2,none",
                "DATA PERIODS,1,1,Data,Sunday,1/ 1,12/31"));
        TimeAxis axis = TimeAxis.yearOfHours(2001, OFFSET);
        for (int i = 0; i < axis.size(); i++) {
            OffsetDateTime time = axis.time(i);
            String dryBulb = List.of(missing).contains(i)
                    ? "99.9"
                    : time.getHour() >= 12 && time.getHour() < 18 ? "30.0" : "8.0";
            lines.add(
                    "1999,%d,%d,%d,0,?9,%s,2.0,40,101325,0,0,300,0,0,0,0,0,0,0,180,2.5,5,5,9.9,77777,9,999999999,5,0.1,0,88,0.2,0.0,0.0"
                            .formatted(time.getMonthValue(), time.getDayOfMonth(), time.getHour() + 1, dryBulb));
        }
        return Files.write(file, lines);
    }
}
