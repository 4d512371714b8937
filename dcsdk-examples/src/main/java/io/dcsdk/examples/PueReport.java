package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.carbon.CarbonAccount;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.cooling.ThermalEnvelope;
import io.dcsdk.optimizer.report.EquipmentLoad;
import io.dcsdk.optimizer.report.FacilityAnswer;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.weather.WeatherYear;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints PUE and WUE of a year for people, and as one document. */
record PueReport(WeatherYear weather, ItLoad load, ThermalEnvelope envelope, List<FacilityAnswer> answers) {
    /** The warmest dry bulb that is counted as cool enough for outdoor air alone, degC. */
    private static final double FREE_COOLING = 18;

    private static final double WATTS_PER_KILOWATT = 1000;
    private static final double WATT_HOURS_PER_MEGAWATT_HOUR = 1e6;

    /** The whole answer. */
    record Document(
            String weather,
            boolean synthetic,
            int hours,
            @JsonProperty("it_load_kw") BigDecimal itKilowatts,
            BigDecimal utilisation,
            @JsonProperty("it_load_kw_least") BigDecimal leastKilowatts,
            @JsonProperty("it_load_kw_most") BigDecimal mostKilowatts,
            @JsonProperty("it_load_parts") List<Part> parts,
            @JsonProperty("hours_up_to_18_degc") BigDecimal freeCoolingShare,
            List<Row> cooling) {}

    /** A part of the IT load: energy at the plug, and what power supplies lose of it. */
    record Part(
            String name,
            BigDecimal mwh,
            @JsonProperty("power_supply_losses_mwh") BigDecimal losses) {}

    /** The answer of one configuration; months in which nothing runs have no PUE. */
    record Row(
            String kind,
            @JsonProperty("supply_degc") BigDecimal supply,
            BigDecimal pue,
            @JsonProperty("pue_by_month") List<Optional<BigDecimal>> months,
            @JsonProperty("wue_l_per_kwh") BigDecimal wue,
            @JsonProperty("it_mwh") BigDecimal itEnergy,
            @JsonProperty("cooling_mwh") BigDecimal coolingEnergy,
            @JsonProperty("power_losses_mwh") BigDecimal losses,
            @JsonProperty("lighting_mwh") BigDecimal lighting,
            @JsonProperty("water_m3") BigDecimal water,
            @JsonProperty("free_cooling_share") BigDecimal free,
            @JsonProperty("hours_too_warm") int missed,
            @JsonProperty("worst_balance_residual") BigDecimal residual,
            SupplyConditions conditions,
            Optional<Carbon> carbon) {}

    /** Tonnes of CO2e of the year, with manufacture in both sums, and where the factors come from. */
    record Carbon(
            @JsonProperty("operation_location_based_t") BigDecimal location,
            @JsonProperty("operation_market_based_t") BigDecimal market,
            @JsonProperty("embodied_t") Map<String, BigDecimal> embodied,
            @JsonProperty("total_location_based_t") BigDecimal totalLocation,
            @JsonProperty("total_market_based_t") BigDecimal totalMarket,
            @JsonProperty("caused_at_the_margin_t") Optional<BigDecimal> margin,
            List<String> sources) {
        static Carbon of(CarbonAccount account) {
            Map<String, BigDecimal> embodied = new LinkedHashMap<>();
            account.components()
                    .forEach(component -> embodied.put(component.name(), tonnes(account.embodied(component))));
            return new Carbon(
                    tonnes(account.operation().locationBased()),
                    tonnes(account.operation().marketBased()),
                    embodied,
                    tonnes(account.locationBased()),
                    tonnes(account.marketBased()),
                    account.marginal().map(margin -> tonnes(margin.carbon())),
                    account.sources());
        }

        private static BigDecimal tonnes(CarbonMass mass) {
            return EstimateCommand.rounded(mass.in(CarbonMass.Unit.TONNE));
        }
    }

    Document document() {
        return new Document(
                weather.location().name(),
                weather.synthetic(),
                weather.axis().size(),
                EstimateCommand.rounded(load.designWatts() / WATTS_PER_KILOWATT),
                EstimateCommand.rounded(load.utilisation()),
                EstimateCommand.rounded(load.watts().min() / WATTS_PER_KILOWATT),
                EstimateCommand.rounded(load.watts().max() / WATTS_PER_KILOWATT),
                load.parts().stream().map(PueReport::part).toList(),
                EstimateCommand.rounded(weather.freeCoolingShare(FREE_COOLING)),
                answers.stream().map(this::row).toList());
    }

    private static Part part(EquipmentLoad.Part part) {
        return new Part(
                part.name(),
                EstimateCommand.rounded(part.watts().sumOverHours() / WATT_HOURS_PER_MEGAWATT_HOUR),
                EstimateCommand.rounded(part.supplyLosses().sumOverHours() / WATT_HOURS_PER_MEGAWATT_HOUR));
    }

    private Row row(FacilityAnswer answer) {
        FacilityYear year = answer.year();
        return new Row(
                answer.kind().toString(),
                EstimateCommand.rounded(answer.supplyCelsius()),
                EstimateCommand.rounded(year.powerUsageEffectiveness()),
                year.monthlyPowerUsageEffectiveness().stream()
                        .map(month -> month.map(EstimateCommand::rounded))
                        .toList(),
                EstimateCommand.rounded(year.waterUsageEffectiveness()),
                EstimateCommand.rounded(year.itLoad().sumOverHours() / WATT_HOURS_PER_MEGAWATT_HOUR),
                EstimateCommand.rounded(year.cooling().sumOverHours() / WATT_HOURS_PER_MEGAWATT_HOUR),
                EstimateCommand.rounded(year.powerLosses().sumOverHours() / WATT_HOURS_PER_MEGAWATT_HOUR),
                EstimateCommand.rounded(year.lighting().sumOverHours() / WATT_HOURS_PER_MEGAWATT_HOUR),
                EstimateCommand.rounded(year.water().sumOverHours() / 1000),
                EstimateCommand.rounded(year.meanFreeShare()),
                year.hoursMissed(),
                EstimateCommand.rounded(year.worstResidual()),
                SupplyConditions.of(year, envelope),
                answer.carbon().map(Carbon::of));
    }

    /** The one with the lowest PUE. */
    FacilityAnswer best() {
        return answers.stream()
                .min(Comparator.comparingDouble(answer -> answer.year().powerUsageEffectiveness()))
                .orElseThrow();
    }

    void print(PrintWriter out) {
        TextTable table = new TextTable(
                List.of(
                        "Cooling",
                        ">Supply",
                        ">PUE",
                        ">Best month",
                        ">Worst month",
                        ">WUE L/kWh",
                        ">Free",
                        ">Too warm"),
                20,
                9,
                8,
                11,
                11,
                10,
                8,
                9);
        for (FacilityAnswer answer : answers) {
            FacilityYear year = answer.year();
            DoubleSummaryStatistics months = year.monthlyPowerUsageEffectiveness().stream()
                    .flatMap(Optional::stream)
                    .mapToDouble(Double::doubleValue)
                    .summaryStatistics();
            table.row(
                    answer.kind().toString(),
                    String.format(Locale.ROOT, "%.0f degC", answer.supplyCelsius()),
                    ratio(year.powerUsageEffectiveness()),
                    ratio(months.getMin()),
                    ratio(months.getMax()),
                    String.format(Locale.ROOT, "%.2f", year.waterUsageEffectiveness()),
                    String.format(Locale.ROOT, "%.1f %%", 100 * year.meanFreeShare()),
                    year.hoursMissed() + " h");
        }
        out.printf(
                Locale.ROOT,
                "%s%s: %d hours, IT load %s kW at %s%n",
                weather.location().name(),
                weather.synthetic() ? " (SYNTHETIC, nobody measured it)" : "",
                weather.axis().size(),
                Rounded.number(load.designWatts() / WATTS_PER_KILOWATT),
                Rounded.percent(load.utilisation()));
        parts(out);
        out.printf(
                Locale.ROOT,
                "  dry bulb %.1f to %.1f degC, mean %.1f; at most 18 degC in %.1f %% of the hours%n%n",
                weather.dryBulb().min(),
                weather.dryBulb().max(),
                weather.dryBulb().mean(),
                100 * weather.freeCoolingShare(FREE_COOLING));
        table.lines().forEach(out::println);
        out.println();
        SupplyConditions.lines(answers, envelope).forEach(out::println);
        best().carbon().ifPresent(account -> {
            Carbon carbon = Carbon.of(account);
            out.printf(
                    "%n  Carbon of %s: %s t location-based, %s t market-based, of that %s t of manufacture%n",
                    best().kind(),
                    Rounded.number(carbon.totalLocation()),
                    Rounded.number(carbon.totalMarket()),
                    Rounded.number(account.embodied().in(CarbonMass.Unit.TONNE)));
            carbon.sources().forEach(source -> out.printf("    factors: %s%n", source));
        });
    }

    /** What the load is made of, where a document states it. */
    private void parts(PrintWriter out) {
        if (load.parts().isEmpty()) {
            return;
        }
        out.printf(
                "  from %s to %s kW in the hours of the year%n",
                Rounded.number(load.watts().min() / WATTS_PER_KILOWATT),
                Rounded.number(load.watts().max() / WATTS_PER_KILOWATT));
        for (EquipmentLoad.Part part : load.parts()) {
            Part energy = part(part);
            out.printf(
                    "  %s: %s MWh, of that %s lost in power supplies%n",
                    part.name(), Rounded.number(energy.mwh()), Rounded.number(energy.losses()));
        }
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
