package io.dcsdk.optimizer.report;

import io.dcsdk.cooling.EnvelopeHours;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.cooling.LiquidClass;
import io.dcsdk.cooling.RoomAirYear;
import io.dcsdk.cooling.ThermalEnvelope;
import io.dcsdk.cooling.ThermalEnvelope.Excursion;
import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.report.Block.Bullet;
import io.dcsdk.optimizer.report.Block.Bullets;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Table;
import io.dcsdk.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the IT equipment takes, and what air and liquid it gets: temperatures, dew points, and the hours outside of its class. */
final class EquipmentSection {
    private static final double WATTS_PER_KILOWATT = 1000;
    private static final double WATT_HOURS_PER_MEGAWATT_HOUR = 1e6;
    private static final String NONE = "-";

    private EquipmentSection() {}

    static Section of(List<FacilityAnswer> answers, ThermalEnvelope envelope, Optional<EquipmentLoad> load) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Bullets(summary(answers.get(0).year().itLoad(), envelope, load)));
        load.filter(stated -> !stated.parts().isEmpty()).ifPresent(stated -> blocks.add(parts(stated)));
        blocks.add(conditions(answers));
        blocks.add(outside(answers, envelope));
        if (!envelope.equals(envelope.recommended())) {
            blocks.add(outside(answers, envelope.recommended()));
        }
        blocks.add(new Paragraph("An hour may be outside in two ways, such as cold and moist."));
        return new Section("IT equipment, and the air and liquid it gets", blocks);
    }

    private static List<Bullet> summary(TimeSeries watts, ThermalEnvelope envelope, Optional<EquipmentLoad> load) {
        List<Bullet> bullets = new ArrayList<>();
        load.ifPresent(stated -> bullets.add(new Bullet("IT load", stated.source())));
        bullets.add(new Bullet(
                "Power",
                "%s to %s kW in the hours of the year, %s kW on average%s"
                        .formatted(
                                kilowatts(watts.min()),
                                kilowatts(watts.max()),
                                kilowatts(watts.mean()),
                                load.map(stated -> "; rooms and power chain are built for %s kW"
                                                .formatted(kilowatts(stated.designWatts())))
                                        .orElse(""))));
        bullets.add(new Bullet("ASHRAE class", described(envelope)));
        return bullets;
    }

    private static String described(ThermalEnvelope envelope) {
        return String.format(
                Locale.ROOT,
                "%s: air of %.0f to %.0f degC, dew point %.0f to %.0f degC, relative humidity %.0f to %.0f %%",
                envelope.name(),
                envelope.coldest(),
                envelope.warmest(),
                envelope.leastDewPoint(),
                envelope.mostDewPoint(),
                100 * envelope.leastRelativeHumidity(),
                100 * envelope.mostRelativeHumidity());
    }

    private static Table parts(EquipmentLoad load) {
        return new Table(
                "What the load is made of, in MWh of the year at the plugs",
                List.of(
                        Column.text("Part"),
                        Column.figures("MWh"),
                        Column.figures("Lost in power supplies"),
                        Column.figures("Most kW")),
                load.parts().stream()
                        .map(part -> List.of(
                                part.name(),
                                megawattHours(part.watts()),
                                megawattHours(part.supplyLosses()),
                                kilowatts(part.watts().max())))
                        .toList());
    }

    private static Table conditions(List<FacilityAnswer> answers) {
        List<List<String>> rows = new ArrayList<>();
        for (FacilityAnswer answer : answers) {
            FacilityYear year = answer.year();
            Optional<RoomAirYear> air = year.roomAir();
            rows.add(List.of(
                    answer.kind().toString(),
                    degrees(year.supplyTemperature().mean()),
                    degrees(year.returnTemperature().mean()),
                    degrees(year.returnTemperature().max()),
                    year.liquidClass().map(LiquidClass::toString).orElse(NONE),
                    air.map(room -> degrees(room.supply().mean())).orElse(NONE),
                    air.map(room -> degrees(room.returned().mean())).orElse(NONE),
                    air.map(room -> "%s to %s".formatted(degrees(room.leastDewPoint()), degrees(room.mostDewPoint())))
                            .orElse(NONE)));
        }
        return new Table(
                "Temperatures in degC: what goes to the equipment and comes back, liquid where there is any; air of the room beside it",
                List.of(
                        Column.text("Cooling"),
                        Column.figures("Supply"),
                        Column.figures("Return, mean"),
                        Column.figures("highest"),
                        Column.figures("Liquid class"),
                        Column.figures("Room air"),
                        Column.figures("its return"),
                        Column.figures("its dew point")),
                rows);
    }

    private static Table outside(List<FacilityAnswer> answers, ThermalEnvelope envelope) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Cooling"));
        columns.add(Column.figures("Hours"));
        for (Excursion way : Excursion.values()) {
            columns.add(Column.figures(KebabName.of(way).replace('-', ' ')));
        }
        List<List<String>> rows = new ArrayList<>();
        for (FacilityAnswer answer : answers) {
            Optional<EnvelopeHours> hours = answer.year().roomAir().map(air -> air.outside(envelope));
            List<String> row = new ArrayList<>();
            row.add(answer.kind().toString());
            row.add(hours.map(found -> String.valueOf(found.outside())).orElse(NONE));
            for (Excursion way : Excursion.values()) {
                row.add(hours.map(found -> String.valueOf(found.by().getOrDefault(way, 0)))
                        .orElse(NONE));
            }
            rows.add(row);
        }
        return new Table("Hours in which the air is outside of %s".formatted(described(envelope)), columns, rows);
    }

    private static String degrees(double celsius) {
        String text = String.format(Locale.ROOT, "%.1f", celsius);
        return text.equals("-0.0") ? "0.0" : text;
    }

    private static String kilowatts(double watts) {
        return Figures.number(watts / WATTS_PER_KILOWATT);
    }

    private static String megawattHours(TimeSeries watts) {
        return Figures.number(watts.sumOverHours() / WATT_HOURS_PER_MEGAWATT_HOUR);
    }
}
