package io.dcsdk.examples;

import io.dcsdk.optimizer.explanation.BindingLimit;
import io.dcsdk.optimizer.explanation.ConflictExplanation;
import io.dcsdk.optimizer.explanation.ConflictMember;
import io.dcsdk.optimizer.explanation.Explanation;
import io.dcsdk.optimizer.explanation.FeasibleDesign;
import io.dcsdk.optimizer.explanation.Repair;
import io.dcsdk.optimizer.explanation.SingleRepair;
import io.dcsdk.optimizer.explanation.Witness;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Prints an explanation for people, in at most 100 columns. */
final class ExplanationReport {
    private static final int WIDTH = 98;

    private final PrintWriter out;

    ExplanationReport(PrintWriter out) {
        this.out = out;
    }

    void print(Explanation explanation) {
        explanation.proposal().ifPresent(sentence -> {
            wrapped("Proposed: " + sentence, 0);
            out.println();
        });
        if (explanation.feasible()) {
            out.printf("%s: FEASIBLE%n%n", explanation.problem());
            explanation.design().ifPresent(this::design);
        } else if (explanation.infeasible()) {
            out.printf("%s: INFEASIBLE%n%n", explanation.problem());
            explanation.conflict().ifPresent(this::conflict);
            repairs(explanation);
        } else {
            out.printf("%s: OUT OF TIME, neither a design nor a proof that there is none%n", explanation.problem());
        }
    }

    private void wrapped(String text, int indent) {
        TextTable.wrap(text, indent, WIDTH).forEach(out::println);
    }

    private void design(FeasibleDesign design) {
        out.printf("  C + lambda E  %s%n", Rounded.money(design.objective()));
        design.lowerBound()
                .ifPresent(bound -> out.printf("  Lower bound   %s: no design is better%n", Rounded.money(bound)));
        if (design.binding().isEmpty()) {
            out.println("  Nothing binds the design.");
            return;
        }
        out.println("  What binds the design: it holds exactly, or one unit more or less would break it");
        Set<String> told = new LinkedHashSet<>();
        for (BindingLimit limit : design.binding()) {
            if (told.add(limit.requirement().name())) {
                wrapped("- " + limit.describe(), 4);
            }
        }
    }

    private void conflict(ConflictExplanation conflict) {
        if (conflict.members().isEmpty()) {
            out.println("  The catalogue itself allows no design.");
            return;
        }
        out.println("  No selection from the catalogue meets these together:");
        for (ConflictMember member : conflict.members()) {
            wrapped("- " + member.requirement().describe(), 4);
            member.requirement().origin().ifPresent(origin -> wrapped("from " + Rounded.text(origin), 8));
        }
        out.println();
        if (conflict.irreducible()) {
            out.println("  Nothing can be left out of it; without each there is a design for the others:");
        } else {
            out.println("  What is known about leaving one out:");
        }
        for (ConflictMember member : conflict.members()) {
            String name = member.requirement().name();
            wrapped(
                    "without %s: %s"
                            .formatted(
                                    name,
                                    member.withoutIt()
                                            .map(ExplanationReport::witness)
                                            .orElse("not settled in time; it may not be needed")),
                    4);
        }
        out.println();
        out.printf(
                "  Proof  %s; checked in exact arithmetic%n",
                conflict.linear()
                        ? "one combination of the rows: not even parts of items would help"
                        : "%s nodes: that items are whole is a part of it"
                                .formatted(
                                        Rounded.number(conflict.proof().proof().size())));
    }

    private static String witness(Witness witness) {
        return witness.buysNothing()
                ? "nothing has to be bought"
                : "C %s, peak %s".formatted(Rounded.money(witness.cost()), Rounded.quantity(witness.peak()));
    }

    private void repairs(Explanation explanation) {
        out.println();
        if (explanation.unrepairable()) {
            out.println("  No repair: no changes of what may move make the problem feasible (proven).");
            return;
        }
        if (explanation.cheapest().isEmpty()) {
            out.println("  Repair: none was found in time.");
        }
        explanation.cheapest().ifPresent(repair -> {
            out.println("  Cheapest repair (least sum of relative changes)");
            repair(repair);
            out.printf(
                    "      sum of changes %s, %s%n",
                    Rounded.percent(repair.price().doubleValue()),
                    repair.best()
                            ? "proven to be the least"
                            : "at least %s is needed"
                                    .formatted(
                                            Rounded.percent(repair.leastPrice().doubleValue())));
        });
        if (!explanation.singles().isEmpty()) {
            out.println();
            out.println("  One change alone");
            for (SingleRepair single : explanation.singles()) {
                wrapped("- " + single.describe(), 4);
            }
        }
        explanation.fewest().filter(repair -> repair.changes().size() > 1).ifPresent(repair -> {
            out.println();
            out.printf(
                    "  Fewest changes: %d%s%n", repair.changes().size(), repair.best() ? ", proven" : "; fewer may do");
            repair(repair);
        });
    }

    private void repair(Repair repair) {
        repair.changes().forEach(change -> wrapped("- " + change.describe(), 4));
        List<String> left = repair.plan()
                .map(plan -> List.of("then the best design found costs C = %s, C + lambda E = %s (at least %s)"
                        .formatted(
                                Rounded.money(plan.cost()),
                                Rounded.money(plan.objective()),
                                Rounded.money(plan.lowerBound()))))
                .orElse(List.of("then there is a design: " + witness(repair.witness())));
        left.forEach(line -> wrapped(line, 6));
    }
}
