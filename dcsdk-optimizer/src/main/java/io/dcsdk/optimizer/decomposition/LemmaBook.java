package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.certificate.Condition;
import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lemmas of a certificate under construction. */
final class LemmaBook {
    private final LinearProgram program;
    private final List<Lemma> lemmas = new ArrayList<>();
    private final Map<Configuration, Integer> rowOfConfiguration = new HashMap<>();
    private final Map<Subject, Stated> stated = new HashMap<>();

    /** What a lemma of a block is about: these prices, and choices in this box. */
    private record Subject(BlockModel model, List<Rational> prices, List<Integer> least, List<Integer> most) {}

    /**
     * What it says.
     *
     * @param row where it is
     * @param least the block costs at least so much more than what its choices are paid; infinite if no choice is possible
     */
    record Stated(int row, double least) {}

    LemmaBook(LinearProgram program) {
        this.program = program;
    }

    List<Lemma> lemmas() {
        return lemmas;
    }

    int rowOf(Configuration configuration) {
        Integer known = rowOfConfiguration.get(configuration);
        if (known != null) {
            return known;
        }
        BlockModel model = configuration.model;
        Configuration.Proven proven = configuration.proven().orElseThrow();
        List<Condition> conditions = new ArrayList<>();
        for (int c = 0; c < model.size(); c++) {
            BigInteger value = BigInteger.valueOf(configuration.values.get(c));
            conditions.add(new Condition(model.block.choices().get(c), value, value));
        }
        ProofTree proof = inWhole(proven.proof(), model);
        Lemma lemma = proven.bound().isPresent()
                ? new Lemma(
                        conditions,
                        costs(model, noPrices(model)),
                        proven.bound().get(),
                        proof)
                : new Lemma(conditions, List.of(), Rational.ONE, proof);
        int row = add(lemma);
        rowOfConfiguration.put(configuration, row);
        return row;
    }

    private int add(Lemma lemma) {
        lemmas.add(lemma);
        return program.constraints().size() + lemmas.size() - 1;
    }

    private static List<Rational> noPrices(BlockModel model) {
        List<Rational> none = new ArrayList<>();
        for (int c = 0; c < model.size(); c++) {
            none.add(Rational.ZERO);
        }
        return none;
    }

    /** The block's costs less what is paid for its choices. */
    private static List<Term> costs(BlockModel model, List<Rational> prices) {
        Map<Integer, Rational> priceOf = new HashMap<>();
        for (int c = 0; c < prices.size(); c++) {
            priceOf.put(model.choices[c], prices.get(c));
        }
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < model.program.costs().size(); j++) {
            Rational cost = model.program.costs().get(j).minus(priceOf.getOrDefault(j, Rational.ZERO));
            if (!cost.isZero()) {
                terms.add(new Term(model.block.variables().get(j), cost));
            }
        }
        return terms;
    }

    private static ProofTree inWhole(ProofTree tree, BlockModel model) {
        return tree.moved(variable -> model.block.variables().get(variable), row -> model.rows[row]);
    }

    /**
     * The lemma that says the most about the cost of a block less prices, for choices in a box.
     *
     * @param multipliers of the joint rows, which make the prices
     * @return empty if what the oracle knows cannot be put into a proof
     */
    Optional<Stated> lemma(BlockOracle oracle, double[] multipliers, int[] least, int[] most) {
        BlockModel model = oracle.model;
        double[] prices = model.pricesOf(multipliers);
        List<Rational> exact = new ArrayList<>();
        for (int c = 0; c < model.size(); c++) {
            Rational price = Rational.ZERO;
            for (BlockModel.JointTerm term : model.joint.get(c)) {
                price = price.plus(term.exact().times(Rational.ofExactly(multipliers[term.row()])));
            }
            exact.add(price);
        }
        Subject subject = new Subject(model, exact, listOf(least), listOf(most));
        Stated known = stated.get(subject);
        if (known != null) {
            return Optional.of(known);
        }
        double target = oracle.price(prices, least, most).value();
        Optional<List<ProofNode>> nodes = oracle.prove(prices, least, most, target, this);
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        boolean isEmpty = target == Double.POSITIVE_INFINITY;
        double said = isEmpty ? target : below(target, prices, most);
        int row = add(new Lemma(
                conditions(model, least, most),
                isEmpty ? List.of() : costs(model, exact),
                isEmpty ? Rational.ONE : Rational.ofExactly(said),
                new ProofTree(nodes.get())));
        Stated lemma = new Stated(row, said);
        stated.put(subject, lemma);
        return Optional.of(lemma);
    }

    /** What a lemma says of a target: less by more than doubles can have erred when they were compared with it. */
    private static double below(double target, double[] prices, int[] most) {
        double size = Math.abs(target) + 1;
        for (int c = 0; c < prices.length; c++) {
            size += Math.abs(prices[c]) * Math.max(1, Math.abs(most[c]));
        }
        return target - 1e-12 * size;
    }

    private static List<Condition> conditions(BlockModel model, int[] least, int[] most) {
        int[] first = model.leastChoices();
        int[] last = model.mostChoices();
        List<Condition> conditions = new ArrayList<>();
        for (int c = 0; c < least.length; c++) {
            if (least[c] > first[c] || most[c] < last[c]) {
                conditions.add(new Condition(
                        model.block.choices().get(c), BigInteger.valueOf(least[c]), BigInteger.valueOf(most[c])));
            }
        }
        return conditions;
    }

    private static List<Integer> listOf(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
