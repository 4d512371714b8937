package io.dcsdk.optimizer.plan;

import io.dcsdk.design.ConstraintReport;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.ItemCount;
import io.dcsdk.design.Plan;
import io.dcsdk.design.Provenance;
import io.dcsdk.design.Selection;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Makes a plan of a point: the same point of the same problem always gives the same plan. Immutable. */
public final class PlanAssembly {
    private static final int DIGITS = 34;

    private final DesignFormulation formulation;
    private final Provenance provenance;

    private PlanAssembly(DesignFormulation formulation) {
        this.formulation = formulation;
        this.provenance = provenance(formulation);
    }

    /**
     * The assembly of plans for a problem. It hashes the problem at once, so that who was interrupted later does not wait for
     * that.
     *
     * @param formulation what points will be for
     * @return an assembly
     */
    public static PlanAssembly of(DesignFormulation formulation) {
        return new PlanAssembly(formulation);
    }

    /**
     * Where its plans come from.
     *
     * @return input, versions, machine
     */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * Lowers every count of a point as far as all else being equal allows; the objective never rises.
     *
     * @param point a feasible point
     * @return a feasible point
     */
    public List<Rational> trim(List<Rational> point) {
        return trim(formulation.program(), point);
    }

    /**
     * Lowers every count of a point as far as all else being equal allows; the objective never rises.
     *
     * @param program a formulation's program, or one with more rows
     * @param point a feasible point of it
     * @return a feasible point
     */
    public static List<Rational> trim(LinearProgram program, List<Rational> point) {
        return PointTrim.trim(program, point);
    }

    /**
     * The plan of a point.
     *
     * @param point a feasible point
     * @param bound a lower bound of the objective
     * @return the plan
     * @throws IllegalStateException if the items themselves, evaluated without the algebra, do not agree that the point
     *     is feasible and costs what the algebra says
     */
    public Plan plan(List<Rational> point, Rational bound) {
        LinearProgram program = formulation.program();
        Selection selection = formulation.selection(point);
        Evaluation evaluation = Evaluation.of(formulation.problem(), selection);
        Rational objective = program.objective(point);
        requireAgreement(evaluation, objective);
        Rational distance = objective.minus(bound);
        Rational gap = objective.isZero() ? distance : distance.dividedBy(objective.abs());
        return new Plan(
                formulation.problem(),
                selection,
                billOfMaterials(formulation, selection),
                evaluation.cost(),
                evaluation.energy(),
                evaluation.loads(),
                evaluation.objective(),
                Money.of(decimal(bound, RoundingMode.FLOOR), Money.Unit.USD),
                Ratio.of(decimal(gap, RoundingMode.CEILING)),
                constraints(program, point),
                provenance);
    }

    /** Two ways to the same figures: from the items, and from the algebra. Only supplies may round, in the 34th digit. */
    private static void requireAgreement(Evaluation evaluation, Rational objective) {
        if (!evaluation.feasible()) {
            throw new IllegalStateException(
                    "plan (%s) of the optimizer: its items break the problem although the algebra holds\nMaybe this is a fault of the SDK; please report it."
                            .formatted(evaluation.violations()));
        }
        Rational difference =
                Rational.of(evaluation.objective().base()).minus(objective).abs();
        Rational allowed = objective.abs().max(Rational.ONE).times(Rational.parse("1e-25"));
        if (difference.compareTo(allowed) > 0) {
            throw new IllegalStateException(
                    "objective (%s) of the optimizer: the items themselves give %s\nMaybe this is a fault of the SDK; please report it."
                            .formatted(objective.toDecimalString(), evaluation.objective()));
        }
    }

    private static List<ItemCount> billOfMaterials(DesignFormulation formulation, Selection selection) {
        return BillOfMaterials.of(formulation.problem(), selection);
    }

    private static List<ConstraintReport> constraints(LinearProgram program, List<Rational> point) {
        List<ConstraintReport> reports = new ArrayList<>();
        for (int row = 0; row < program.constraints().size(); row++) {
            Constraint constraint = program.constraints().get(row);
            reports.add(new ConstraintReport(
                    constraint.name(),
                    program.describe(row),
                    constraint.activity(point).toDecimalString(),
                    constraint.rightHandSide().toDecimalString(),
                    constraint.slack(point).toDecimalString()));
        }
        return reports;
    }

    private static Provenance provenance(DesignFormulation formulation) {
        return new Provenance(
                sha256(Documents.toJson(formulation.problem())),
                formulation.program().digest(),
                0,
                Versions.all(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    static BigDecimal decimal(Rational value, RoundingMode rounding) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), new MathContext(DIGITS, rounding));
    }
}
