package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The best point so far, and from which bound on a piece need not be looked at any more. */
final class Incumbent {
    private final LinearProgram program;
    private final Rational relativeGap;
    private @Nullable List<Rational> point;
    private @Nullable Rational objective;

    Incumbent(LinearProgram program, Rational relativeGap) {
        this.program = program;
        this.relativeGap = relativeGap;
    }

    Optional<List<Rational>> point() {
        return Optional.ofNullable(point);
    }

    Optional<Rational> objective() {
        return Optional.ofNullable(objective);
    }

    /** Plus infinity without a point. */
    double value() {
        return objective == null ? Double.POSITIVE_INFINITY : objective.doubleValue();
    }

    /** A little above where the gap is closed, so that what is rounded down on the way suffices. */
    double threshold() {
        if (objective == null) {
            return Double.POSITIVE_INFINITY;
        }
        double wanted = objective.minus(relativeGap.times(objective.abs())).doubleValue();
        return wanted + 0.02 * relativeGap.doubleValue() * Math.abs(wanted);
    }

    /** Takes the designs of all blocks, if they are complete, feasible together and better. */
    boolean offer(List<Configuration> chosen) {
        List<Rational> whole = new ArrayList<>(program.variables().size());
        for (int j = 0; j < program.variables().size(); j++) {
            whole.add(Rational.ZERO);
        }
        for (Configuration configuration : chosen) {
            if (configuration.point().isEmpty()) {
                return false;
            }
            List<Rational> own = configuration.point().get();
            for (int j = 0; j < own.size(); j++) {
                whole.set(configuration.model.block.variables().get(j), own.get(j));
            }
        }
        return offerPoint(whole);
    }

    boolean offerPoint(List<Rational> whole) {
        Rational cost = program.objective(whole);
        if ((objective != null && cost.compareTo(objective) >= 0) || !program.isFeasible(whole)) {
            return false;
        }
        point = whole;
        objective = cost;
        return true;
    }
}
