package io.dcsdk.examples;

import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.dispatch.StorageDispatch;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.optimizer.supply.SupplySystem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code energy sweep}: one figure of a supply at several values, each sized anew. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description =
                "Sizes a supply at several values of one figure: what carbon prices change, how much battery pays off,"
                        + " what waiting for clean hours brings.",
        footer = {
            "",
            "Without FILE it is a week of a data centre. Exit codes: 0 a design at every value, 2 bad input,",
            "3 infeasible at a value, 4 nothing found at a value."
        })
final class SweepCommand implements Callable<Integer> {
    /** The example that comes with the command. */
    static final String EXAMPLE = "supply-week.yaml";

    private static final int MOST_VALUES = 1000;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The system; its series are files beside it. - for standard input.")
    private @Nullable String file;

    @Option(
            names = "--vary",
            paramLabel = "WHAT",
            required = true,
            description = "carbon-price, carbon-cap, hourly-carbon-free, annual-carbon-free, storage-cost (a factor),"
                    + " storage-power (MW) or window (hours).")
    private String vary = "";

    @Option(names = "--of", paramLabel = "NAME", description = "The storage or flexible load that is meant.")
    private @Nullable String of;

    @Option(
            names = "--values",
            paramLabel = "LIST",
            required = true,
            split = ",",
            description = "Numbers, such as 0,50,100.")
    private List<Double> values = List.of();

    @Option(
            names = "--gap",
            paramLabel = "RATIO",
            converter = Gap.class,
            defaultValue = "1e-6",
            description = "Relative gap to close (default: ${DEFAULT-VALUE}).")
    private Rational gap = Rational.ZERO;

    @Option(names = "--json", description = "Prints all figures instead of text.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    SweepCommand() {}

    @Override
    public Integer call() {
        PrintWriter printer = spec.commandLine().getOut();
        Varied varied = Varied.parse(vary);
        if (values.size() > MOST_VALUES) {
            throw new BadInput(
                    "--values (%d)".formatted(values.size()),
                    "are more than %d".formatted(MOST_VALUES),
                    "sweep parts of the range.");
        }
        SupplySystem read = SupplyInput.read(file, EXAMPLE);
        read.notes().forEach(spec.commandLine().getErr()::println);
        SizingOptions options = SizingOptions.defaults().withGap(gap.doubleValue());
        List<SweepReport.Point> points = new ArrayList<>();
        int code = ExitCode.DONE;
        for (double value : values) {
            SupplySystem supply = read.with(varied.applied(read.document(), Optional.ofNullable(of), value));
            Sizing sizing = StorageDispatch.sizing(supply.system(), options.gap())
                    .orElseGet(() -> SizingOptimizer.solve(supply.system(), options));
            points.add(SweepReport.Point.of(value, supply, sizing));
            if (sizing.design().isEmpty()) {
                code = sizing.status() == Sizing.Status.INFEASIBLE ? ExitCode.INFEASIBLE : ExitCode.OUT_OF_TIME;
            }
        }
        SweepReport report = new SweepReport(
                read.document().name(), read.document().currency().orElse(""), vary, Optional.ofNullable(of), points);
        if (json) {
            printer.print(Documents.toJson(report));
        } else {
            report.print(printer);
        }
        printer.flush();
        return code;
    }
}
