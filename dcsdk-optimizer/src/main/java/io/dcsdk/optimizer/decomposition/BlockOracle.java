package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpSession;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one block costs for any values of its choices: learns while it is asked. For one thread at a time. */
final class BlockOracle {
    private static final int MOST_VECTORS = 60;

    final BlockModel model;
    private final LpEngine engine;
    private final LpSession session;
    private final Map<List<Integer>, Configuration> known = new LinkedHashMap<>();
    private final List<DualVector> vectors = new ArrayList<>();
    private final List<DualVector> empties = new ArrayList<>();
    private long time;

    BlockOracle(BlockModel model, LpEngine engine) {
        this.model = model;
        this.engine = engine;
        this.session = engine.open(model.matrix);
        vectors.add(DualVector.of(model, new double[model.matrix.rows()], true));
    }

    /** The cheapest choices at given prices. */
    record Priced(double value, List<Configuration> found) {
        Priced {
            found = List.copyOf(found);
        }
    }

    /** What is known about these values; asked for the first time, their relaxation is solved. */
    Configuration at(int[] values) {
        List<Integer> key = Arrays.stream(values).boxed().toList();
        Configuration configuration = known.get(key);
        if (configuration == null) {
            configuration = relaxed(key, values);
            known.put(key, configuration);
        }
        return configuration;
    }

    private Configuration relaxed(List<Integer> key, int[] values) {
        double[] none = new double[values.length];
        Optional<DualVector> solved = learn(session, values, values);
        if (solved.isPresent() && empties.contains(solved.get())) {
            return new Configuration(model, key, solved.get(), Double.POSITIVE_INFINITY);
        }
        DualVector best = best(none, values, values);
        return new Configuration(model, key, best, best.bound(none, values, values));
    }

    /** Solves a relaxation, of any costs, with the choices in a box, and keeps what its multipliers prove. */
    Optional<DualVector> learn(LpSession solver, int[] least, int[] most) {
        double[] lower = model.lower.clone();
        double[] upper = model.upper.clone();
        for (int c = 0; c < least.length; c++) {
            lower[model.choices[c]] = least[c];
            upper[model.choices[c]] = most[c];
        }
        LpAnswer answer = solver.solve(lower, upper, false);
        if (answer.multipliers().length != model.matrix.rows()) {
            return Optional.empty();
        }
        boolean isEmpty = answer.status() == LpAnswer.Status.INFEASIBLE;
        DualVector vector = DualVector.of(model, answer.multipliers(), !isEmpty);
        if (isEmpty) {
            if (!(vector.bound(new double[least.length], least, most) > 0)) {
                return Optional.empty();
            }
            empties.add(vector);
            return Optional.of(vector);
        }
        vector.lastUse = ++time;
        vectors.add(vector);
        if (vectors.size() > MOST_VECTORS) {
            int oldest = 1; // the first one is always there
            for (int k = 1; k < vectors.size(); k++) {
                oldest = vectors.get(k).lastUse < vectors.get(oldest).lastUse ? k : oldest;
            }
            vectors.remove(oldest);
        }
        return Optional.of(vector);
    }

    /** The vector that proves most for choices in a box. */
    DualVector best(double[] prices, int[] least, int[] most) {
        DualVector best = vectors.get(0);
        double bound = best.bound(prices, least, most);
        for (DualVector vector : vectors) {
            double other = vector.bound(prices, least, most);
            if (other > bound) {
                bound = other;
                best = vector;
            }
        }
        best.lastUse = ++time;
        return best;
    }

    /** A vector that proves a box empty, if one is known. */
    Optional<DualVector> emptiness(int[] least, int[] most) {
        double[] none = new double[least.length];
        return empties.stream()
                .filter(vector -> vector.bound(none, least, most) > 0)
                .findFirst();
    }

    /**
     * The least of cost less prices over all choices in a box, or a little below it; infinite if the box is empty; with the choices that were looked at, the best
     * first.
     */
    Priced price(double[] prices, int[] least, int[] most) {
        double[] costs = new double[model.matrix.columns()];
        for (int j = 0; j < costs.length; j++) {
            costs[j] = model.matrix.cost(j);
        }
        for (int c = 0; c < prices.length; c++) {
            costs[model.choices[c]] -= prices[c];
        }
        Enumeration enumeration = new Enumeration(this, prices, engine.open(model.matrix.withCosts(costs)));
        enumeration.search(least, most);
        return new Priced(enumeration.least(), enumeration.found());
    }

    /** The proof that cost less prices is at least the target for all choices in a box; empty if what is known does not suffice. */
    Optional<List<ProofNode>> prove(double[] prices, int[] least, int[] most, double target, LemmaBook book) {
        EnumerationProof proof = new EnumerationProof(this, prices, target, book);
        return proof.of(least, most);
    }

    /** Searches the block with these choices for its least cost. Any thread may do it for different configurations. */
    static SolveResult search(LpEngine engine, Configuration configuration, SolveLimits limits) {
        LinearProgram program = configuration.model.at(configuration.values);
        return new MixedIntegerSolver(engine).solve(program, limits);
    }

    /** Takes over what a search found. */
    static void take(Configuration configuration, SolveResult result) {
        result.point().ifPresent(configuration::offer);
        Optional<Rational> bound = result.bound();
        if (result.termination() == Termination.INFEASIBLE) {
            configuration.prove(
                    new Configuration.Proven(Optional.empty(), result.proof().orElseThrow()));
        } else if (bound.isPresent()) {
            configuration.prove(new Configuration.Proven(bound, result.proof().orElseThrow()));
        }
    }
}
