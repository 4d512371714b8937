package io.dcsdk.optimizer.report;

import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.explanation.ConflictExplanation;
import io.dcsdk.optimizer.explanation.ConflictMember;
import io.dcsdk.optimizer.explanation.StatedRequirement;
import io.dcsdk.optimizer.explanation.Witness;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.report.Block.Bullet;
import io.dcsdk.optimizer.report.Block.Bullets;
import io.dcsdk.optimizer.report.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why nothing meets a problem. */
final class ConflictSection {
    private ConflictSection() {}

    /** From the conflict of the proof alone. */
    static Section of(DesignFormulation formulation, List<Outcome.Conflict> conflict) {
        List<String> names =
                conflict.stream().map(Outcome.Conflict::constraint).distinct().toList();
        List<Block> blocks = new ArrayList<>();
        if (names.isEmpty()) {
            blocks.add(new Paragraph("The catalogue itself allows no design."));
        } else {
            blocks.add(new Paragraph(
                    "No selection from the catalogue meets these together. What the proof does not rest on is left out;"
                            + " whether each is needed was not looked into."));
            blocks.add(new Bullets(StatedRequirement.of(formulation, names).stream()
                    .map(ConflictSection::bullet)
                    .toList()));
        }
        return new Section("What cannot hold together", blocks);
    }

    /** With what shows that each member is needed. */
    static Section of(ConflictExplanation conflict) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                conflict.members().isEmpty() ? "The catalogue itself allows no design." : conflict.describe()));
        if (!conflict.members().isEmpty()) {
            blocks.add(new Bullets(conflict.members().stream()
                    .map(ConflictMember::requirement)
                    .map(ConflictSection::bullet)
                    .toList()));
            blocks.add(new Paragraph(
                    conflict.irreducible()
                            ? "Nothing can be left out of it. Without each of them there is a design that meets the others:"
                            : "What is known about leaving one out:"));
            blocks.add(new Bullets(conflict.members().stream()
                    .map(member -> new Bullet("without " + member.requirement().name(), witness(member.withoutIt())))
                    .toList()));
        }
        blocks.add(new Paragraph(
                conflict.linear()
                        ? "Its proof is one combination of the rows: not even parts of items would help."
                        : "Its proof needs that items are whole."));
        return new Section("What cannot hold together", blocks);
    }

    private static Bullet bullet(StatedRequirement stated) {
        String amount = stated.amount().map(text -> text + ", ").orElse("");
        String origin = stated.origin()
                .map(text -> " It came from " + Shown.prose(text) + ".")
                .orElse("");
        return new Bullet(stated.name(), "%s%s.%s".formatted(amount, stated.meaning(), origin));
    }

    private static String witness(Optional<Witness> found) {
        return found.map(witness -> witness.buysNothing()
                        ? "nothing has to be bought."
                        : "a design with C of %s and a peak of %s."
                                .formatted(Shown.money(witness.cost()), Shown.power(witness.peak())))
                .orElse("not settled in time; it may not be needed.");
    }
}
