package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program with lemmas, which hold everywhere, as rows that follow its own: the same points, a tighter relaxation.
 *
 * @param whole the program
 * @param lemmas what is proven of it
 * @param program the program with the lemmas as rows
 */
record LemmaProgram(LinearProgram whole, List<Lemma> lemmas, LinearProgram program) {
    LemmaProgram {
        lemmas = List.copyOf(lemmas);
    }

    static LemmaProgram without(LinearProgram whole) {
        return new LemmaProgram(whole, List.of(), whole);
    }

    /**
     * A program with lemmas.
     *
     * @param lemmas without conditions
     */
    static LemmaProgram of(LinearProgram whole, List<Lemma> lemmas) {
        if (lemmas.isEmpty()) {
            return without(whole);
        }
        LinearProgram.Builder builder = LinearProgram.builder().constant(whole.constant());
        for (int j = 0; j < whole.variables().size(); j++) {
            builder.variable(whole.variables().get(j))
                    .cost(whole.variables().get(j).name(), whole.costs().get(j));
        }
        whole.constraints()
                .forEach(row ->
                        builder.constraint(row.name(), whole.coefficients(row), row.relation(), row.rightHandSide()));
        for (int k = 0; k < lemmas.size(); k++) {
            Map<String, Rational> terms = new LinkedHashMap<>();
            for (Term term : lemmas.get(k).terms()) {
                terms.put(whole.variables().get(term.variable()).name(), term.coefficient());
            }
            builder.constraint("lemma " + k, terms, Relation.GE, lemmas.get(k).rightHandSide());
        }
        return new LemmaProgram(whole, lemmas, builder.build());
    }

    /** The same with more lemmas, which are proven of the program with those that are known. */
    LemmaProgram with(List<Lemma> more) {
        List<Lemma> all = new ArrayList<>(lemmas);
        all.addAll(more);
        return of(whole, all);
    }

    /** A certificate of the program with lemmas as one of the whole program, which proves the lemmas if they are used. */
    Certificate ofWhole(Certificate certificate) {
        int own = whole.constraints().size();
        boolean isAnyUsed = certificate.proof().nodes().stream()
                .anyMatch(node -> multipliers(node).stream().anyMatch(multiplier -> multiplier.row() >= own));
        return new Certificate(
                whole.digest(),
                certificate.verdict(),
                certificate.point(),
                certificate.bound(),
                isAnyUsed ? lemmas : List.of(),
                certificate.proof());
    }

    private static List<Multiplier> multipliers(ProofNode node) {
        if (node instanceof ProofNode.Bounded bounded) {
            return bounded.multipliers();
        }
        if (node instanceof ProofNode.Infeasible infeasible) {
            return infeasible.multipliers();
        }
        return node instanceof ProofNode.Tightened tightened ? tightened.multipliers() : List.of();
    }
}
