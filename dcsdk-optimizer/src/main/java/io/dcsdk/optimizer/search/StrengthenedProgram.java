package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * A program with lemmas, which hold everywhere, as further rows: the same points, a better relaxation. The rows have the numbers that
 * a certificate gives to its lemmas, so that a proof of the one is a proof of the other. Immutable.
 */
public final class StrengthenedProgram {
    private final LinearProgram original;
    private final List<Lemma> lemmas;
    private final double nanosecondsOfCheck;
    private final LinearProgram program;

    private StrengthenedProgram(LinearProgram original, List<Lemma> lemmas, double nanosecondsOfCheck) {
        this.original = original;
        this.lemmas = List.copyOf(lemmas);
        this.nanosecondsOfCheck = nanosecondsOfCheck;
        this.program = lemmas.isEmpty() ? original : extended(original, lemmas);
    }

    /**
     * A program as it is.
     *
     * @param original any program
     * @return without lemmas
     */
    public static StrengthenedProgram of(LinearProgram original) {
        return new StrengthenedProgram(original, List.of(), 0);
    }

    /**
     * The same with more lemmas.
     *
     * @param more without conditions; their proofs may use the rows of the program, and lemmas that are known or stand before them
     * @param nanosecondsOfTheirCheck what the check of their proofs takes, with as many threads as will check them
     * @return strengthened
     */
    public StrengthenedProgram with(List<Lemma> more, double nanosecondsOfTheirCheck) {
        List<Lemma> all = new ArrayList<>(lemmas);
        all.addAll(more);
        return new StrengthenedProgram(original, all, nanosecondsOfCheck + nanosecondsOfTheirCheck);
    }

    private static LinearProgram extended(LinearProgram original, List<Lemma> lemmas) {
        LinearProgram.Builder builder = LinearProgram.builder().constant(original.constant());
        for (int j = 0; j < original.variables().size(); j++) {
            builder.variable(original.variables().get(j));
            builder.cost(original.variables().get(j).name(), original.costs().get(j));
        }
        String name = "lemma";
        for (Constraint constraint : original.constraints()) {
            builder.constraint(
                    constraint.name(),
                    original.coefficients(constraint),
                    constraint.relation(),
                    constraint.rightHandSide());
            name = constraint.name().startsWith(name) ? constraint.name() + "'" : name;
        }
        for (int k = 0; k < lemmas.size(); k++) {
            Map<String, Rational> terms = new LinkedHashMap<>();
            for (Term term : lemmas.get(k).terms()) {
                terms.put(original.variables().get(term.variable()).name(), term.coefficient());
            }
            builder.constraint(name + " " + k, terms, Relation.GE, lemmas.get(k).rightHandSide());
        }
        return builder.build();
    }

    /**
     * The program without lemmas.
     *
     * @return what was to be solved
     */
    public LinearProgram original() {
        return original;
    }

    /**
     * What is known of it.
     *
     * @return the lemmas, in the order of their rows
     */
    public List<Lemma> lemmas() {
        return lemmas;
    }

    /**
     * The program with the lemmas as rows.
     *
     * @return the rows of the original program, then a row for each lemma
     */
    public LinearProgram program() {
        return program;
    }

    double nanosecondsOfCheck() {
        return nanosecondsOfCheck;
    }

    /** A proof with the lemmas that it needs. */
    record Proof(ProofTree tree, List<Lemma> lemmas) {
        Proof {
            lemmas = List.copyOf(lemmas);
        }
    }

    /** A proof of the program's bound as one of the original program: with the lemmas that it uses, and those that they use. */
    Proof withLemmas(ProofTree tree) {
        int own = original.constraints().size();
        boolean[] isUsed = new boolean[lemmas.size()];
        mark(tree, isUsed);
        for (int k = isUsed.length - 1; k >= 0; k--) { // a lemma uses earlier ones only
            if (isUsed[k]) {
                mark(lemmas.get(k).proof(), isUsed);
            }
        }
        int[] places = new int[isUsed.length];
        int count = 0;
        for (int k = 0; k < isUsed.length; k++) {
            places[k] = count;
            count += isUsed[k] ? 1 : 0;
        }
        if (count == lemmas.size()) {
            return new Proof(tree, lemmas);
        }
        IntUnaryOperator rowOf = row -> row < own ? row : own + places[row - own];
        List<Lemma> kept = new ArrayList<>();
        for (int k = 0; k < isUsed.length; k++) {
            if (isUsed[k]) {
                Lemma lemma = lemmas.get(k);
                kept.add(new Lemma(
                        lemma.conditions(),
                        lemma.terms(),
                        lemma.rightHandSide(),
                        lemma.proof().moved(variable -> variable, rowOf)));
            }
        }
        return new Proof(tree.moved(variable -> variable, rowOf), kept);
    }

    private void mark(ProofTree tree, boolean[] isUsed) {
        for (ProofNode node : tree.nodes()) {
            for (Multiplier multiplier : node.multipliers()) {
                int lemma = multiplier.row() - original.constraints().size();
                if (lemma >= 0) {
                    isUsed[lemma] = true;
                }
            }
        }
    }
}
