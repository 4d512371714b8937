package io.dcsdk.examples;

import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.optimizer.supply.SupplyDocument;
import io.dcsdk.optimizer.supply.SupplySystem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--week",
            paramLabel = "N",
            defaultValue = "1",
            description = "The week that the picture shows, from 1 (default: ${DEFAULT-VALUE}).")
    private int week;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    SizeCommand() {}

    @Override
    public Integer call() {
        PrintWriter printer = spec.commandLine().getOut();
        @Nullable Path picture = svg == null ? null : Input.writable("--svg", svg);
        SupplySystem stated = SupplyInput.read(file, EXAMPLE);
        SupplyDocument document = stated.document();
        stated.notes().forEach(spec.commandLine().getErr()::println);
        EnergySystem system = stated.system();
        Sizing sizing = SizingOptimizer.solve(system, SizingOptions.defaults().withGap(gap.doubleValue()));
        if (sizing.design().isEmpty()) {
            printer.printf("%s: %s%n", document.name(), sizing.status());
            return sizing.status() == Sizing.Status.INFEASIBLE ? ExitCode.INFEASIBLE : ExitCode.OUT_OF_TIME;
        }
        SizeReport report = SizeReport.of(document, stated, system, sizing);
        if (json) {
            printer.print(Documents.toJson(report));
        } else {
            report.print(printer);
        }
        printer.flush();
        if (picture != null) {
            String drawn =
                    new DispatchChart(document.name(), system, sizing.design().get()).toSvg(week);
            save(picture, drawn);
            spec.commandLine().getErr().printf("Saved %s%n", picture);
        }
        return ExitCode.DONE;
    }

    private static void save(Path target, String text) {
        try {
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new BadInput(
                    target.toString(), "cannot be written (%s)".formatted(e.getMessage()), "check its permissions.");
        }
    }
}
