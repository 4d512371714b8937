package io.dcsdk.optimizer.report;

import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.report.Block.Bullets;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Table;
import java.util.ArrayList;
import java.util.List;

/** The certificate in plain words. */
final class ProofSection {
    private ProofSection() {}

    static String sentence(Plan plan) {
        if (plan.gap().isZero()) {
            return "It is proven that no design from this catalogue has a smaller C + λE.";
        }
        return "It is proven that no design from this catalogue has a C + λE below %s: none is better by more than %s."
                .formatted(Shown.money(plan.lowerBound()), Shown.gap(plan.gap().base()));
    }

    static Section of(Plan plan, Certificate certificate, String checked) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(sentence(plan)));
        blocks.add(new Paragraph(
                ("The proof cuts the space of all designs into %s. For each piece it names multipliers of the problem's own"
                                + " rows; their combination is an inequality that every design in the piece obeys, and it says that the"
                                + " piece holds nothing below the bound, or nothing at all. What proposed them does not matter.")
                        .formatted(pieces(certificate.proof().leaves()))));
        if (!certificate.lemmas().isEmpty()) {
            int lemmas = certificate.lemmas().size();
            blocks.add(new Paragraph(
                    ("Besides the problem's rows it uses %s, proven first in the same way, in %s: what a part of every design, such as"
                                    + " its servers, costs at least in whole numbers.")
                            .formatted(
                                    lemmas == 1 ? "a lemma" : lemmas + " lemmas",
                                    pieces(certificate.leaves()
                                            - certificate.proof().leaves()))));
        }
        blocks.add(checks(checked));
        blocks.add(figures(
                certificate,
                List.of(
                        List.of("C + λE of the plan", Shown.money(plan.objective())),
                        List.of("Lower bound", Shown.money(plan.lowerBound())),
                        List.of("Gap, at most", Shown.gap(plan.gap().base())))));
        return new Section("How good it is, and why to believe it", blocks);
    }

    /** Of a design with its supply: what proves it besides the algebra of the design are inequalities of its supply. */
    static Section ofJoint(String sentence, Certificate certificate, int cuts, List<List<String>> figures) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(sentence));
        blocks.add(new Paragraph(
                ("The proof cuts the space of all designs into %s. For each piece it names multipliers of the problem's own rows and"
                                + " of %s on the supply; their combination is an inequality that every design in the piece obeys."
                                + " Each inequality on the supply is made of hourly prices: by weak duality no supply of any design"
                                + " costs less than it says.")
                        .formatted(pieces(certificate), cuts == 1 ? "one inequality" : cuts + " inequalities")));
        blocks.add(
                Bullets.of(
                        List.of(
                                "Checked when this report was made, without a solver: the inequalities made of their prices again, the proof followed in exact fractions, the items priced without the algebra, the dispatch audited hour by hour.",
                                "To check it again: save the result (energy joint --out result.json) and run energy joint --verify result.json.")));
        blocks.add(figures(certificate, figures));
        return new Section("How good it is, and why to believe it", blocks);
    }

    static Section ofNone(Certificate certificate, String checked) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                ("The proof cuts the space of all selections into %s. For each piece it names multipliers of the problem's own"
                                + " rows; their combination is an inequality that every design obeys and no selection in the piece does."
                                + " What proposed them does not matter.")
                        .formatted(pieces(certificate))));
        blocks.add(checks(checked));
        blocks.add(figures(certificate, List.of()));
        return new Section("Why to believe it", blocks);
    }

    private static String pieces(Certificate certificate) {
        return pieces(certificate.leaves());
    }

    private static String pieces(long leaves) {
        return leaves == 1 ? "one piece" : Shown.number(leaves) + " pieces";
    }

    private static Bullets checks(String checked) {
        return Bullets.of(
                List.of(
                        "Checked: " + checked + ".",
                        "To check it again: save the plan (plan --out plan.json) and run verify plan.json. It states the problem anew, "
                                + "follows each piece in exact fractions and prices the items without the algebra; no solver runs."));
    }

    private static Table figures(Certificate certificate, List<List<String>> first) {
        List<List<String>> rows = new ArrayList<>(first);
        rows.add(List.of("Nodes of the proof", Shown.number(certificate.nodes())));
        rows.add(List.of("Pieces (leaves)", Shown.number(certificate.leaves())));
        rows.add(List.of("Digest of the algebra", certificate.digest()));
        return new Table("The certificate", List.of(Column.text("Figure"), Column.text("Value")), rows);
    }
}
