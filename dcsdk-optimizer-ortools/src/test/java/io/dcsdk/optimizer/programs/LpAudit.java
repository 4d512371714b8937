package io.dcsdk.optimizer.programs;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Certificate.Verdict;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.RationalSum;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.relaxation.LpSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an engine's answer is worth, in exact arithmetic: how far its point breaks the rows, which bound its multipliers
 * prove, whether the vertex it means is feasible, and what the certificate checker says to all of that.
 *
 * @param status what the engine believes
 * @param violation the largest violation of a row at the engine's own point, relative to the size of the row's terms
 * @param objective at the engine's own point
 * @param bound proven by its multipliers, accepted by the checker
 * @param gap of the exact vertex and the bound, accepted by the checker together; empty if there is no exact vertex
 * @param isProvenInTheBox whether the checker accepts its multipliers as a proof that there is no point in the box
 * @param isProvenInfeasible whether it accepts them in the wider box as well
 * @param largest the largest value of a variable, in size
 * @param support the rows that have a multiplier of the right sign
 */
record LpAudit(
        LpAnswer.Status status,
        double violation,
        double objective,
        double bound,
        Optional<Double> gap,
        boolean isProvenInTheBox,
        boolean isProvenInfeasible,
        double largest,
        List<Integer> support) {
    private static final double NONE = Double.NaN;

    /** Of an engine that does not know. */
    static final LpAudit NOTHING =
            new LpAudit(LpAnswer.Status.UNKNOWN, NONE, NONE, NONE, Optional.empty(), false, false, NONE, List.of());

    static LpAudit of(LpEngine engine, LinearProgram program) {
        return of(engine, program, program);
    }

    /**
     * The audit of an engine's answer.
     *
     * @param wider the same rows in a larger box: what proves that there is no point must do so there as well, and not by the
     *     size of the box
     */
    static LpAudit of(LpEngine engine, LinearProgram program, LinearProgram wider) {
        LpAnswer answer = answer(engine.open(LpMatrix.of(program)), program);
        List<Multiplier> multipliers = multipliers(program, answer.multipliers());
        List<Integer> support = multipliers.stream().map(Multiplier::row).toList();
        if (answer.status() == LpAnswer.Status.UNKNOWN) {
            return NOTHING;
        }
        if (answer.status() == LpAnswer.Status.INFEASIBLE) {
            boolean isProven = provesInfeasible(program, multipliers);
            boolean isProvenBeyond = isProven && provesInfeasible(wider, multipliers);
            return new LpAudit(
                    answer.status(), NONE, NONE, NONE, Optional.empty(), isProven, isProvenBeyond, NONE, support);
        }
        List<Rational> point = within(program, answer.point());
        Rational bound = bound(program, multipliers);
        Optional<List<Rational>> vertex = ExactVertex.of(program, answer.point());
        CheckResult checked = new CertificateChecker(program)
                .check(certificate(
                        program,
                        vertex.isPresent() ? Verdict.BOUNDED : Verdict.BOUND_ONLY,
                        vertex,
                        Optional.of(bound),
                        new ProofNode.Bounded(multipliers)));
        if (!(checked instanceof CheckResult.Accepted accepted)) {
            throw new AssertionError("a bound that was computed here is not accepted: " + checked);
        }
        return new LpAudit(
                answer.status(),
                violation(program, point),
                program.objective(point).doubleValue(),
                bound.doubleValue(),
                accepted.relativeGap().map(Rational::doubleValue),
                false,
                false,
                Arrays.stream(answer.point()).map(Math::abs).max().orElse(0),
                support);
    }

    /** The distance of objective and bound at the engine's own point, relative to the larger of them and one. */
    double ownGap() {
        return Math.abs(objective - bound) / Math.max(1, Math.max(Math.abs(objective), Math.abs(bound)));
    }

    /** Whether a variable has reached the size of the box. */
    boolean restsOn(double box) {
        return largest >= box * (1 - 1e-6);
    }

    /** Whether point and bound are what an optimum must have, to these tolerances. */
    boolean holds(double rowTolerance, double gapTolerance) {
        return status == LpAnswer.Status.OPTIMAL && violation <= rowTolerance && ownGap() <= gapTolerance;
    }

    private static LpAnswer answer(LpSession session, LinearProgram program) {
        double[] lower = program.variables().stream()
                .mapToDouble(variable -> variable.lower().doubleValue())
                .toArray();
        double[] upper = program.variables().stream()
                .mapToDouble(variable -> variable.upper().doubleValue())
                .toArray();
        // As the search does: a second opinion where there was none.
        LpAnswer first = session.solve(lower, upper, false);
        return first.status() == LpAnswer.Status.UNKNOWN ? session.solve(lower, upper, true) : first;
    }

    private static boolean provesInfeasible(LinearProgram program, List<Multiplier> multipliers) {
        return new CertificateChecker(program)
                .check(certificate(
                        program,
                        Verdict.INFEASIBLE,
                        Optional.empty(),
                        Optional.empty(),
                        new ProofNode.Infeasible(multipliers)))
                .isAccepted();
    }

    private static Certificate certificate(
            LinearProgram program,
            Verdict verdict,
            Optional<List<Rational>> point,
            Optional<Rational> bound,
            ProofNode node) {
        return new Certificate(program.digest(), verdict, point, bound, new ProofTree(List.of(node)));
    }

    private static List<Multiplier> multipliers(LinearProgram program, double[] proposed) {
        List<Multiplier> multipliers = new ArrayList<>();
        for (int i = 0; i < proposed.length; i++) {
            if (proposed[i] != 0 && Double.isFinite(proposed[i])) {
                Rational value = Rational.ofExactly(proposed[i]);
                if (program.constraints().get(i).relation().admits(value)) {
                    multipliers.add(new Multiplier(i, value));
                }
            }
        }
        return multipliers;
    }

    private static List<Rational> within(LinearProgram program, double[] point) {
        List<Rational> values = new ArrayList<>();
        for (int j = 0; j < point.length; j++) {
            values.add(Rational.ofExactly(point[j])
                    .max(program.variables().get(j).lower())
                    .min(program.variables().get(j).upper()));
        }
        return values;
    }

    /** Weak duality, written out once more: constant + b'y + sum of min(l r, u r) with r = c - A'y. */
    private static Rational bound(LinearProgram program, List<Multiplier> multipliers) {
        RationalSum[] residuals = new RationalSum[program.variables().size()];
        Arrays.setAll(residuals, j -> new RationalSum().add(program.costs().get(j)));
        RationalSum bound = new RationalSum().add(program.constant());
        for (Multiplier multiplier : multipliers) {
            Constraint row = program.constraints().get(multiplier.row());
            bound.addProduct(multiplier.value(), row.rightHandSide());
            for (Term term : row.terms()) {
                residuals[term.variable()].addProduct(multiplier.value().negate(), term.coefficient());
            }
        }
        for (int j = 0; j < residuals.length; j++) {
            Rational residual = residuals[j].value();
            bound.addProduct(
                    residual,
                    residual.signum() >= 0
                            ? program.variables().get(j).lower()
                            : program.variables().get(j).upper());
        }
        return bound.value();
    }

    private static double violation(LinearProgram program, List<Rational> point) {
        double worst = 0;
        for (Constraint row : program.constraints()) {
            Rational slack = row.slack(point);
            if (slack.signum() >= 0) {
                continue;
            }
            double size = Math.abs(row.rightHandSide().doubleValue());
            for (Term term : row.terms()) {
                Variable variable = program.variables().get(term.variable());
                double move = variable.upper().minus(variable.lower()).doubleValue();
                double value = Math.abs(point.get(term.variable()).doubleValue());
                double coefficient = Math.abs(term.coefficient().doubleValue());
                size = Math.max(size, coefficient * Math.max(value, Math.min(1, move)));
            }
            worst = Math.max(worst, size > 0 ? -slack.doubleValue() / size : -slack.doubleValue());
        }
        return worst;
    }
}
