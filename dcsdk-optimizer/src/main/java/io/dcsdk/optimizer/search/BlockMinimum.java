package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.ProgramPart;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The least of a block at given prices, as a lemma: {@code Σ price_j x_j >= what a search of the block alone has proven}. Prices that
 * are below zero count as zero, and all are rounded down to six digits of the largest, which keeps the proof's numbers short.
 */
final class BlockMinimum {
    private static final int DIGITS = 6;

    private final LinearProgram whole;
    private final ProgramPart block;
    private final List<Rational> prices;

    private BlockMinimum(LinearProgram whole, ProgramPart block, List<Rational> prices) {
        this.whole = whole;
        this.block = block;
        this.prices = prices;
    }

    /** Empty if no price is above zero, or one is no number. */
    static Optional<BlockMinimum> at(LinearProgram whole, ProgramPart block, double[] prices) {
        double largest = 0;
        for (double price : prices) {
            largest = Math.max(largest, price); // stays NaN
        }
        if (!(largest > 0) || Double.isInfinite(largest)) {
            return Optional.empty();
        }
        int scale = DIGITS - 1 - (int) Math.floor(Math.log10(largest));
        List<Rational> rounded = new ArrayList<>();
        for (double price : prices) {
            rounded.add(Rational.of(new BigDecimal(Math.max(0, price)).setScale(scale, RoundingMode.FLOOR)));
        }
        return Optional.of(new BlockMinimum(whole, block, rounded));
    }

    /** What a point of the whole, relaxed or not, costs in the block. */
    double valueAt(double[] point) {
        double sum = 0;
        for (int k = 0; k < prices.size(); k++) {
            sum += prices.get(k).doubleValue() * point[block.variables().get(k)];
        }
        return sum;
    }

    /**
     * A lemma, the best whole numbers that were met, how many nodes that took, and how long the check of the proof did on one thread.
     */
    record Found(Lemma lemma, Optional<List<Rational>> point, long nodes, long nanosecondsOfCheck) {}

    /** Searches the block; empty if nothing was proven in time. */
    Optional<Found> search(MixedIntegerSolver solver, SolveLimits limits, BooleanSupplier stop) {
        LinearProgram program = block.program(whole, prices, Rational.ZERO);
        SolveResult result = solver.solve(program, limits.withKeepProof(true));
        if (result.termination() == Termination.INFEASIBLE || result.bound().isEmpty()) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        CheckResult checked = new CertificateChecker(program)
                .check(result.certificate(program).orElseThrow(), 1, followed -> stop.getAsBoolean());
        long taken = System.nanoTime() - start;
        if (checked instanceof CheckResult.Cancelled) {
            return Optional.empty();
        }
        if (!checked.isAccepted()) {
            throw new IllegalStateException(
                    "Proof of a block's minimum: the checker refuses it\nMaybe this is a fault of the solver: please report it with the program.");
        }
        List<Term> terms = new ArrayList<>();
        for (int k = 0; k < prices.size(); k++) {
            if (!prices.get(k).isZero()) {
                terms.add(new Term(block.variables().get(k), prices.get(k)));
            }
        }
        return result.proof()
                .map(tree -> new Lemma(
                        List.of(),
                        terms,
                        result.bound().orElseThrow(),
                        tree.moved(block.variables()::get, block.rows()::get)))
                .map(lemma -> new Found(lemma, result.point(), result.nodes(), taken));
    }
}
