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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A program with lemmas as further rows: the same points, a better relaxation. The rows have the numbers that a certificate gives to
 * its lemmas, so that a proof of the one is a proof of the other.
 */
final class StrengthenedProgram {
    private final int ownRows;
    private final List<Lemma> lemmas;
    private final double nanosecondsOfLemmas;
    private final LinearProgram program;

    private StrengthenedProgram(LinearProgram original, List<Lemma> lemmas, double nanosecondsOfLemmas) {
        this.ownRows = original.constraints().size();
        this.lemmas = List.copyOf(lemmas);
        this.nanosecondsOfLemmas = nanosecondsOfLemmas;
        this.program = lemmas.isEmpty() ? original : extended(original, lemmas);
    }

    /** The program as it is. */
    static StrengthenedProgram of(LinearProgram original) {
        return new StrengthenedProgram(original, List.of(), 0);
    }

    /**
     * A program with lemmas.
     *
     * @param nanosecondsOfLemmas what the check of their proofs takes
     */
    static StrengthenedProgram of(LinearProgram original, List<Lemma> lemmas, double nanosecondsOfLemmas) {
        return new StrengthenedProgram(original, lemmas, nanosecondsOfLemmas);
    }

    double nanosecondsOfLemmas() {
        return nanosecondsOfLemmas;
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

    LinearProgram program() {
        return program;
    }

    /** A proof with the lemmas that it needs. */
    record Proof(ProofTree tree, List<Lemma> lemmas) {
        Proof {
            lemmas = List.copyOf(lemmas);
        }
    }

    /** A proof of the program's bound as one of the original program. */
    Proof withLemmas(ProofTree tree) {
        TreeSet<Integer> used = new TreeSet<>();
        for (ProofNode node : tree.nodes()) {
            for (Multiplier multiplier : multipliers(node)) {
                if (multiplier.row() >= ownRows) {
                    used.add(multiplier.row() - ownRows);
                }
            }
        }
        if (used.size() == lemmas.size()) {
            return new Proof(tree, lemmas);
        }
        int[] place = new int[lemmas.size()];
        Arrays.fill(place, -1);
        List<Lemma> kept = new ArrayList<>();
        for (int lemma : used) {
            place[lemma] = kept.size();
            kept.add(lemmas.get(lemma));
        }
        List<ProofNode> nodes = new ArrayList<>();
        for (ProofNode node : tree.nodes()) {
            nodes.add(moved(node, place));
        }
        return new Proof(new ProofTree(nodes), kept);
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

    private ProofNode moved(ProofNode node, int[] place) {
        if (node instanceof ProofNode.Bounded bounded) {
            return new ProofNode.Bounded(moved(bounded.multipliers(), place));
        }
        if (node instanceof ProofNode.Infeasible infeasible) {
            return new ProofNode.Infeasible(moved(infeasible.multipliers(), place));
        }
        return node instanceof ProofNode.Tightened tightened
                ? new ProofNode.Tightened(moved(tightened.multipliers(), place))
                : node;
    }

    private List<Multiplier> moved(List<Multiplier> multipliers, int[] place) {
        return multipliers.stream()
                .map(multiplier -> multiplier.row() < ownRows
                        ? multiplier
                        : new Multiplier(ownRows + place[multiplier.row() - ownRows], multiplier.value()))
                .toList();
    }
}
