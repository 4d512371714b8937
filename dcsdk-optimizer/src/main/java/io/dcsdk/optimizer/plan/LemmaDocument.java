package io.dcsdk.optimizer.plan;

import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.certificate.Condition;
import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * A lemma as it is saved.
 *
 * @param where under which bounds it holds, one text each: {@code "3 from 0 to 2"} for variable 3; empty if everywhere
 * @param terms the left-hand side, coefficient by variable: {@code "0:1/2 4:-3"}; may be empty
 * @param atLeast the right-hand side as an exact fraction
 * @param proof the nodes of its proof tree, as in {@link CertificateDocument}
 */
public record LemmaDocument(List<String> where, String terms, String atLeast, List<String> proof) {
    /** Checks the components. */
    public LemmaDocument {
        ItemRules rules = ItemRules.of("lemma", "");
        where = rules.list("where", where);
        rules.required("terms", terms);
        rules.required("atLeast", atLeast);
        proof = rules.list("proof", proof);
    }

    static LemmaDocument of(Lemma lemma) {
        StringBuilder terms = new StringBuilder();
        for (Term term : lemma.terms()) {
            terms.append(terms.isEmpty() ? "" : " ")
                    .append(term.variable())
                    .append(':')
                    .append(term.coefficient());
        }
        return new LemmaDocument(
                lemma.conditions().stream().map(LemmaDocument::text).toList(),
                terms.toString(),
                lemma.rightHandSide().toString(),
                ProofText.of(lemma.proof()));
    }

    private static String text(Condition condition) {
        return condition.variable() + " from " + condition.lower() + " to " + condition.upper();
    }

    /** The lemma before which there are so many others. */
    Lemma read(LinearProgram program, int before) {
        int variables = program.variables().size();
        List<Condition> conditions = new ArrayList<>();
        for (String text : where) {
            String[] words = text.split(" ", -1);
            if (words.length != 5 || !words[1].equals("from") || !words[3].equals("to")) {
                throw ProofText.malformed(text);
            }
            conditions.add(new Condition(
                    ProofText.index(text, words[0], variables),
                    ProofText.whole(text, words[2]),
                    ProofText.whole(text, words[4])));
        }
        List<Term> read = new ArrayList<>();
        for (String word : terms.isEmpty() ? new String[0] : terms.split(" ", -1)) {
            String[] parts = word.split(":", -1);
            if (parts.length != 2) {
                throw ProofText.malformed(word);
            }
            int variable = ProofText.index(word, parts[0], variables);
            Rational coefficient = ProofText.fraction(parts[1]);
            if (coefficient.isZero()
                    || (!read.isEmpty() && read.get(read.size() - 1).variable() >= variable)) {
                throw ProofText.malformed(word);
            }
            read.add(new Term(variable, coefficient));
        }
        return new Lemma(
                conditions,
                read,
                ProofText.fraction(atLeast),
                ProofText.read(proof, variables, program.constraints().size() + before));
    }
}
