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
 * The front of C and what it is against, of a problem, with what is proven about it. Save it with
 * {@link io.dcsdk.document.Documents}.
 *
 * <p>What certifies the front is in it: designs and proven bounds. Intervals, gaps, cost bounds, unexplored regions, objectives and
 * counts of solves follow from these by exact arithmetic, which is done again whenever a front is made or read; one that says
 * otherwise is refused, as is one with a bound that a design of it contradicts. The proofs of the bounds are not in it: {@link ParetoListener} hands them out, and {@code plan} makes that of any lambda again.
 *
 * @param format always {@value #FORMAT}
 * @param status how far it is proven
 * @param stopped why a solve or the search ended early, if one did: {@code deadline}, {@code node-limit} or {@code cancelled}
 * @param problem name of the problem
 * @param horizon what C and the rest count over
 * @param against X: energy, carbon or water
 * @param from where the range of lambda begins
 * @param to where it ends
 * @param tolerance the gap that was asked for at every lambda, relative to C + lambda X
 * @param worstGap the largest gap at any lambda of the range, rounded up; absent without a design
 * @param solves how many problems were solved at a weight: one for each bound, and one that has no plan if infeasible
 * @param limitedSolves how many were solved under a limit of X: one for each cost floor
 * @param supported the corners of the convex hull, from the cheapest to the most frugal
 * @param unsupported other designs that nothing known matches in both C and X, in the same order
 * @param matched designs that nothing known matches in both C and X, but a supported one does within the tolerance; in the
 *     same order. They tell nothing but where regions end
 * @param intervals the range of lambda with what is proven; neighbours within the tolerance are one
 * @param unexplored where more unsupported designs may be
 * @param bounds what each solve at a weight has proven, in the order of the solves
 * @param costFloors what each solve under a limit of X has proven, in the order of the solves
 * @param conflict requirements and limits that cannot hold together, if infeasible; the same at every lambda
 * @param provenance input, versions, machine
 */
public record ParetoFront(
        String format,
        FrontStatus status,
        Optional<String> stopped,
        String problem,
        TimeSpan horizon,
        FrontMeasure against,
        FrontWeight from,
        FrontWeight to,
        Ratio tolerance,
        Optional<Ratio> worstGap,
        int solves,
        int limitedSolves,
        List<SupportedPoint> supported,
        List<UnsupportedPoint> unsupported,
        List<FrontDesign> matched,
        List<CertifiedInterval> intervals,
        List<UnexploredRegion> unexplored,
        List<ProvenBound> bounds,
        List<CostFloor> costFloors,
        List<Outcome.Conflict> conflict,
        Provenance provenance) {
    /** What the field {@code format} says. */
    public static final String FORMAT = "dcsdk-pareto-1";

    /** Checks the components, and that intervals, gaps, cost bounds and regions follow from designs, bounds and floors. */
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
        rules.required("against", against);
        FrontRules.ordered(rules, "from", from, "to", to);
        rules.efficiency("tolerance", tolerance);
        worstGap = Objects.requireNonNullElse(worstGap, Optional.empty());
        rules.atLeast("solves", solves, 0);
        rules.atLeast("limitedSolves", limitedSolves, 0);
        supported = rules.list("supported", supported);
        unsupported = rules.list("unsupported", unsupported);
        matched = rules.list("matched", matched);
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
        boolean hasMore = !(unsupported.isEmpty() && matched.isEmpty() && intervals.isEmpty() && unexplored.isEmpty());
        if (!hasDesign && hasMore) {
            throw rules.broken("status", status, "does not fit what the front holds", "search for it again.");
        }
        if (status != FrontStatus.INFEASIBLE && !conflict.isEmpty()) {
            throw rules.broken("conflict", conflict.size(), "does not fit the status", "search for it again.");
        }
        FrontAudit audit = new FrontAudit(rules, against, from, to, tolerance, bounds, costFloors);
        audit.add(supported, unsupported, matched);
        audit.requireCounts(status, solves, limitedSolves);
        audit.requireBounds();
        if (hasDesign) {
            audit.requireStatus(status, worstGap.get());
            audit.requireIntervals(supported, intervals);
            audit.requireOthers(supported, unsupported, matched, unexplored);
        }
    }

    private static ItemRules rules() {
        return ItemRules.of("Pareto front", "");
    }

    private static Certification certification(
            List<SupportedPoint> supported, List<ProvenBound> bounds, FrontWeight from, FrontWeight to) {
        List<CostLine> lines = supported.stream()
                .map(point -> point.design().line(to.measure()))
                .toList();
        return new Certification(lines, FrontEvidence.proven(bounds), from.exact(), to.exact());
    }

    /**
     * The best known design at a weight of energy, for fronts against energy.
     *
     * @param lambda a weight of the range
     * @return the point with the smallest C + lambda E; of two equal ones the one with less energy
     * @throws io.dcsdk.item.ItemException if lambda is outside the range, or there is no design
     */
    public SupportedPoint at(EnergyPrice lambda) {
        return at(FrontWeight.of(lambda));
    }

    /**
     * The best known design at a weight.
     *
     * @param lambda a weight of the range
     * @return the point with the smallest C + lambda X; of two equal ones the one with less X
     * @throws io.dcsdk.item.ItemException if lambda is outside the range, or there is no design
     */
    public SupportedPoint at(FrontWeight lambda) {
        Rational weight = checked(lambda);
        SupportedPoint best = supported.get(0);
        for (SupportedPoint point : supported) {
            if (line(point).at(weight).compareTo(line(best).at(weight)) <= 0) {
                best = point;
            }
        }
        return best;
    }

    /**
     * What is proven at a weight of energy, for fronts against energy.
     *
     * @param lambda a weight of the range
     * @return no design has a smaller C + lambda E than this; rounded down in the 34th digit
     * @throws io.dcsdk.item.ItemException if lambda is outside the range, or there is no design
     */
    public Money lowerBound(EnergyPrice lambda) {
        return lowerBound(FrontWeight.of(lambda));
    }

    /**
     * What is proven at a weight.
     *
     * @param lambda a weight of the range
     * @return no design has a smaller C + lambda X than this; rounded down in the 34th digit
     * @throws io.dcsdk.item.ItemException if lambda is outside the range, or there is no design
     */
    public Money lowerBound(FrontWeight lambda) {
        Rational weight = checked(lambda);
        return ExactFigures.dollarsBelow(
                certification(supported, bounds, from, to).lower(weight));
    }

    private CostLine line(SupportedPoint point) {
        return point.design().line(against);
    }

    private Rational checked(FrontWeight lambda) {
        if (supported.isEmpty()) {
            throw rules().broken("status", status, "has no design", "see its conflict, or allow more time.");
        }
        if (lambda.measure() != against || lambda.compareTo(from) < 0 || lambda.compareTo(to) > 0) {
            throw rules().broken(
                            "lambda",
                            lambda,
                            "is not from " + from + " to " + to,
                            "search again with between(from, to).");
        }
        return lambda.exact();
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
