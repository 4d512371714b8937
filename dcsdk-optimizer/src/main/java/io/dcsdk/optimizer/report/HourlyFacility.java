package io.dcsdk.optimizer.report;

import io.dcsdk.cooling.FacilityChart;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.report.Block.Paragraph;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A planned facility hour by hour, for the report of its plan: the year of its cooling plant, and the supply that feeds it.
 *
 * @param supply sized for the load of the facility, in a currency of its own
 * @param exchangeRate US dollars for one unit of that currency, above zero; 1 for a supply in US dollars. What hardware and supply cost
 *     together is counted with it
 * @param cooling a year of the plant in its weather; absent where cooling takes the same share at all times
 */
public record HourlyFacility(SizingReport supply, BigDecimal exchangeRate, Optional<FacilityAnswer> cooling) {
    /**
     * Checks the rate.
     *
     * @throws io.dcsdk.item.ItemException if it is not above zero
     */
    public HourlyFacility {
        if (exchangeRate.signum() <= 0) {
            throw ItemRules.of("hourly facility", "")
                    .broken(
                            "exchangeRate",
                            exchangeRate,
                            "is not above 0",
                            "give the dollars that one unit of the supply's currency is worth.");
        }
    }

    /** The sections of a page. */
    List<Section> sections(DesignFigures design, List<LineShare> shares) {
        List<Section> sections = new ArrayList<>();
        cooling.ifPresent(answer -> sections.add(CoolingYearSection.of(
                heading(answer), answer, List.of(new Paragraph(compared(design, answer.year()))))));
        sections.addAll(supply.sections());
        sections.add(HorizonSection.of(design, shares, this));
        return sections;
    }

    private static String heading(FacilityAnswer answer) {
        boolean wholeYear = FacilityChart.isWholeYear(answer.year().itLoad().axis());
        return "Cooling %s: %s".formatted(wholeYear ? "through the year" : "in the steps of the supply", answer.kind());
    }

    private static String compared(DesignFigures design, FacilityYear year) {
        double stated = design.loads().meanCooling().base().doubleValue()
                / design.loads().meanIt().base().doubleValue();
        return ("E counts %s of the IT equipment's energy on top of it, at all times. Hour by hour the plant, power losses and light add"
                        + " %s in this weather: a PUE of %s.")
                .formatted(
                        Figures.percent(stated),
                        Figures.percent(year.powerUsageEffectiveness() - 1),
                        Figures.ratio(year.powerUsageEffectiveness()));
    }
}
