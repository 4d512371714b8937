package io.dcsdk.optimizer.report;

import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.optimizer.report.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A planned facility hour by hour, for the report of its plan: the year of its cooling plant, and the supply that feeds it.
 *
 * @param supply sized for the load of the facility, in US dollars
 * @param cooling a year of the plant in its weather; absent where cooling takes the same share at all times
 */
public record HourlyFacility(SizingReport supply, Optional<FacilityAnswer> cooling) {
    /** The sections of a page. */
    List<Section> sections(DesignFigures design, List<LineShare> shares) {
        List<Section> sections = new ArrayList<>();
        cooling.ifPresent(answer -> sections.add(CoolingYearSection.of(
                "Cooling through the year: " + answer.kind(),
                answer,
                List.of(new Paragraph(compared(design, answer.year()))))));
        sections.addAll(supply.sections());
        sections.add(HorizonSection.of(design, shares, supply));
        return sections;
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
