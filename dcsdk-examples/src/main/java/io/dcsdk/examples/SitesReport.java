package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import io.dcsdk.cooling.FacilityChart;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.cooling.UsageRange;
import io.dcsdk.drawing.Chart;
import io.dcsdk.drawing.IntervalChart;
import io.dcsdk.drawing.IntervalChart.Columns;
import io.dcsdk.drawing.IntervalChart.Interval;
import io.dcsdk.drawing.Layer;
import io.dcsdk.drawing.StackedColumns;
import io.dcsdk.series.TimeSeries;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Sites beside each other: for people, as a document, and as a picture. */
record SitesReport(ImmutableList<SiteYear> years) {
    private static final double WATT_HOURS_PER_MEGAWATT_HOUR = 1e6;
    private static final double FREE_COOLING = 18;

    /** The whole answer. */
    record Document(List<Row> sites) {}

    /** One configuration at one site. */
    record Row(
            String site,
            boolean synthetic,
            @JsonProperty("hours_up_to_18_degc") BigDecimal freeHours,
            String cooling,
            BigDecimal pue,
            @JsonProperty("pue_best_hour") BigDecimal best,
            @JsonProperty("pue_worst_hour") BigDecimal worst,
            @JsonProperty("wue_l_per_kwh") BigDecimal wue,
            @JsonProperty("it_mwh") BigDecimal equipment,
            @JsonProperty("cooling_mwh") BigDecimal cooled,
            @JsonProperty("facility_mwh") BigDecimal facility,
            @JsonProperty("hours_too_warm") int missed) {}

    Document document() {
        return new Document(years.stream().map(SitesReport::row).toList());
    }

    private static Row row(SiteYear site) {
        FacilityYear year = site.year();
        UsageRange range = year.powerUsageRange();
        return new Row(
                site.weather().location().name(),
                site.weather().synthetic(),
                EstimateCommand.rounded(site.weather().freeCoolingShare(FREE_COOLING)),
                site.kind().toString(),
                EstimateCommand.rounded(range.overall()),
                EstimateCommand.rounded(range.best()),
                EstimateCommand.rounded(range.worst()),
                EstimateCommand.rounded(year.waterUsageEffectiveness()),
                EstimateCommand.rounded(megawattHours(year.itLoad())),
                EstimateCommand.rounded(megawattHours(year.cooling())),
                EstimateCommand.rounded(megawattHours(year.facility())),
                year.hoursMissed());
    }

    private static double megawattHours(TimeSeries watts) {
        return watts.sumOverHours() / WATT_HOURS_PER_MEGAWATT_HOUR;
    }

    void print(PrintWriter out) {
        TextTable table = new TextTable(
                List.of("Site", "Cooling", ">PUE", ">Worst hour", ">WUE L/kWh", ">Cooling MWh", ">Too warm"),
                22,
                20,
                8,
                11,
                10,
                12,
                9);
        for (SiteYear site : years) {
            FacilityYear year = site.year();
            UsageRange range = year.powerUsageRange();
            table.row(
                    site.site(),
                    site.kind().toString(),
                    ratio(range.overall()),
                    ratio(range.worst()),
                    String.format(Locale.ROOT, "%.2f", year.waterUsageEffectiveness()),
                    Rounded.number(megawattHours(year.cooling())),
                    year.hoursMissed() + " h");
        }
        table.lines().forEach(out::println);
        if (years.stream().anyMatch(site -> site.weather().synthetic())) {
            out.println("\n  SYNTHETIC climates: nobody measured them.");
        }
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** What is added to each kWh by part, then PUE by the hour with water below. */
    String toSvg() {
        ImmutableList<String> names = years.stream()
                .map(site -> "%s\n%s".formatted(site.site(), site.kind()))
                .collect(ImmutableList.toImmutableList());
        Chart parts = new StackedColumns(
                "The same cluster at several sites: what is added to each kWh of the IT equipment",
                "kWh for each kWh of the IT equipment",
                names,
                ImmutableList.of(
                        layer("lighting", FacilityYear::lighting),
                        layer("power losses", FacilityYear::powerLosses),
                        layer("cooling", FacilityYear::cooling)));
        ImmutableList<Optional<Interval>> intervals = years.stream()
                .map(site -> FacilityChart.interval(site.year().powerUsageRange()))
                .map(Optional::of)
                .collect(ImmutableList.toImmutableList());
        double[] water = years.stream()
                .mapToDouble(site -> Math.max(0, site.year().waterUsageEffectiveness()))
                .toArray();
        Chart hours = new IntervalChart(
                "PUE and WUE of the year",
                "PUE: bar from the best to the worst hour with IT load; stroke and number: the year",
                names,
                intervals,
                Optional.of(new Columns("WUE in L/kWh", Layer.of("WUE", water))));
        return Chart.below("The same cluster at several sites", List.of(parts, hours));
    }

    private Layer layer(String name, Function<FacilityYear, TimeSeries> part) {
        return Layer.of(
                name,
                years.stream()
                        .mapToDouble(site -> part.apply(site.year()).sumOverHours()
                                / site.year().itLoad().sumOverHours())
                        .toArray());
    }
}
