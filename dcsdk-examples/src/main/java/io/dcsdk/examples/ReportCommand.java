package io.dcsdk.examples;

import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.explanation.Explainer;
import io.dcsdk.optimizer.explanation.RepairRules;
import io.dcsdk.optimizer.pareto.ParetoFront;
import io.dcsdk.optimizer.plan.PlanDocument;
import io.dcsdk.optimizer.report.DesignReport;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.sizing.Sizing;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code report}: a saved plan for people to read. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Tells of a saved plan what is bought and why, what binds, what each part costs and draws, what was "
                        + "passed over and what is proven; of a problem that nothing meets, why, and what would have to give.",
        footer = {
            "",
            "The plan is verified first, and refused if it does not prove what it says. Of a problem that nothing",
            "meets, ways out are searched for; the time limit is for that. Exit codes: 0 reported, 1 refused,",
            "2 bad input, 3 the supply of --energy cannot feed the plan, 4 no dispatch of it was found."
        },
        defaultValueProvider = ReportCommand.Shorter.class)
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PLAN", description = "A file that plan --out saved; - for standard input.")
    private String file = "";

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Saves the report with pictures as one HTML file, too.")
    private @Nullable String html;

    @Option(
            names = "--front",
            paramLabel = "FILE",
            description = "What pareto --json printed for the same problem, to be shown as well.")
    private @Nullable String front;

    @Option(
            names = "--energy",
            paramLabel = "FILE",
            description =
                    "What energy joint reads, its problem left out: cooling plants, weather, activity and the supply of the"
                            + " facility. The supply is sized for the plan and shown hour by hour.")
    private @Nullable String energy;

    @Option(
            names = "--fill-gaps",
            paramLabel = "HOURS",
            defaultValue = "0",
            description =
                    "With --energy: the longest gap of its weather that is interpolated (default: ${DEFAULT-VALUE}).")
    private double mostGapHours;

    @Mixin
    private WeekOption week = new WeekOption();

    @Mixin
    private SolveOptions search = new SolveOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ReportCommand() {}

    /** The search for ways out is a part of a report, not the whole answer. */
    static final class Shorter implements IDefaultValueProvider {
        Shorter() {}

        @Override
        public @Nullable String defaultValue(ArgSpec argument) {
            return argument.isOption() && ((OptionSpec) argument).longestName().equals("--time-limit") ? "20s" : null;
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter messages = spec.commandLine().getErr();
        @Nullable Path page = html == null ? null : Input.writable("--html", html);
        if (mostGapHours > 0 && energy == null) {
            throw new BadInput(
                    "--fill-gaps (%s)".formatted(mostGapHours),
                    "goes with --energy, whose document has weather",
                    "leave it out.");
        }
        SolveLimits limits = search.limits();
        PlanDocument document = Input.read(file, PlanDocument.class);
        Optional<ParetoFront> found = Optional.ofNullable(front).map(name -> Input.read(name, ParetoFront.class));
        DesignReport report;
        try {
            report = DesignReport.verified(document);
        } catch (IllegalArgumentException e) {
            if (!Faults.isBadInput(e)) {
                throw e;
            }
            messages.println(e.getMessage());
            return ExitCode.REJECTED;
        }
        report = found.map(report::withFront).orElse(report);
        if (energy != null) {
            PlannedEnergy planned = PlannedEnergy.read(plan(report, energy), energy, mostGapHours);
            planned.notes().forEach(messages::println);
            week.requireWithin(planned.system());
            Sizing sizing = planned.size();
            if (sizing.design().isEmpty()) {
                messages.printf("supply of %s: cannot feed the facility of the plan (%s)%n", energy, sizing.status());
                planned.reasons(sizing).forEach(line -> messages.printf("  %s%n", line));
                messages.printf("Maybe give its capacities a larger max.%n");
                return sizing.status() == Sizing.Status.INFEASIBLE ? ExitCode.INFEASIBLE : ExitCode.OUT_OF_TIME;
            }
            report = report.withHours(planned.hours(sizing, week.number()));
        }
        if (report.infeasible()) {
            try (Interruption interruption =
                    Interruption.armed("ending with what is known so far.", "the report is lost.")) {
                report = report.withExplanation(Explainer.standard()
                        .explain(report.problem(), RepairRules.equal(), search.running(limits, main, interruption)));
            }
        }
        out.print(report.toText());
        out.flush();
        if (page != null) {
            TextFile.save("--html", page, report.toHtml(), messages);
        }
        return ExitCode.DONE;
    }

    private Plan plan(DesignReport report, String document) {
        return report.plan()
                .orElseThrow(() -> new BadInput(
                        "--energy (%s)".formatted(document),
                        "goes with a plan, and %s holds none".formatted(file),
                        "leave it out, or plan first."));
    }
}
