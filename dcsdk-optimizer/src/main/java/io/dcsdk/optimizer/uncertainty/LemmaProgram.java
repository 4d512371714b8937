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
 * @param nanosecondsOfCheck what the check of all lemmas takes on one thread
 */
record LemmaProgram(LinearProgram whole, List<Lemma> lemmas, LinearProgram program, long nanosecondsOfCheck) {
    LemmaProgram {
        lemmas = List.copyOf(lemmas);
    }

    static LemmaProgram without(LinearProgram whole) {
        return new LemmaProgram(whole, List.of(), whole, 0);
    }

    /**
     * A program with lemmas.
     *
     * @param lemmas without conditions
     * @param nanosecondsOfCheck what the check of all of them takes on one thread
     */
    static LemmaProgram of(LinearProgram whole, List<Lemma> lemmas, long nanosecondsOfCheck) {
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
        return new LemmaProgram(whole, lemmas, builder.build(), nanosecondsOfCheck);
    }

    /** The same with more lemmas, which are proven of the program with those that are known. */
    LemmaProgram with(List<Lemma> more, long nanosecondsOfTheirCheck) {
        List<Lemma> all = new ArrayList<>(lemmas);
        all.addAll(more);
        return of(whole, all, nanosecondsOfCheck + nanosecondsOfTheirCheck);
    }

    /** A certificate of the program with lemmas as one of the whole program, with its lemmas up to the last that is used: they rest on earlier ones only. */
    Certificate ofWhole(Certificate certificate) {
        int own = whole.constraints().size();
        int last = certificate.proof().nodes().stream()
                .flatMap(node -> multipliers(node).stream())
                .mapToInt(multiplier -> multiplier.row() - own)
                .max()
                .orElse(-1);
        return new Certificate(
                whole.digest(),
                certificate.verdict(),
                certificate.point(),
                certificate.bound(),
                lemmas.subList(0, Math.max(0, last + 1)),
                certificate.proof());
    }

    /** Nodes of the proofs of all lemmas. */
    long nodes() {
        return lemmas.stream().mapToLong(lemma -> lemma.proof().nodes().size()).sum();
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
