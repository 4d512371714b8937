package io.dcsdk.examples;

import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.dispatch.StorageDispatch;
import io.dcsdk.optimizer.hourly.SizingPictures;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.report.SizingReport;
import io.dcsdk.optimizer.sizing.CapacityEvaluation;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.optimizer.supply.SupplyDocument;
import io.dcsdk.optimizer.supply.SupplySystem;
import io.dcsdk.optimizer.typical.TypicalSizing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code energy size}: capacities and dispatch of least cost. */
@Command(
        name = "size",
        mixinStandardHelpOptions = true,
        description = "Finds how much of each source, storage and link to build and how to run it, at least cost,"
                + " with a certified gap.",
        footer = {
            "",
            "Without FILE it is a data centre in Seattle. Exit codes: 0 a design, 2 bad input, 3 infeasible,",
            "4 nothing found."
        })
final class SizeCommand implements Callable<Integer> {
    /** The example that comes with the command. */
    static final String EXAMPLE = "supply-seattle.yaml";

    private static final String TOO_FEW_DAYS =
            "What was sized on the typical days does not do for all days: take more of them.";
    private static final String NO_DAYS =
            "The typical days have no design, which proves nothing of all days: size without --typical-days.";

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The system; its series are files beside it. - for standard input.")
    private @Nullable String file;

    @Option(
            names = "--gap",
            paramLabel = "RATIO",
            converter = Gap.class,
            defaultValue = "1e-6",
            description = "Relative gap to close (default: ${DEFAULT-VALUE}).")
    private Rational gap = Rational.ZERO;

    @Option(names = "--json", description = "Prints all figures instead of text.")
    private boolean json;

    @Option(names = "--svg", paramLabel = "FILE", description = "Saves a picture: a week of dispatch, load duration.")
    private @Nullable String svg;

    @Mixin
    private WeekOption week = new WeekOption();

    @Mixin
    private HourlyOption hourly = new HourlyOption();

    @Option(names = "--html", paramLabel = "FILE", description = "Saves a page with all pictures and tables.")
    private @Nullable String html;

    @Option(
            names = "--typical-days",
            paramLabel = "K",
            description =
                    "Sizes on at most K typical days, storage cyclic within each, and dispatches all steps with what was found.")
    private @Nullable Integer typicalDays;

    @Option(
            names = "--full-year",
            description = "With --typical-days: sizes all steps as well, to tell how far off the typical days are.")
    private boolean fullYear;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    SizeCommand() {}

    @Override
    public Integer call() {
        PrintWriter printer = spec.commandLine().getOut();
        @Nullable Path picture = svg == null ? null : Input.writable("--svg", svg);
        @Nullable Path page = html == null ? null : Input.writable("--html", html);
        @Nullable Path hours = hourly.target();
        SupplySystem stated = SupplyInput.read(file, EXAMPLE);
        SupplyDocument document = stated.document();
        stated.notes().forEach(spec.commandLine().getErr()::println);
        EnergySystem system = stated.system();
        SizingOptions options = SizingOptions.defaults().withGap(gap.doubleValue());
        if (fullYear && typicalDays == null) {
            throw new BadInput("--full-year", "goes with --typical-days", "leave it out: all steps are sized anyway.");
        }
        if (picture != null || page != null) {
            week.requireWithin(system);
        }
        @Nullable
        TypicalSizing typical = typicalDays == null ? null : TypicalSizing.solve(system, typicalDays, options);
        Sizing sizing = typical == null
                ? StorageDispatch.sizing(system, options.gap()).orElseGet(() -> SizingOptimizer.solve(system, options))
                : found(typical);
        if (sizing.design().isEmpty()) {
            print(
                    SizeVerdict.of(
                            stated, system, sizing, Optional.ofNullable(typical).flatMap(SizeCommand::note)),
                    stated);
            nothing(hours);
            nothing(picture);
            nothing(page);
            return sizing.status() == Sizing.Status.INFEASIBLE ? ExitCode.INFEASIBLE : ExitCode.OUT_OF_TIME;
        }
        Optional<Sizing> all = fullYear ? Optional.of(SizingOptimizer.solve(system, options)) : Optional.empty();
        SizeReport report = SizeReport.of(
                document, stated, system, sizing, Optional.ofNullable(typical).map(it -> TypicalFigures.of(it, all)));
        if (json) {
            printer.print(Documents.toJson(report));
        } else {
            report.print(printer);
        }
        printer.flush();
        Design design = sizing.design().get();
        HourlyOption.save(
                hours,
                () -> SupplyHours.appended(SupplyHours.steps(stated), stated, system, design),
                spec.commandLine().getErr());
        if (picture != null) {
            SizingPictures pictures = new SizingPictures(
                    document.name(),
                    system,
                    design,
                    stated.emissions(),
                    stated.calendar().start());
            save(picture, pictures.toSvg(week.number()));
        }
        if (page != null) {
            SizingReport whole = SizingReport.of(
                            document.name(), document.currency().orElse(""), system, sizing)
                    .withEmissions(stated.emissions(), FactorSources.of(document))
                    .withStart(stated.calendar().start())
                    .withWeek(week.number());
            save(page, (typical == null ? whole : whole.withTypicalDays(typical)).toHtml());
        }
        return ExitCode.DONE;
    }

    private void print(SizeVerdict verdict, SupplySystem stated) {
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            printer.print(Documents.toJson(verdict));
        } else {
            verdict.print(stated, printer);
        }
        printer.flush();
    }

    private void nothing(@Nullable Path target) {
        if (target != null) {
            spec.commandLine().getErr().printf("Nothing to save in %s: no design was found.%n", target);
        }
    }

    /** What is known of the system itself: without a design nothing, for what is proven of typical days is of another system. */
    private static Sizing found(TypicalSizing typical) {
        return typical.onAllDays()
                .map(CapacityEvaluation::sizing)
                .filter(sizing -> sizing.design().isPresent())
                .orElseGet(() -> new Sizing(
                        Sizing.Status.UNKNOWN,
                        Optional.empty(),
                        Double.NEGATIVE_INFINITY,
                        typical.onTypicalDays().iterations(),
                        Optional.empty()));
    }

    private static Optional<String> note(TypicalSizing typical) {
        if (typical.onTypicalDays().design().isPresent()) {
            return Optional.of(TOO_FEW_DAYS);
        }
        return typical.onTypicalDays().status() == Sizing.Status.INFEASIBLE ? Optional.of(NO_DAYS) : Optional.empty();
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
