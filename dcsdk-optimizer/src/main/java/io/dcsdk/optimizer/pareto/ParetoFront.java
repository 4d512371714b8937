package io.dcsdk.optimizer.pareto;

import io.dcsdk.design.Outcome;
import io.dcsdk.design.Provenance;
import io.dcsdk.item.ItemRules;
import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The front of C and E of a problem, with what is proven about it. Save it with
 * {@link io.dcsdk.document.Documents}.
 *
 * <p>What certifies the front is in it: designs and proven bounds. Intervals and gaps follow from these by exact
 * arithmetic, which is done again whenever a front is made or read; one that says otherwise is refused. The proofs of the bounds
 * are not in it: {@link ParetoListener} hands them out, and {@code plan} makes that of any lambda again.
 *
 * @param format always {@value #FORMAT}
 * @param status how far it is proven
 * @param stopped why a solve or the search ended early, if one did: {@code deadline}, {@code node-limit} or {@code cancelled}
 * @param problem name of the problem
 * @param horizon what C and E count over
 * @param from where the range of lambda begins
 * @param to where it ends
 * @param tolerance the gap that was asked for at every lambda, relative to C + lambda E
 * @param worstGap the largest gap at any lambda of the range, rounded up; absent without a design
 * @param solves how many problems were solved at a weight
 * @param limitedSolves how many were solved under a limit of energy
 * @param supported the corners of the convex hull, from the cheapest to the most frugal
 * @param unsupported other designs that nothing known matches in both C and E, in the same order
 * @param intervals the range of lambda with what is proven; neighbours within the tolerance are one
 * @param unexplored where more unsupported designs may be
 * @param bounds what each solve at a weight has proven, in the order of the solves
 * @param costFloors what each solve under a limit of energy has proven, in the order of the solves
 * @param conflict requirements and limits that cannot hold together, if infeasible; the same at every lambda
 * @param provenance input, versions, machine
 */
public record ParetoFront(
        String format,
        FrontStatus status,
        Optional<String> stopped,
        String problem,
        TimeSpan horizon,
        EnergyPrice from,
        EnergyPrice to,
        Ratio tolerance,
        Optional<Ratio> worstGap,
        int solves,
        int limitedSolves,
        List<SupportedPoint> supported,
        List<UnsupportedPoint> unsupported,
        List<CertifiedInterval> intervals,
        List<UnexploredRegion> unexplored,
        List<ProvenBound> bounds,
        List<CostFloor> costFloors,
        List<Outcome.Conflict> conflict,
        Provenance provenance) {
    /** What the field {@code format} says. */
    public static final String FORMAT = "dcsdk-pareto-1";

    /** Checks the components, and that intervals and gaps follow from designs and bounds. */
    public ParetoFront {
        ItemRules rules = rules();
        rules.required("format", format);
        if (!format.equals(FORMAT)) {
            throw rules.broken("format", format, "is not " + FORMAT, "use the version of dcsdk that wrote it.");
        }
        rules.required("status", status);
        stopped = Objects.requireNonNullElse(stopped, Optional.empty());
        stopped.ifPresent(reason -> KebabName.parse(Outcome.Stop.class, "stop", reason));
        rules.text("problem", problem, 120);
        rules.positive("horizon", horizon);
        rules.positive("to", to);
        rules.upTo("from", from, "to", to);
        rules.efficiency("tolerance", tolerance);
        worstGap = Objects.requireNonNullElse(worstGap, Optional.empty());
        rules.atLeast("solves", solves, 0);
        rules.atLeast("limitedSolves", limitedSolves, 0);
        supported = rules.list("supported", supported);
        unsupported = rules.list("unsupported", unsupported);
        intervals = rules.list("intervals", intervals);
        unexplored = rules.list("unexplored", unexplored);
        bounds = rules.list("bounds", bounds);
        costFloors = rules.list("costFloors", costFloors);
        conflict = rules.list("conflict", conflict);
        rules.required("provenance", provenance);
        boolean hasDesign = status == FrontStatus.COMPLETE || status == FrontStatus.INCOMPLETE;
        if (hasDesign == supported.isEmpty() || hasDesign != worstGap.isPresent() || from.equals(to)) {
            throw rules.broken("status", status, "does not fit what the front holds", "search for it again.");
        }
        if (hasDesign) {
            requireProof(rules, status, from, to, tolerance, worstGap.get(), supported, intervals, bounds);
        }
    }

    private static ItemRules rules() {
        return ItemRules.of("Pareto front", "");
    }

    private static void requireProof(
            ItemRules rules,
            FrontStatus status,
            EnergyPrice from,
            EnergyPrice to,
            Ratio tolerance,
            Ratio worstGap,
            List<SupportedPoint> supported,
            List<CertifiedInterval> intervals,
            List<ProvenBound> bounds) {
        for (ProvenBound bound : bounds) {
            rules.upTo("lambda", bound.lambda(), "to", to);
        }
        Certification proven = certification(supported, bounds, from, to);
        Rational allowed = Rational.of(tolerance.base());
        boolean isComplete = proven.worst().compareTo(allowed) <= 0;
        if (!worstGap.equals(ExactFigures.gap(proven.worst())) || isComplete != (status == FrontStatus.COMPLETE)) {
            throw rules.broken(
                    "worstGap", worstGap, "is not what its designs and bounds prove", "the file was edited.");
        }
        if (proven.pieces().size() != supported.size() || !intervals.equals(FrontAssembly.intervals(proven, allowed))) {
            throw rules.broken(
                    "intervals", intervals.size(), "are not those of its designs and bounds", "the file was edited.");
        }
        for (int k = 0; k < supported.size(); k++) {
            SupportedPoint stated = supported.get(k);
            if (!stated.equals(FrontAssembly.point(proven.pieces().get(k), proven, stated.design()))) {
                throw rules.broken(
                        "supported",
                        stated.design().items(),
                        "is not the best of the designs in its interval",
                        "the file was edited.");
            }
        }
    }

    private static Certification certification(
            List<SupportedPoint> supported, List<ProvenBound> bounds, EnergyPrice from, EnergyPrice to) {
        List<CostLine> lines =
                supported.stream().map(point -> point.design().line()).toList();
        return new Certification(
                lines, FrontEvidence.proven(bounds), ExactFigures.weight(from), ExactFigures.weight(to));
    }

    /**
     * The best known design at a weight of energy.
     *
     * @param lambda a weight of the range
     * @return the point with the smallest C + lambda E; of two equal ones the one with less energy
     * @throws io.dcsdk.item.ItemException if lambda is outside the range, or there is no design
     */
    public SupportedPoint at(EnergyPrice lambda) {
        Rational weight = checked(lambda);
        SupportedPoint best = supported.get(0);
        for (SupportedPoint point : supported) {
            if (point.design().line().at(weight).compareTo(best.design().line().at(weight)) <= 0) {
                best = point;
            }
        }
        return best;
    }

    /**
     * What is proven at a weight of energy.
     *
     * @param lambda a weight of the range
     * @return no design has a smaller C + lambda E than this; rounded down in the 34th digit
     * @throws io.dcsdk.item.ItemException if lambda is outside the range, or there is no design
     */
    public Money lowerBound(EnergyPrice lambda) {
        Rational weight = checked(lambda);
        return ExactFigures.dollarsBelow(
                certification(supported, bounds, from, to).lower(weight));
    }

    private Rational checked(EnergyPrice lambda) {
        if (supported.isEmpty()) {
            throw rules().broken("status", status, "has no design", "see its conflict, or allow more time.");
        }
        if (lambda.compareTo(from) < 0 || lambda.compareTo(to) > 0) {
            throw rules().broken(
                            "lambda",
                            lambda,
                            "is not from " + from + " to " + to,
                            "search again with between(from, to).");
        }
        return ExactFigures.weight(lambda);
    }

    /**
     * The points as a table: RFC 4180, UTF-8, a heading, numbers with a decimal point and without separators.
     *
     * @return a line for each supported and then each unsupported point; the same text for equal fronts
     */
    public String toCsv() {
        return new FrontTable(this).csv();
    }
}
