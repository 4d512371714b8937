package io.dcsdk.optimizer.plan;

import io.dcsdk.item.ItemException;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A certificate as it is saved.
 *
 * @param digest digest of the program that it is for
 * @param verdict {@code bounded} or {@code infeasible}
 * @param point value by variable, as exact fractions; variables at zero are left out; empty without a point
 * @param bound the lower bound as an exact fraction, if one is claimed
 * @param proof the nodes of the proof tree in preorder, one text each: {@code "3 <= 17"} cuts variable 3 between 17 and
 *     18, {@code "bound 0:1/2 4:-3"} gives the multipliers of rows that prove the bound, {@code "empty 0:1"} those that
 *     prove that nothing is feasible
 */
public record CertificateDocument(
        String digest, String verdict, SortedMap<String, String> point, Optional<String> bound, List<String> proof) {
    private static final int LONGEST_FRACTION = 4000;

    /** Checks the components. */
    public CertificateDocument {
        ItemRules rules = rules();
        rules.required("digest", digest);
        rules.required("verdict", verdict);
        point = new TreeMap<>(rules.required("point", point));
        rules.required("bound", bound);
        proof = rules.list("proof", proof);
    }

    private static ItemRules rules() {
        return ItemRules.of("certificate", "");
    }

    @Override
    public SortedMap<String, String> point() {
        return new TreeMap<>(point);
    }

    /**
     * A certificate as it is saved.
     *
     * @param certificate the certificate
     * @param program the program that it is for
     * @return the document
     */
    public static CertificateDocument of(Certificate certificate, LinearProgram program) {
        SortedMap<String, String> point = new TreeMap<>();
        certificate.point().ifPresent(values -> {
            for (int j = 0; j < values.size(); j++) {
                if (!values.get(j).isZero()) {
                    point.put(program.variables().get(j).name(), values.get(j).toString());
                }
            }
        });
        return new CertificateDocument(
                certificate.digest(),
                certificate.verdict().name().toLowerCase(Locale.ROOT),
                point,
                certificate.bound().map(Rational::toString),
                certificate.proof().nodes().stream()
                        .map(CertificateDocument::text)
                        .toList());
    }

    private static String text(ProofNode node) {
        if (node instanceof ProofNode.Branch branch) {
            return branch.variable() + " <= " + branch.atMost();
        }
        if (node instanceof ProofNode.Bounded bounded) {
            return "bound" + text(bounded.multipliers());
        }
        return "empty" + text(((ProofNode.Infeasible) node).multipliers());
    }

    private static String text(List<Multiplier> multipliers) {
        StringBuilder text = new StringBuilder();
        multipliers.forEach(multiplier ->
                text.append(' ').append(multiplier.row()).append(':').append(multiplier.value()));
        return text.toString();
    }

    /**
     * The certificate.
     *
     * @param program the program that it should be for
     * @return the certificate, not checked
     * @throws ItemException if a text is malformed or names what the program does not have
     */
    public Certificate read(LinearProgram program) {
        Certificate.Verdict claimed =
                switch (verdict) {
                    case "bounded" -> Certificate.Verdict.BOUNDED;
                    case "infeasible" -> Certificate.Verdict.INFEASIBLE;
                    default -> throw rules().broken("verdict", verdict, "is unknown", "use bounded or infeasible.");
                };
        Optional<List<Rational>> values =
                claimed == Certificate.Verdict.BOUNDED ? Optional.of(values(program)) : Optional.empty();
        List<ProofNode> nodes = new ArrayList<>();
        proof.forEach(text -> nodes.add(node(text, program)));
        return new Certificate(digest, claimed, values, bound.map(CertificateDocument::fraction), new ProofTree(nodes));
    }

    private List<Rational> values(LinearProgram program) {
        Map<String, String> left = new TreeMap<>(point);
        List<Rational> values = new ArrayList<>();
        program.variables().forEach(variable -> {
            String text = left.remove(variable.name());
            values.add(text == null ? Rational.ZERO : fraction(text));
        });
        if (!left.isEmpty()) {
            throw rules().broken("point", left.keySet(), "names no variables of the problem", "save the plan again.");
        }
        return values;
    }

    private static Rational fraction(String text) {
        if (text.length() > LONGEST_FRACTION || !text.matches("-?[0-9]+(/[1-9][0-9]*)?")) {
            throw rules().broken("fraction", text, "is not a whole number or a fraction", "save the plan again.");
        }
        return Rational.parse(text);
    }

    private static ProofNode node(String text, LinearProgram program) {
        String[] words = text.split(" ", -1);
        if (words[0].equals("bound")) {
            return new ProofNode.Bounded(multipliers(text, words, program));
        }
        if (words[0].equals("empty")) {
            return new ProofNode.Infeasible(multipliers(text, words, program));
        }
        if (words.length != 3 || !words[1].equals("<=") || !words[2].matches("-?[0-9]{1,40}")) {
            throw malformed(text);
        }
        return new ProofNode.Branch(index(text, words[0], program.variables().size()), new BigInteger(words[2]));
    }

    private static List<Multiplier> multipliers(String text, String[] words, LinearProgram program) {
        List<Multiplier> multipliers = new ArrayList<>();
        for (int k = 1; k < words.length; k++) {
            String[] parts = words[k].split(":", -1);
            if (parts.length != 2) {
                throw malformed(text);
            }
            int row = index(text, parts[0], program.constraints().size());
            multipliers.add(new Multiplier(row, fraction(parts[1])));
        }
        return multipliers;
    }

    private static int index(String text, String word, int size) {
        if (!word.matches("[0-9]{1,9}") || Integer.parseInt(word) >= size) {
            throw malformed(text);
        }
        return Integer.parseInt(word);
    }

    private static ItemException malformed(String text) {
        return rules().broken("proof", text, "is no node of a proof of this problem", "save the plan again.");
    }
}
