package io.dcsdk.optimizer.plan;

import io.dcsdk.item.ItemException;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
 *     18, {@code "bound 0:1/2 4:-3"} gives the multipliers of rows that prove the bound, {@code "tighten 0:1/2"} those
 *     that narrow the box to where a better point could be, {@code "empty 0:1"} those that prove that nothing is feasible
 * @param lemmas what is proven first, if anything is; the proof uses the first of them as the row that follows the last of the program
 */
public record CertificateDocument(
        String digest,
        String verdict,
        SortedMap<String, String> point,
        Optional<String> bound,
        List<String> proof,
        Optional<List<LemmaDocument>> lemmas) {
    /** Checks the components. */
    public CertificateDocument {
        ItemRules rules = rules();
        rules.required("digest", digest);
        rules.required("verdict", verdict);
        point = new TreeMap<>(rules.required("point", point));
        rules.required("bound", bound);
        proof = rules.list("proof", proof);
        lemmas = Objects.requireNonNullElse(lemmas, Optional.<List<LemmaDocument>>empty())
                .map(list -> rules.list("lemmas", list));
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
                ProofText.of(certificate.proof()),
                certificate.lemmas().isEmpty()
                        ? Optional.empty()
                        : Optional.of(certificate.lemmas().stream()
                                .map(LemmaDocument::of)
                                .toList()));
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
        List<LemmaDocument> first = lemmas.orElse(List.of());
        List<Lemma> read = new ArrayList<>();
        for (LemmaDocument lemma : first) {
            read.add(lemma.read(program, read.size()));
        }
        return new Certificate(
                digest,
                claimed,
                values,
                bound.map(ProofText::fraction),
                read,
                ProofText.read(
                        proof, program.variables().size(), program.constraints().size() + read.size()));
    }

    private List<Rational> values(LinearProgram program) {
        Map<String, String> left = new TreeMap<>(point);
        List<Rational> values = new ArrayList<>();
        program.variables().forEach(variable -> {
            String text = left.remove(variable.name());
            values.add(text == null ? Rational.ZERO : ProofText.fraction(text));
        });
        if (!left.isEmpty()) {
            throw rules().broken("point", left.keySet(), "names no variables of the problem", "save the plan again.");
        }
        return values;
    }
}
