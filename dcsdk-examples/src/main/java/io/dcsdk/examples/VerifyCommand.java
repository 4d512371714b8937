package io.dcsdk.examples;

import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.placement.PlacementDocument;
import io.dcsdk.optimizer.placement.PlacementVerifier;
import io.dcsdk.optimizer.plan.PlanDocument;
import io.dcsdk.optimizer.plan.PlanVerifier;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.uncertainty.UncertaintyDocument;
import io.dcsdk.optimizer.uncertainty.UncertaintyVerifier;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: the independent checker of saved plans. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Checks a saved plan, placement or uncertain plan and its proof in exact arithmetic, without any solver.",
        footer = {"", "Exit codes: 0 accepted, 1 rejected, 2 not a plan document."})
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PLAN", description = "A file that plan --out saved; - for standard input.")
    private String file = "";

    @Option(names = "--placement", description = "The file is one that place --out saved.")
    private boolean isPlacement;

    @Option(names = "--uncertain", description = "The file is one that scenarios --out or expand --out saved.")
    private boolean isUncertain;

    @Option(names = "--json", description = "Prints the verdict as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    VerifyCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String status;
        Verification verification;
        if (isPlacement && isUncertain) {
            throw new BadInput("--placement", "stands beside --uncertain", "name one of the two.");
        }
        if (isUncertain) {
            UncertaintyDocument document = Input.read(file, UncertaintyDocument.class);
            status = document.status().toString();
            verification = verify(() -> UncertaintyVerifier.verify(document));
        } else if (isPlacement) {
            PlacementDocument document = Input.read(file, PlacementDocument.class);
            status = document.status();
            verification = verify(() -> PlacementVerifier.verify(document));
        } else {
            PlanDocument document = Input.read(file, PlanDocument.class);
            status = document.status();
            verification = verify(() -> PlanVerifier.verify(document));
        }
        if (json) {
            out.print(Documents.toJson(verification));
        } else {
            print(status, verification, isUncertain ? "Value" : "C + lambda E", out);
        }
        out.flush();
        return verification.accepted() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    /** A document whose problem the models refuse is rejected like any other that proves nothing. */
    private static Verification verify(Supplier<Verification> check) {
        try {
            return check.get();
        } catch (IllegalArgumentException e) {
            if (!Faults.isBadInput(e)) {
                throw e;
            }
            return new Verification(
                    false, String.valueOf(e.getMessage()), Optional.empty(), Optional.empty(), Optional.empty(), 0);
        }
    }

    private static void print(String status, Verification verification, String objective, PrintWriter out) {
        out.printf("%s (%s): %s%n", verification.accepted() ? "ACCEPTED" : "REJECTED", status, verification.message());
        if (!verification.accepted()) {
            return;
        }
        verification.objective().ifPresent(value -> out.printf("  %-12s  %s%n", objective, Rounded.money(value)));
        verification.lowerBound().ifPresent(value -> out.printf("  Lower bound   %s%n", Rounded.money(value)));
        verification.gap().ifPresent(value -> out.printf("  Gap           %s%n", Rounded.number(value.base())));
        out.printf("  Proof leaves  %s%n", Rounded.number(verification.proofLeaves()));
    }
}
