package io.dcsdk.optimizer.report;

import com.google.common.collect.ImmutableList;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.cooling.ThermalEnvelope;
import io.dcsdk.cooling.UsageRange;
import io.dcsdk.drawing.Layer;
import io.dcsdk.drawing.StackedColumns;
import io.dcsdk.optimizer.report.Block.Bullet;
import io.dcsdk.optimizer.report.Block.Bullets;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Picture;
import io.dcsdk.optimizer.report.Block.Table;
import io.dcsdk.series.TimeSeries;
import io.dcsdk.weather.WeatherYear;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The report of cooling configurations in a year of weather as one HTML file: PUE and WUE by year, month and hour, what air
 * and liquid the equipment gets, energy by part, and carbon with the sources of its factors.
 *
 * @param weather the weather
 * @param answers at least one, of that weather
 * @param envelope what air the equipment allows
 * @param load where the load of the equipment is from, if that is known
 */
public record FacilityReport(
        WeatherYear weather,
        ImmutableList<FacilityAnswer> answers,
        ThermalEnvelope envelope,
        Optional<EquipmentLoad> load) {
    private static final double WATT_HOURS_PER_MEGAWATT_HOUR = 1e6;
    private static final double FREE_COOLING = 18;

    /**
     * Checks that there is an answer.
     *
     * @throws IllegalArgumentException if there is none
     */
    public FacilityReport {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException(
                    "answers () of facility report: there is none\nMaybe run a configuration first.");
        }
    }

    /**
     * The report of equipment of class A1, whose load comes from the answers alone.
     *
     * @param weather the weather
     * @param answers at least one, of that weather
     * @throws IllegalArgumentException if there is none
     */
    public FacilityReport(WeatherYear weather, ImmutableList<FacilityAnswer> answers) {
        this(weather, answers, ThermalEnvelope.A1, Optional.empty());
    }

    /**
     * The report as a page.
     *
     * @return one HTML file with its pictures in it, well-formed as XML; it loads and runs nothing
     * @throws io.dcsdk.item.ItemException if the IT equipment never runs
     */
    public String toHtml() {
        return HtmlPage.of(page());
    }

    private FacilityAnswer best() {
        return answers.stream()
                .min(Comparator.comparingDouble(answer -> answer.year().powerUsageEffectiveness()))
                .orElseThrow();
    }

    private Page page() {
        FacilityAnswer best = best();
        String verdict = "%s has the lowest PUE, %s, with a WUE of %s L/kWh%s"
                .formatted(
                        best.kind(),
                        Figures.ratio(best.year().powerUsageEffectiveness()),
                        Figures.brief(Math.max(0, best.year().waterUsageEffectiveness())),
                        weather.synthetic() ? "; the weather is SYNTHETIC, nobody measured it" : "");
        return new Page(
                "Cooling at " + weather.location().name(),
                verdict,
                List.of(
                        compared(),
                        EquipmentSection.of(answers, envelope, load),
                        CoolingYearSection.of("The best one through the year: " + best.kind(), best, List.of()),
                        energy(),
                        FacilityCarbon.of(answers, best),
                        basis()));
    }

    private Section compared() {
        List<List<String>> rows = new ArrayList<>();
        for (FacilityAnswer answer : answers) {
            FacilityYear year = answer.year();
            UsageRange range = year.powerUsageRange();
            rows.add(List.of(
                    "%s (%s)".formatted(answer.kind(), answer.kind().description()),
                    String.format(Locale.ROOT, "%.0f", answer.supplyCelsius()),
                    Figures.ratio(range.overall()),
                    "%s to %s".formatted(Figures.ratio(range.best()), Figures.ratio(range.worst())),
                    String.format(Locale.ROOT, "%.2f", year.waterUsageEffectiveness()),
                    Figures.percent(year.meanFreeShare()),
                    String.valueOf(year.hoursMissed())));
        }
        return new Section(
                "Configurations compared",
                List.of(
                        picture(
                                "PUE above 1: what is added to each kWh of the IT equipment",
                                "kWh for each kWh of the IT equipment",
                                year -> year.itLoad().sumOverHours()),
                        new Table(
                                "PUE, WUE and free cooling of the year",
                                List.of(
                                        Column.text("Cooling"),
                                        Column.figures("Supply degC"),
                                        Column.figures("PUE"),
                                        Column.figures("by the hour"),
                                        Column.figures("WUE L/kWh"),
                                        Column.figures("Free"),
                                        Column.figures("Hours too warm")),
                                rows)));
    }

    /** What cooling, losses and light take, over something. */
    private Picture picture(String title, String quantity, Function<FacilityYear, Double> over) {
        return new Picture(new StackedColumns(
                        title,
                        quantity,
                        answers.stream()
                                .map(answer -> answer.kind().toString())
                                .collect(ImmutableList.toImmutableList()),
                        ImmutableList.of(
                                layer("lighting", FacilityYear::lighting, over),
                                layer("power losses", FacilityYear::powerLosses, over),
                                layer("cooling", FacilityYear::cooling, over)))
                .toSvg());
    }

    private Layer layer(String name, Function<FacilityYear, TimeSeries> part, Function<FacilityYear, Double> over) {
        return Layer.of(
                name,
                answers.stream()
                        .mapToDouble(answer -> part.apply(answer.year()).sumOverHours() / over.apply(answer.year()))
                        .toArray());
    }

    private Section energy() {
        List<List<String>> rows = new ArrayList<>();
        for (FacilityAnswer answer : answers) {
            FacilityYear year = answer.year();
            rows.add(List.of(
                    answer.kind().toString(),
                    megawattHours(year.itLoad()),
                    megawattHours(year.cooling()),
                    megawattHours(year.powerLosses()),
                    megawattHours(year.lighting()),
                    megawattHours(year.facility()),
                    Figures.number(Math.max(0, year.water().sumOverHours() / 1000))));
        }
        return new Section(
                "Energy and water",
                List.of(new Table(
                        "MWh of the year, and water from the mains",
                        List.of(
                                Column.text("Cooling"),
                                Column.figures("IT"),
                                Column.figures("Cooling"),
                                Column.figures("Losses"),
                                Column.figures("Light"),
                                Column.figures("Together"),
                                Column.figures("Water in m3")),
                        rows)));
    }

    private static String megawattHours(TimeSeries watts) {
        return Figures.number(watts.sumOverHours() / WATT_HOURS_PER_MEGAWATT_HOUR);
    }

    private Section basis() {
        double worst = answers.stream()
                .mapToDouble(answer -> answer.year().worstResidual())
                .max()
                .orElseThrow();
        return new Section(
                "Where this comes from",
                List.of(
                        new Bullets(List.of(
                                new Bullet(
                                        "Weather",
                                        "%s, %s%s"
                                                .formatted(
                                                        weather.location().name(),
                                                        weather.location().source(),
                                                        weather.synthetic() ? ": SYNTHETIC, nobody measured it" : "")),
                                new Bullet(
                                        "Hours",
                                        String.format(
                                                Locale.ROOT,
                                                "%d, dry bulb %.1f to %.1f degC, at most %.0f degC in %s of them",
                                                weather.axis().size(),
                                                weather.dryBulb().min(),
                                                weather.dryBulb().max(),
                                                FREE_COOLING,
                                                Figures.percent(weather.freeCoolingShare(FREE_COOLING)))),
                                new Bullet(
                                        "Energy balance",
                                        "heat in and heat out of every plant in every hour agree to %s"
                                                .formatted(Figures.exact(worst))))),
                        new Paragraph(
                                "Figures of the plants are typical of their kind; they are documented with the configurations.")));
    }
}
