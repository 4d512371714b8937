package io.dcsdk.optimizer.stochastic;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.util.List;
import java.util.Optional;

/**
 * What the cuts have proven.
 *
 * @param status how the method ended
 * @param point the best first-stage decision, if one was found with which every scenario can be met
 * @param objective its exact cost c'x + Σ p_s Q_s(x)
 * @param lowerBound no decision costs less than this; empty if infeasible, or before the first master was solved
 * @param costs what each scenario costs at the point
 * @param rounds how many masters were solved
 * @param cuts how many cuts the last master had
 * @param master the master that the bound, or infeasibility, is proven of
 * @param certificate the proof, checked
 */
public record LShapedResult(
        Status status,
        Optional<List<Rational>> point,
        Optional<Rational> objective,
        Optional<Rational> lowerBound,
        List<Rational> costs,
        int rounds,
        int cuts,
        Optional<LinearProgram> master,
        Optional<Certificate> certificate) {
    /** How the method ended. */
    public enum Status {
        /** Bound and point are within the gap. */
        GAP_CLOSED,
        /** No decision meets all scenarios. */
        INFEASIBLE,
        /** A limit was reached. */
        STOPPED
    }

    /** Copies the lists. */
    public LShapedResult {
        point = point.map(List::copyOf);
        costs = List.copyOf(costs);
    }

    /**
     * The exact relative gap.
     *
     * @return (objective − lower bound) / |objective|, relative to one where the objective is zero; empty without both
     */
    public Optional<Rational> relativeGap() {
        if (objective.isEmpty() || lowerBound.isEmpty()) {
            return Optional.empty();
        }
        Rational distance = objective.get().minus(lowerBound.get());
        Rational size = objective.get().abs();
        return Optional.of(size.isZero() ? distance : distance.dividedBy(size));
    }
}
