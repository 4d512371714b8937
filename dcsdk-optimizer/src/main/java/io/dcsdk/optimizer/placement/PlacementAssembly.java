package io.dcsdk.optimizer.placement;

import io.dcsdk.design.Provenance;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PointTrim;
import io.dcsdk.optimizer.plan.Versions;
import io.dcsdk.placement.Placement;
import io.dcsdk.placement.PlacementEvaluation;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Makes a placement of a point: the same point of the same problem always gives the same placement. Immutable. */
public final class PlacementAssembly {
    private static final int DIGITS = 34;

    private final PlacementFormulation formulation;
    private final Provenance provenance;

    private PlacementAssembly(PlacementFormulation formulation) {
        this.formulation = formulation;
        this.provenance = new Provenance(
                sha256(Documents.toJson(formulation.problem())),
                formulation.program().digest(),
                0,
                Versions.all(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    /**
     * The assembly of placements for a problem.
     *
     * @param formulation what points will be for
     * @return an assembly
     */
    public static PlacementAssembly of(PlacementFormulation formulation) {
        return new PlacementAssembly(formulation);
    }

    /**
     * Lowers every count of a point as far as all else being equal allows, and takes away what is bought where nothing is; the
     * objective never rises.
     *
     * @param point a feasible point
     * @return a feasible point
     */
    public List<Rational> trim(List<Rational> point) {
        return formulation.cleared(PointTrim.trim(formulation.program(), point));
    }

    /**
     * The placement of a point.
     *
     * @param point a feasible point
     * @param bound a lower bound of the objective
     * @return the placement
     * @throws IllegalStateException if the items themselves, evaluated without the algebra, do not agree that the point is
     *     feasible and costs what the algebra says
     */
    public Placement placement(List<Rational> point, Rational bound) {
        PlacementEvaluation evaluation = PlacementEvaluation.of(formulation.problem(), formulation.selections(point));
        Rational objective = formulation.program().objective(point);
        requireAgreement(evaluation, objective);
        Rational distance = objective.minus(bound);
        Rational gap = objective.isZero() ? distance : distance.dividedBy(objective.abs());
        return new Placement(
                formulation.problem(),
                evaluation.locations(),
                evaluation.workloads(),
                evaluation.cost(),
                evaluation.energy(),
                evaluation.carbon(),
                evaluation.objective(),
                Money.of(decimal(bound, RoundingMode.FLOOR), Money.Unit.USD),
                Ratio.of(decimal(gap, RoundingMode.CEILING)),
                provenance);
    }

    /** Two ways to the same figures: from the items, and from the algebra. Only supplies may round, in the 34th digit. */
    private static void requireAgreement(PlacementEvaluation evaluation, Rational objective) {
        if (!evaluation.feasible()) {
            throw new IllegalStateException(
                    "placement (%s) of the optimizer: its items break the problem although the algebra holds\nMaybe this is a fault of the SDK; please report it."
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

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static BigDecimal decimal(Rational value, RoundingMode rounding) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), new MathContext(DIGITS, rounding));
    }
}
