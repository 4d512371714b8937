package io.dcsdk.examples;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Entry point: the quickstart without arguments, otherwise the command that is named. */
@Command(
        name = "dcsdk",
        description =
                "Plans data centres for AI at minimum C + lambda E, with proof, and trains models for named-entity "
                        + "recognition. Without a command: the quickstart.",
        mixinStandardHelpOptions = true,
        version = "dcsdk 0.1.0-SNAPSHOT",
        subcommands = {
            Quickstart.class,
            PlanCommand.class,
            ExplainCommand.class,
            ParetoCommand.class,
            VerifyCommand.class,
            EstimateCommand.class,
            CatalogCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            ScoreCommand.class,
            LabelCommand.class,
            ForwardCommand.class,
            DoctorCommand.class,
            HourlyEnergyCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 rejected by a check, 2 bad input, 3 infeasible,",
            "4 out of time with nothing, 70 a fault of the program, 130 interrupted."
        })
public final class Main implements Callable<Integer> {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final OutputStream results;
    private final long started = System.nanoTime();

    private Main(OutputStream results) {
        this.results = results;
    }

    /** Standard output, for results that are no text. */
    OutputStream results() {
        return results;
    }

    /** What is left of a time that counts from when the command was given, not from when it has read its files. */
    Duration left(Duration limit) {
        Duration left = limit.minusNanos(System.nanoTime() - started);
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments a command with its options, or none for the quickstart
     */
    public static void main(String[] arguments) {
        // Always UTF-8, whatever the terminal's locale: names in documents are not ASCII only.
        ResultStream results = new ResultStream(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(results, err, arguments);
        System.exit(results.lost(err) ? ExitCode.BAD_INPUT : code);
    }

    /** Runs a command in this process and returns its exit code. */
    static int run(OutputStream results, PrintWriter err, String... arguments) {
        PrintWriter out = new PrintWriter(results, false, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Main(results))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setAbbreviatedSubcommandsAllowed(false)
                .setExecutionExceptionHandler((fault, command, parsed) -> Faults.report(fault, command.getErr()))
                .setParameterExceptionHandler((fault, given) -> Faults.usage(fault));
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            return Faults.report(e, err);
        } finally {
            out.flush();
        }
    }

    @Override
    public Integer call() {
        return Quickstart.print(spec.commandLine().getOut(), Optional.empty());
    }
}
