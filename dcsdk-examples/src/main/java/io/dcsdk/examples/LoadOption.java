package io.dcsdk.examples;

import com.google.common.collect.ImmutableList;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The IT load of commands about a year of weather: constant, or of a document. */
final class LoadOption {
    private static final double WATTS_PER_KILOWATT = 1000;
    private static final double USUAL_KILOWATTS = 1000;
    private static final double USUAL_SHARE = 0.8;
    private static final double MOST_KILOWATTS = 1e7;

    @Option(
            names = "--it-load",
            paramLabel = "KW",
            description = "Most power of the IT equipment, in kW (default: 1000).")
    private @Nullable Double itKilowatts;

    @Option(
            names = "--utilisation",
            paramLabel = "SHARE",
            description = "IT power over that, 0 to 1, at all hours (default: 0.8).")
    private @Nullable Double utilisation;

    @Option(
            names = "--load",
            paramLabel = "FILE",
            description =
                    "IT load by the hour, in place of these two: servers with utilisation, or power; see docs/cli.md.")
    private @Nullable String load;

    LoadOption() {}

    /** The load on the hours of some weather. */
    ItLoad on(TimeAxis axis) {
        if (load != null) {
            if (itKilowatts != null || utilisation != null) {
                throw new BadInput(
                        "--load",
                        "stands in place of --it-load and --utilisation",
                        "leave them out: the file says design_kilowatts and utilisation.");
            }
            return LoadInput.read(load, axis);
        }
        if (itKilowatts != null && !(itKilowatts > 0 && itKilowatts <= MOST_KILOWATTS)) {
            throw new BadInput(
                    "--it-load (%s)".formatted(itKilowatts),
                    "is not above 0 and at most 1e7",
                    "it is stated in watts; here it is in kW.");
        }
        if (utilisation != null && !(utilisation > 0 && utilisation <= 1)) {
            throw new BadInput(
                    "--utilisation (%s)".formatted(utilisation),
                    "is not above 0 and at most 1",
                    "it is stated in per cent; here it is a share.");
        }
        double design = WATTS_PER_KILOWATT * (itKilowatts == null ? USUAL_KILOWATTS : itKilowatts);
        double share = utilisation == null ? USUAL_SHARE : utilisation;
        return new ItLoad(
                TimeSeries.constant("IT load", "W", axis, share * design),
                design,
                ImmutableList.of(),
                Optional.empty(),
                "stated as %s kW at a utilisation of %s in all hours"
                        .formatted(Rounded.number(design / WATTS_PER_KILOWATT), Rounded.percent(share)));
    }
}
