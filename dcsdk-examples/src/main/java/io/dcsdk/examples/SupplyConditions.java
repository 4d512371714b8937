package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.cooling.EnvelopeHours;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.cooling.LiquidClass;
import io.dcsdk.cooling.RoomAirYear;
import io.dcsdk.cooling.ThermalEnvelope;
import io.dcsdk.cooling.ThermalEnvelope.Excursion;
import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.report.FacilityAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What air and liquid were like at the IT equipment.
 *
 * @param returned mean temperature with which air, or liquid, comes back, degC
 * @param warmestReturn the highest of it, degC
 * @param liquidClass of equipment for the warmest liquid, if there is any
 * @param air of the room, if the plant cools any
 */
record SupplyConditions(
        @JsonProperty("return_degc") BigDecimal returned,
        @JsonProperty("return_degc_most") BigDecimal warmestReturn,
        @JsonProperty("liquid_class") Optional<String> liquidClass,
        Optional<Air> air) {

    private static final List<String> WAYS = Arrays.stream(Excursion.values())
            .map(way -> KebabName.of(way).replace("too-", ""))
            .toList();

    /** Air of the room: dry bulb and dew point, and the hours outside of the class and of what is recommended for it. */
    record Air(
            @JsonProperty("supply_degc") BigDecimal supply,
            @JsonProperty("return_degc") BigDecimal returned,
            @JsonProperty("dew_point_degc_least") BigDecimal driest,
            @JsonProperty("dew_point_degc_most") BigDecimal moistest,
            @JsonProperty("class") Outside allowed,
            Outside recommended) {}

    /** Hours outside, and in which way; one hour may be outside in two ways. */
    record Outside(String envelope, int hours, Map<String, Integer> by) {
        static Outside of(EnvelopeHours hours) {
            Map<String, Integer> by = new LinkedHashMap<>();
            hours.by().forEach((way, count) -> by.put(KebabName.of(way), count));
            return new Outside(hours.envelope().name(), hours.outside(), by);
        }

        /** The hours of all ways and of each, as cells. */
        List<String> cells() {
            List<String> cells = new ArrayList<>();
            cells.add(String.valueOf(hours));
            for (Excursion way : Excursion.values()) {
                cells.add(String.valueOf(by.getOrDefault(KebabName.of(way), 0)));
            }
            return cells;
        }
    }

    static SupplyConditions of(FacilityYear year, ThermalEnvelope envelope) {
        return new SupplyConditions(
                EstimateCommand.rounded(year.returnTemperature().mean()),
                EstimateCommand.rounded(year.returnTemperature().max()),
                year.liquidClass().map(LiquidClass::toString),
                year.roomAir().map(air -> air(air, envelope)));
    }

    private static Air air(RoomAirYear air, ThermalEnvelope envelope) {
        return new Air(
                EstimateCommand.rounded(air.supply().mean()),
                EstimateCommand.rounded(air.returned().mean()),
                EstimateCommand.rounded(air.leastDewPoint()),
                EstimateCommand.rounded(air.mostDewPoint()),
                Outside.of(air.outside(envelope)),
                Outside.of(air.outside(envelope.recommended())));
    }

    /** Two tables with a line for each configuration: how the air and the liquid were, and for how long they were outside. */
    static List<String> lines(List<FacilityAnswer> answers, ThermalEnvelope envelope) {
        TextTable table =
                new TextTable(List.of("At the equipment", ">Return", ">Liquid", ">Air", ">Dew point"), 20, 9, 6, 7, 12);
        for (FacilityAnswer answer : answers) {
            SupplyConditions found = of(answer.year(), envelope);
            table.row(
                    answer.kind().toString(),
                    String.format(Locale.ROOT, "%.0f degC", found.returned()),
                    found.liquidClass().orElse("-"),
                    found.air()
                            .map(air -> String.format(Locale.ROOT, "%.0f degC", air.supply()))
                            .orElse("-"),
                    found.air()
                            .map(air -> String.format(Locale.ROOT, "%.0f to %.0f", air.driest(), air.moistest()))
                            .orElse("-"));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.addAll(hoursOutside(answers, envelope));
        return lines;
    }

    private static List<String> hoursOutside(List<FacilityAnswer> answers, ThermalEnvelope envelope) {
        boolean isRecommended = envelope.equals(envelope.recommended());
        List<String> headings = new ArrayList<>();
        headings.add("Hours outside");
        if (!isRecommended) {
            headings.add(">" + envelope.name());
            WAYS.forEach(way -> headings.add(">" + way));
        }
        headings.add(">recommended");
        WAYS.forEach(way -> headings.add(">" + way));
        int[] widest = new int[headings.size()];
        Arrays.fill(widest, 11);
        widest[0] = 20;
        TextTable table = new TextTable(headings, widest);
        for (FacilityAnswer answer : answers) {
            SupplyConditions found = of(answer.year(), envelope);
            List<String> cells = new ArrayList<>();
            cells.add(answer.kind().toString());
            if (!isRecommended) {
                cells.addAll(found.hours(Air::allowed));
            }
            cells.addAll(found.hours(Air::recommended));
            table.row(cells.toArray(String[]::new));
        }
        return table.lines();
    }

    private List<String> hours(Function<Air, Outside> of) {
        return air().map(of).map(Outside::cells).orElse(Collections.nCopies(WAYS.size() + 1, "-"));
    }
}
