package io.dcsdk.examples;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Outcome.Feasible;
import io.dcsdk.design.Outcome.Infeasible;
import io.dcsdk.design.Outcome.Optimal;
import io.dcsdk.design.Outcome.OutOfTime;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.plan.PlanDocument;
import io.dcsdk.optimizer.plan.PlanVerifier;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.quantity.Money;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A problem with its outcome, as the commands print and save it. */
final class Solution {
    private final DesignFormulation formulation;
    private final DesignProblem problem;
    private final Outcome<Certificate> outcome;
    private @Nullable PlanDocument document;

    Solution(DesignFormulation formulation, Outcome<Certificate> outcome) {
        this.formulation = formulation;
        this.problem = formulation.problem();
        this.outcome = outcome;
    }

    /** What is saved; empty when time ran out with nothing. */
    Optional<PlanDocument> document() {
        // Only when it is asked for: a large proof takes seconds to be written.
        if (document == null) {
            document = PlanDocument.of(outcome, problem).orElse(null);
        }
        return Optional.ofNullable(document);
    }

    int exitCode() {
        if (outcome instanceof Infeasible) {
            return ExitCode.INFEASIBLE;
        }
        return outcome instanceof OutOfTime ? ExitCode.OUT_OF_TIME : ExitCode.DONE;
    }

    /** What {@code --json} prints when there is no document. */
    record NothingFound(String status, String stopped, Optional<Money> lowerBound) {}

    void printJson(PrintWriter out) {
        Object shown = document().<Object>map(found -> found).orElseGet(this::nothing);
        out.print(Documents.toJson(shown));
    }

    private NothingFound nothing() {
        OutOfTime<Certificate> late = (OutOfTime<Certificate>) outcome;
        return new NothingFound("out-of-time", KebabName.of(late.stopped()), late.lowerBound());
    }

    /**
     * Prints the outcome for people.
     *
     * @param verify whether to save the document in memory, read it back and check it once more; the optimizer has audited
     *     its certificate already, and a large proof takes long
     */
    void printText(PrintWriter out, boolean verify) {
        String checked = verify && document().isPresent()
                ? "from the saved document, by the independent verifier: " + verified()
                : "before it was returned; verify checks a saved plan";
        PlanReport report = new PlanReport(out, formulation);
        if (outcome instanceof Optimal<Certificate> optimal) {
            report.plan("OPTIMAL", optimal.best(), optimal.proof(), checked);
        } else if (outcome instanceof Feasible<Certificate> feasible) {
            String status = "FEASIBLE, not proven optimal (%s)".formatted(words(feasible.stopped()));
            report.plan(status, feasible.best(), feasible.proof(), checked);
        } else if (outcome instanceof Infeasible<Certificate> infeasible) {
            report.infeasible(infeasible.conflict(), infeasible.proof(), checked);
        } else if (outcome instanceof OutOfTime<Certificate> late) {
            out.printf("%s: OUT OF TIME (%s), no design found%n", problem.name(), words(late.stopped()));
            late.lowerBound()
                    .filter(bound -> !bound.isZero())
                    .ifPresent(bound -> out.printf(
                            "  Lower bound  %s: no design has a smaller C + lambda E%n", Rounded.money(bound)));
        }
    }

    private static String words(Outcome.Stop stop) {
        return switch (stop) {
            case DEADLINE -> "the time limit was reached";
            case NODE_LIMIT -> "the node limit was reached";
            case CANCELLED -> "interrupted";
        };
    }

    /** The checker's verdict on what a reader of the saved document sees, not on what is in memory. */
    private String verified() {
        String saved = Documents.toJson(document().orElseThrow());
        Verification verification =
                PlanVerifier.verify(Documents.read(saved, "the saved plan", DocumentFormat.JSON, PlanDocument.class));
        return verification.accepted() ? "accepted" : "REJECTED: " + verification.message();
    }
}
