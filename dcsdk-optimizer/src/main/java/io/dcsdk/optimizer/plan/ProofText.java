package io.dcsdk.optimizer.plan;

import io.dcsdk.item.ItemException;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.linear.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The nodes of a proof tree as texts, and back. */
final class ProofText {
    private static final int LONGEST_FRACTION = 4000;

    private ProofText() {}

    static List<String> of(ProofTree tree) {
        return tree.nodes().stream().map(ProofText::of).toList();
    }

    private static String of(ProofNode node) {
        if (node instanceof ProofNode.Branch branch) {
            return branch.variable() + " <= " + branch.atMost();
        }
        if (node instanceof ProofNode.Tightened tightened) {
            return "tighten" + of(tightened.multipliers());
        }
        if (node instanceof ProofNode.Bounded bounded) {
            return "bound" + of(bounded.multipliers());
        }
        return "empty" + of(((ProofNode.Infeasible) node).multipliers());
    }

    private static String of(List<Multiplier> multipliers) {
        StringBuilder text = new StringBuilder();
        multipliers.forEach(multiplier ->
                text.append(' ').append(multiplier.row()).append(':').append(multiplier.value()));
        return text.toString();
    }

    /** The tree of a program of so many variables, and so many rows with the lemmas that may be used. */
    static ProofTree read(List<String> proof, int variables, int rows) {
        List<ProofNode> nodes = new ArrayList<>();
        proof.forEach(text -> nodes.add(node(text, variables, rows)));
        return new ProofTree(nodes);
    }

    static Rational fraction(String text) {
        if (text.length() > LONGEST_FRACTION || !text.matches("-?[0-9]+(/[1-9][0-9]*)?")) {
            throw ItemRules.of("certificate", "")
                    .broken("fraction", text, "is not a whole number or a fraction", "save the plan again.");
        }
        return Rational.parse(text);
    }

    private static ProofNode node(String text, int variables, int rows) {
        String[] words = text.split(" ", -1);
        if (words[0].equals("tighten")) {
            return new ProofNode.Tightened(multipliers(text, words, rows));
        }
        if (words[0].equals("bound")) {
            return new ProofNode.Bounded(multipliers(text, words, rows));
        }
        if (words[0].equals("empty")) {
            return new ProofNode.Infeasible(multipliers(text, words, rows));
        }
        if (words.length != 3 || !words[1].equals("<=")) {
            throw malformed(text);
        }
        return new ProofNode.Branch(index(text, words[0], variables), whole(text, words[2]));
    }

    private static List<Multiplier> multipliers(String text, String[] words, int rows) {
        List<Multiplier> multipliers = new ArrayList<>();
        for (int k = 1; k < words.length; k++) {
            String[] parts = words[k].split(":", -1);
            if (parts.length != 2) {
                throw malformed(text);
            }
            multipliers.add(new Multiplier(index(text, parts[0], rows), fraction(parts[1])));
        }
        return multipliers;
    }

    static BigInteger whole(String text, String word) {
        if (!word.matches("-?[0-9]{1,40}")) {
            throw malformed(text);
        }
        return new BigInteger(word);
    }

    static int index(String text, String word, int size) {
        if (!word.matches("[0-9]{1,9}") || Integer.parseInt(word) >= size) {
            throw malformed(text);
        }
        return Integer.parseInt(word);
    }

    static ItemException malformed(String text) {
        return ItemRules.of("certificate", "")
                .broken("proof", text, "is no node of a proof of this problem", "save the plan again.");
    }
}
