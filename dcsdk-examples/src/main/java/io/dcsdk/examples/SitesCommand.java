package io.dcsdk.examples;

import com.google.common.collect.ImmutableList;
import io.dcsdk.cooling.CoolingConfiguration;
import io.dcsdk.cooling.Facility;
import io.dcsdk.document.Documents;
import io.dcsdk.weather.EpwFile;
import io.dcsdk.weather.SyntheticClimate;
import io.dcsdk.weather.WeatherYear;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code energy sites}: the same cluster under several skies. */
@Command(
        name = "sites",
        mixinStandardHelpOptions = true,
        description = "The same cluster and cooling in the weather of several sites.",
        footer = {"", "Without FILE they are two synthetic climates, temperate and hot, which nobody measured."})
final class SitesCommand implements Runnable {
    private static final int MOST_COLUMNS = 24;

    @Parameters(paramLabel = "FILE", arity = "0..12", description = "EnergyPlus weather files (.epw), one a site.")
    private List<String> files = List.of();

    @Option(
            names = "--cooling",
            paramLabel = "KIND",
            arity = "1..*",
            split = ",",
            converter = PueCommand.Kind.class,
            description = "Kinds as in energy pue (default: chiller-economizer, air-economizer, direct-liquid).")
    private List<CoolingConfiguration> kinds = List.of(
            CoolingConfiguration.CHILLER_ECONOMIZER,
            CoolingConfiguration.AIR_ECONOMIZER,
            CoolingConfiguration.DIRECT_LIQUID);

    @Mixin
    private LoadOption load = new LoadOption();

    @Mixin
    private GapsOption gaps = new GapsOption();

    @Option(names = "--json", description = "Prints all figures instead of text.")
    private boolean json;

    @Option(names = "--svg", paramLabel = "FILE", description = "Saves a picture: energy, PUE and water by site.")
    private @Nullable String svg;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    SitesCommand() {}

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        @Nullable Path picture = svg == null ? null : Input.writable("--svg", svg);
        List<WeatherYear> weathers = weathers();
        if (picture != null && weathers.size() * kinds.size() > MOST_COLUMNS) {
            throw new BadInput(
                    "--svg (%d sites, %d kinds)".formatted(weathers.size(), kinds.size()),
                    "has room for %d columns".formatted(MOST_COLUMNS),
                    "compare fewer kinds of cooling.");
        }
        List<SiteYear> years = new ArrayList<>();
        for (WeatherYear weather : weathers) {
            ItLoad equipment = load.on(weather.axis());
            for (CoolingConfiguration kind : kinds) {
                Facility usual = kind.facility(kind.usualSupply(), equipment.designWatts());
                Facility facility = equipment.chain().map(usual::withPower).orElse(usual);
                years.add(new SiteYear(weather, kind, facility.run(weather, equipment.watts())));
            }
        }
        SitesReport report = new SitesReport(ImmutableList.copyOf(years));
        if (json) {
            out.print(Documents.toJson(report.document()));
        } else {
            report.print(out);
        }
        out.flush();
        if (picture != null) {
            try {
                Files.writeString(picture, report.toSvg());
            } catch (IOException e) {
                throw new BadInput(
                        picture.toString(),
                        "cannot be written (%s)".formatted(e.getMessage()),
                        "check its permissions.");
            }
            spec.commandLine().getErr().printf("Saved %s%n", picture);
        }
    }

    private List<WeatherYear> weathers() {
        double mostGapHours = gaps.hours(!files.isEmpty(), "name the files of the sites, or leave it out.");
        return files.isEmpty()
                ? List.of(
                        SyntheticClimate.TEMPERATE.year("synthetic temperate climate"),
                        SyntheticClimate.HOT_DRY.year("synthetic hot climate"))
                : files.stream()
                        .map(file -> WeatherYear.of(EpwFile.read(Input.path(file)), mostGapHours))
                        .toList();
    }
}
