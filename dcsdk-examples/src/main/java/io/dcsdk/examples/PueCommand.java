package io.dcsdk.examples;

import com.google.common.collect.ImmutableList;
import io.dcsdk.cooling.CoolingConfiguration;
import io.dcsdk.cooling.Facility;
import io.dcsdk.cooling.FacilityChart;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.cooling.ThermalEnvelope;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.report.FacilityAnswer;
import io.dcsdk.optimizer.report.FacilityReport;
import io.dcsdk.weather.EpwFile;
import io.dcsdk.weather.SyntheticClimate;
import io.dcsdk.weather.WeatherYear;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code energy pue}: PUE and WUE of cooling configurations in a year of weather. */
@Command(
        name = "pue",
        mixinStandardHelpOptions = true,
        description = "Power and water usage effectiveness by the hour, from a year of weather.",
        footer = {
            "",
            "Kinds: crac, crac-economizer, chiller, chiller-economizer, air-economizer, evaporative,",
            "indirect-evaporative, direct-liquid, immersion. Without --weather it is a synthetic climate,",
            "which nobody measured: good for a trial, not for a decision."
        })
final class PueCommand implements Runnable {
    @Option(names = "--weather", paramLabel = "FILE", description = "EnergyPlus weather file (.epw).")
    private @Nullable String weather;

    @Mixin
    private GapsOption gaps = new GapsOption();

    @Option(
            names = "--cooling",
            paramLabel = "KIND",
            arity = "1..*",
            split = ",",
            converter = Kind.class,
            description = "One or more kinds (default: all).")
    private List<CoolingConfiguration> kinds = List.of(CoolingConfiguration.values());

    @Mixin
    private LoadOption load = new LoadOption();

    @Option(
            names = "--envelope",
            paramLabel = "CLASS",
            defaultValue = "A1",
            converter = Envelope.class,
            description = "ASHRAE class of the equipment: recommended, A1 to A4 or H1 (default: ${DEFAULT-VALUE}).")
    private ThermalEnvelope envelope = ThermalEnvelope.A1;

    @Option(
            names = "--supply-temperature",
            paramLabel = "CELSIUS",
            description =
                    "Air, or liquid for the last two kinds, at the IT equipment (default: what is usual, within the"
                            + " class).")
    private @Nullable Double supply;

    @Option(names = "--json", description = "Prints all figures instead of text.")
    private boolean json;

    @Option(names = "--svg", paramLabel = "FILE", description = "Saves a picture of the kind with the lowest PUE.")
    private @Nullable String svg;

    @Option(names = "--html", paramLabel = "FILE", description = "Saves a page with all pictures and tables.")
    private @Nullable String html;

    @Mixin
    private HourlyOption hourly = new HourlyOption();

    @Option(
            names = "--carbon",
            paramLabel = "FILE",
            description = "Factors of electricity and manufacture with their sources; see docs/cli.md.")
    private @Nullable String carbon;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    PueCommand() {}

    /** Reads the name of a kind. */
    static final class Kind implements ITypeConverter<CoolingConfiguration> {
        Kind() {}

        @Override
        public CoolingConfiguration convert(String value) {
            return CoolingConfiguration.parse(value);
        }
    }

    /** Reads the name of a class. */
    static final class Envelope implements ITypeConverter<ThermalEnvelope> {
        Envelope() {}

        @Override
        public ThermalEnvelope convert(String value) {
            return ThermalEnvelope.parse(value);
        }
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        @Nullable Path picture = svg == null ? null : Input.writable("--svg", svg);
        @Nullable Path page = html == null ? null : Input.writable("--html", html);
        @Nullable Path hours = hourly.target();
        double mostGapHours = gaps.hours(weather != null, "name one as --weather, or leave it out.");
        WeatherYear year = weather == null
                ? SyntheticClimate.TEMPERATE.year()
                : WeatherYear.of(EpwFile.read(Input.path(weather)), mostGapHours);
        OptionalDouble given = supply == null ? OptionalDouble.empty() : OptionalDouble.of(supply);
        @Nullable CarbonFactors factors = carbon == null ? null : CarbonFactors.read(carbon, year.axis());
        ItLoad equipment = load.on(year.axis());
        List<FacilityAnswer> answers = new ArrayList<>();
        for (CoolingConfiguration kind : kinds) {
            double celsius = given.orElse(kind.usualSupply(envelope));
            Facility usual = kind.facility(celsius, equipment.designWatts(), envelope);
            Facility facility = equipment.chain().map(usual::withPower).orElse(usual);
            FacilityYear run = facility.run(year, equipment.watts());
            answers.add(new FacilityAnswer(
                    kind, celsius, run, Optional.ofNullable(factors).map(known -> known.account(run.facility()))));
        }
        PueReport report = new PueReport(year, equipment, envelope, answers);
        if (json) {
            out.print(Documents.toJson(report.document()));
        } else {
            report.print(out);
        }
        out.flush();
        HourlyOption.save(
                hours, () -> FacilityHours.of(year, answers), spec.commandLine().getErr());
        if (picture != null) {
            FacilityAnswer best = report.best();
            String title = "%s, %s".formatted(year.location().name(), best.kind());
            save(picture, new FacilityChart(title, best.year()).toSvg());
        }
        if (page != null) {
            FacilityReport whole = new FacilityReport(
                    year, ImmutableList.copyOf(answers), envelope, Optional.of(equipment.described()));
            save(page, whole.toHtml());
        }
    }

    private void save(Path target, String text) {
        try {
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new BadInput(
                    target.toString(), "cannot be written (%s)".formatted(e.getMessage()), "check its permissions.");
        }
        spec.commandLine().getErr().printf("Saved %s%n", target);
    }
}
