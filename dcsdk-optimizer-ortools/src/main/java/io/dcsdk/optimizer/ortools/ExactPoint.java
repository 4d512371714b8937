package io.dcsdk.optimizer.ortools;

import io.dcsdk.optimizer.exact.ExactAnswer;
import io.dcsdk.optimizer.exact.ExactSimplex;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.ortools.OracleAnswer.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From what an oracle proposes in floating point to a point that holds exactly, or none. */
final class ExactPoint {
    private ExactPoint() {}

    /** The whole numbers next to the proposed ones, with the best continuous rest there is for them. */
    static OracleAnswer answer(LinearProgram program, double[] proposed, Claim claim) {
        List<Rational> lower = new ArrayList<>(proposed.length);
        List<Rational> upper = new ArrayList<>(proposed.length);
        boolean isPure = true;
        for (int j = 0; j < proposed.length; j++) {
            Variable variable = program.variables().get(j);
            isPure &= variable.integer();
            if (!variable.integer()) {
                lower.add(variable.lower());
                upper.add(variable.upper());
                continue;
            }
            if (!Double.isFinite(proposed[j])) {
                return OracleAnswer.without(Claim.UNKNOWN);
            }
            Rational value = Rational.ofExactly(Math.rint(proposed[j]));
            if (!variable.admits(value)) {
                return OracleAnswer.without(claim);
            }
            lower.add(value);
            upper.add(value);
        }
        return isPure ? answer(program, lower, claim) : completed(program, lower, upper, claim);
    }

    private static OracleAnswer completed(
            LinearProgram program, List<Rational> lower, List<Rational> upper, Claim claim) {
        return ExactSimplex.minimise(program, lower, upper, () -> false) instanceof ExactAnswer.Minimum minimum
                ? answer(program, minimum.point(), claim)
                : OracleAnswer.without(claim);
    }

    /** The point, if it holds. */
    static OracleAnswer answer(LinearProgram program, List<Rational> point, Claim claim) {
        return program.isFeasible(point)
                ? new OracleAnswer(claim, Optional.of(point), Optional.of(program.objective(point)), Duration.ZERO)
                : OracleAnswer.without(claim);
    }
}
