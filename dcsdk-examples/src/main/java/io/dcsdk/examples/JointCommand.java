package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.CoolingChoice;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.JointOptimizer;
import io.dcsdk.optimizer.hourly.SizingPictures;
import io.dcsdk.optimizer.joint.JointPlan;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.joint.JointResult;
import io.dcsdk.optimizer.joint.JointResultDocument;
import io.dcsdk.optimizer.joint.JointRound;
import io.dcsdk.optimizer.joint.JointVerifier;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.report.HourlyFacility;
import io.dcsdk.optimizer.report.JointPlanReport;
import io.dcsdk.optimizer.report.SizingReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    @Option(
            names = "--fill-gaps",
            paramLabel = "HOURS",
            defaultValue = "0",
            description = "The longest gap of the weather that is interpolated (default: ${DEFAULT-VALUE}).")
    private double mostGapHours;

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
            description = "Checks what --out saved for the same problem and weather, without any solver; --html and"
                    + " --hourly save its page and its steps.")
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
        @Nullable Path picture = options.picture();
        @Nullable Path target = out.target();
        @Nullable Path page = html == null ? null : Input.writable("--html", html);
        @Nullable Path table = hourly.target();
        options.check();
        JointDocument document = options.read(JointDocument.class, JointCommand::example);
        Catalog catalog = options.items(JointInput.required(document).catalog());
        @Nullable Path weatherFile = weather == null ? null : Input.path(weather);
        FacilityInput facility =
                options.placed(() -> new FacilityInput(document, options.folder(), weatherFile, mostGapHours));
        JointProblem problem = options.placed(() -> JointInput.problem(document, catalog, facility));
        facility.supply().notes().forEach(messages::println);
        if (picture != null || page != null) {
            week.requireWithin(problem.supply());
        }
        if (saved != null) {
            return verify(problem, facility, Input.read(saved, JointResultDocument.class), page, table);
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
            SearchOptions.save(picture, result.plan().isPresent(), messages, () -> {
                JointPlan plan = result.plan().orElseThrow();
                return new SizingPictures(
                                report.name(),
                                problem.supplying(plan.load()),
                                plan.supply(),
                                facility.supply().emissions(),
                                facility.supply().calendar().start())
                        .toSvg(week.number());
            });
            save(page, table, problem, facility, result);
            return switch (result.status()) {
                case OPTIMAL, FEASIBLE -> ExitCode.DONE;
                case INFEASIBLE -> ExitCode.INFEASIBLE;
                case UNKNOWN -> ExitCode.OUT_OF_TIME;
            };
        }
    }

    private void save(
            @Nullable Path page,
            @Nullable Path table,
            JointProblem problem,
            FacilityInput facility,
            JointResult result) {
        PrintWriter messages = spec.commandLine().getErr();
        if (page != null && result.plan().isEmpty()) {
            messages.printf("Nothing to save in %s: no plan was found.%n", page);
        } else if (page != null) {
            JointPlan plan = result.plan().orElseThrow();
            SizingReport sized = SizingReport.of(
                            problem.design().name(), facility.currency(), problem.supplying(plan.load()), plan.supply())
                    .withWeek(week.number());
            HourlyFacility hours = facility.hours(
                    sized,
                    plan.selection().cooling().map(CoolingChoice::system),
                    plan.evaluation().loads().meanIt());
            TextFile.save(
                    "--html",
                    page,
                    JointPlanReport.verified(problem, result, hours).toHtml(),
                    messages);
        }
        if (table != null && result.plan().isEmpty()) {
            messages.printf("Nothing to save in %s: no plan was found.%n", table);
        } else if (table != null) {
            JointPlan plan = result.plan().orElseThrow();
            HourlyOption.save(table, () -> JointHours.of(problem, facility, plan), messages);
        }
    }

    private int verify(
            JointProblem problem,
            FacilityInput facility,
            JointResultDocument document,
            @Nullable Path page,
            @Nullable Path table) {
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
        printer.printf("%s%n  %s%n", verification.accepted() ? "ACCEPTED" : "REJECTED", verification.message());
        verification.objective().ifPresent(value -> printer.printf("  Objective    %s%n", Rounded.money(value)));
        verification.lowerBound().ifPresent(value -> printer.printf("  Lower bound  %s%n", Rounded.money(value)));
        verification.gap().ifPresent(gap -> printer.printf("  Gap          %s%n", Rounded.percent(gap.value())));
        printer.flush();
        if (result != null && verification.accepted()) {
            save(page, table, problem, facility, result);
        }
        return verification.accepted() ? ExitCode.DONE : ExitCode.REJECTED;
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
