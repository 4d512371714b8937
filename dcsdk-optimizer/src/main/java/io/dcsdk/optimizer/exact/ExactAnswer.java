package io.dcsdk.optimizer.exact;

import io.dcsdk.optimizer.linear.Rational;
import java.util.List;

/** What the exact simplex found. */
public sealed interface ExactAnswer {
    /**
     * A minimum with its proof.
     *
     * @param point one value for each variable
     * @param multipliers one for each constraint; they prove that no point is better
     */
    record Minimum(List<Rational> point, List<Rational> multipliers) implements ExactAnswer {
        /** Copies the lists. */
        public Minimum {
            point = List.copyOf(point);
            multipliers = List.copyOf(multipliers);
        }
    }

    /**
     * There is no point.
     *
     * @param multipliers one for each constraint (Farkas): with them the zero objective has a positive lower bound
     */
    record Infeasible(List<Rational> multipliers) implements ExactAnswer {
        /** Copies the list. */
        public Infeasible {
            multipliers = List.copyOf(multipliers);
        }
    }

    /** The caller's stop signal came first. */
    record Stopped() implements ExactAnswer {}
}
