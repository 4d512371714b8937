package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.JointOptimizer;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.joint.JointResult;
import io.dcsdk.optimizer.joint.JointResultDocument;
import io.dcsdk.optimizer.joint.JointRound;
import io.dcsdk.optimizer.joint.JointVerifier;
import io.dcsdk.optimizer.plan.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code energy joint}: a design and its supply, chosen together. */
@Command(
        name = "joint",
        mixinStandardHelpOptions = true,
        description =
                "Finds servers, storage, network and cooling together with the supply that feeds them hour by hour,"
                        + " at minimum C + lambda E + S, and proves it.",
        footer = {
            "",
            "Without FILE it is an AI cluster in a temperate climate with a grid, sun, wind and a battery. Ctrl-C ends",
            "the search and prints the best plan so far. Exit codes: 0 a plan, 2 bad input, 3 infeasible,",
            "4 out of time with nothing."
        })
final class JointCommand implements Callable<Integer> {
    /** The example that comes with the command. */
    static final String EXAMPLE = "joint-cluster.yaml";

    private static final double NANOSECONDS = 1e9;

    @Mixin
    private SearchOptions options = new SearchOptions();

    @Option(
            names = "--weather",
            paramLabel = "FILE",
            description = "EnergyPlus weather file (.epw), in place of the document's; without either the climate is"
                    + " synthetic, which the answer says.")
    private @Nullable String weather;

    @Mixin
    private GapsOption gaps = new GapsOption();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Saves one page with design and supply, with all pictures and tables.")
    private @Nullable String html;

    @Mixin
    private WeekOption week = new WeekOption();

    @Mixin
    private HourlyOption hourly = new HourlyOption();

    @Mixin
    private OutOption out = new OutOption();

    @Option(
            names = "--verify",
            paramLabel = "FILE",
            description = "Checks what --out saved for the same problem and weather, without any solver; --html,"
                    + " --svg and --hourly save its page, its picture and its steps, --json prints the verdict.")
    private @Nullable String saved;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    JointCommand() {}

    @Override
    public Integer call() {
        long start = System.nanoTime();
        PrintWriter printer = spec.commandLine().getOut();
        PrintWriter messages = spec.commandLine().getErr();
        @Nullable Path target = out.target();
        JointFiles files = new JointFiles(
                hourly.target(),
                options.picture(),
                html == null ? null : Input.writable("--html", html),
                week.number());
        options.check();
        if (saved != null && target != null) {
            throw new BadInput(
                    "--out (%s)".formatted(target),
                    "is not used with --verify, which reads what --out saved",
                    "leave one of the two out.");
        }
        if (saved != null) {
            refuseUnused();
        }
        JointDocument document = options.read(JointDocument.class, JointCommand::example);
        Catalog catalog = options.items(JointInput.required(document).catalog());
        @Nullable Path weatherFile = weather == null ? null : Input.path(weather);
        FacilityInput facility =
                options.placed(() -> new FacilityInput(document, options.folder(), weatherFile, gaps.hours()));
        JointProblem problem = options.placed(() -> JointInput.problem(document, catalog, facility));
        facility.supply().notes().forEach(messages::println);
        if (files.isDrawn()) {
            week.requireWithin(problem.supply());
        }
        if (saved != null) {
            return verify(problem, facility, Input.read(saved, JointResultDocument.class), files);
        }
        try (Interruption interruption = Interruption.armed("ending with the best plan so far.", "its plan is lost.")) {
            boolean interactive = TerminalProgress.interactive();
            Main main = (Main) spec.root().userObject();
            JointResult result = options.placed(
                    () -> JointOptimizer.standard().solve(problem, options.limits(main, interruption), round -> {
                        if (interactive) {
                            tell(messages, round);
                        }
                    }));
            JointReport report =
                    JointReport.of(facility.supply(), JointInput.described(catalog, facility), problem, result);
            if (options.isJson()) {
                printer.print(Documents.toJson(report));
            } else {
                report.print(printer, (System.nanoTime() - start) / NANOSECONDS);
            }
            printer.flush();
            if (target != null) {
                OutOption.save(target, Optional.of(JointResultDocument.of(problem, result)), "plan", messages);
            }
            files.save(problem, facility, result, messages);
            return switch (result.status()) {
                case OPTIMAL, FEASIBLE -> ExitCode.DONE;
                case INFEASIBLE -> ExitCode.INFEASIBLE;
                case UNKNOWN -> ExitCode.OUT_OF_TIME;
            };
        }
    }

    /** What only a search makes use of. */
    private void refuseUnused() {
        for (String option : List.of("--gap", "--time-limit", "--threads")) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new BadInput(
                        option,
                        "is not used with --verify, which checks what was saved and searches nothing",
                        "leave one of the two out.");
            }
        }
    }

    private int verify(JointProblem problem, FacilityInput facility, JointResultDocument document, JointFiles files) {
        PrintWriter printer = spec.commandLine().getOut();
        Verification verification;
        @Nullable JointResult result = null;
        try {
            result = document.read(problem);
            verification = JointVerifier.verify(problem, result);
        } catch (IllegalArgumentException refused) {
            if (!Faults.isBadInput(refused)) {
                throw refused;
            }
            verification = Verification.rejected(String.valueOf(refused.getMessage()));
        }
        if (options.isJson()) {
            printer.print(Documents.toJson(verification));
        } else {
            print(verification, printer);
        }
        printer.flush();
        if (result != null && verification.accepted()) {
            files.save(problem, facility, result, spec.commandLine().getErr());
        }
        return verification.accepted() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private static void print(Verification verification, PrintWriter printer) {
        printer.printf("%s%n  %s%n", verification.accepted() ? "ACCEPTED" : "REJECTED", verification.message());
        verification.objective().ifPresent(value -> printer.printf("  Objective    %s%n", Rounded.money(value)));
        verification.lowerBound().ifPresent(value -> printer.printf("  Lower bound  %s%n", Rounded.money(value)));
        verification.gap().ifPresent(gap -> printer.printf("  Gap          %s%n", Rounded.percent(gap.value())));
    }

    private static void tell(PrintWriter messages, JointRound round) {
        messages.printf(
                "round %d: %s, bound %s, gap %s%n",
                round.number(),
                round.objective().map(Rounded::money).orElse("cannot be supplied"),
                Rounded.money(round.lowerBound()),
                round.gap().map(gap -> Rounded.percent(gap.value())).orElse("open"));
        messages.flush();
    }

    private static JointDocument example() {
        try (InputStream in = JointCommand.class.getResourceAsStream(EXAMPLE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "example (%s): is not beside its class\nMaybe the jar was repackaged without resources."
                                .formatted(EXAMPLE));
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Documents.read(text, EXAMPLE, DocumentFormat.YAML, JointDocument.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
