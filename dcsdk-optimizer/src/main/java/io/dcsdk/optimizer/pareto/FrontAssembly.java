package io.dcsdk.optimizer.pareto;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PlanAssembly;
import io.dcsdk.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a front of the evidence of a search: the same evidence always gives the same front. */
final class FrontAssembly {
    private final DesignProblem problem;
    private final FrontEvidence evidence;
    private final FrontWeight from;
    private final FrontWeight to;
    private final Ratio tolerance;
    private final Rational allowed;

    FrontAssembly(DesignProblem problem, FrontEvidence evidence, FrontWeight from, FrontWeight to, Ratio tolerance) {
        this.problem = problem;
        this.evidence = evidence;
        this.from = from;
        this.to = to;
        this.tolerance = tolerance;
        this.allowed = Rational.of(tolerance.base());
    }

    ParetoFront front() {
        Optional<Certification> certification = evidence.lines().isEmpty()
                ? Optional.empty()
                : Optional.of(evidence.certification(from.exact(), to.exact()));
        List<SupportedPoint> supported = certification.map(this::supported).orElse(List.of());
        return new ParetoFront(
                ParetoFront.FORMAT,
                status(certification),
                evidence.stopped.map(KebabName::of),
                problem.name(),
                problem.finance().horizon(),
                evidence.measure(),
                from,
                to,
                tolerance,
                certification.map(proven -> ExactFigures.gap(proven.worst())),
                evidence.weights.size(),
                evidence.floors.size(),
                supported,
                supported.isEmpty() ? List.of() : unsupported(evidence, supported, allowed),
                supported.isEmpty() ? List.of() : matched(evidence, supported, allowed),
                certification
                        .map(proven -> intervals(evidence.measure(), proven, allowed))
                        .orElse(List.of()),
                new AmountLimitSearch(evidence, allowed).unexplored(),
                evidence.boundsBesideDesigns(),
                evidence.floors,
                evidence.conflict.orElse(List.of()),
                PlanAssembly.of(DesignFormulation.of(problem)).provenance());
    }

    private FrontStatus status(Optional<Certification> certification) {
        if (evidence.conflict.isPresent()) {
            return FrontStatus.INFEASIBLE;
        }
        return certification
                .map(proven -> proven.worst().compareTo(allowed) <= 0 ? FrontStatus.COMPLETE : FrontStatus.INCOMPLETE)
                .orElse(FrontStatus.OUT_OF_TIME);
    }

    private List<SupportedPoint> supported(Certification certification) {
        return certification.pieces().stream()
                .map(piece -> point(evidence.measure(), piece, certification, evidence.designOf(piece.line())))
                .toList();
    }

    static SupportedPoint point(
            FrontMeasure measure, LowerEnvelope.Piece piece, Certification certification, FrontDesign design) {
        return new SupportedPoint(
                ExactFigures.weight(measure, piece.from()),
                ExactFigures.weight(measure, piece.to()),
                ExactFigures.gap(certification.worst(piece.from(), piece.to())),
                design);
    }

    static List<CertifiedInterval> intervals(FrontMeasure measure, Certification certification, Rational allowed) {
        return certification.intervals(allowed).stream()
                .map(interval -> new CertifiedInterval(
                        ExactFigures.weight(measure, interval.from()),
                        ExactFigures.weight(measure, interval.to()),
                        ExactFigures.gap(interval.gap())))
                .toList();
    }

    /** The designs that no corner of the hull is as good as within the tolerance. */
    static List<UnsupportedPoint> unsupported(
            FrontEvidence evidence, List<SupportedPoint> supported, Rational allowed) {
        List<CostLine> corners = corners(evidence, supported);
        List<UnsupportedPoint> points = new ArrayList<>();
        for (CostLine line : evidence.efficient()) {
            if (corners.stream().noneMatch(corner -> isMatched(line, corner, allowed))) {
                Rational least = evidence.leastCost(line.amount());
                // A supply's capacity is rounded upwards in its 34th digit, and so may be its price.
                Rational distance = line.cost().minus(least).max(Rational.ZERO);
                Rational gap = distance.isZero() ? distance : distance.dividedBy(line.cost());
                points.add(new UnsupportedPoint(
                        ExactFigures.dollarsBelow(least), ExactFigures.gap(gap), evidence.designOf(line)));
            }
        }
        return points;
    }

    /** The other designs that are no corners themselves. */
    static List<FrontDesign> matched(FrontEvidence evidence, List<SupportedPoint> supported, Rational allowed) {
        List<CostLine> corners = corners(evidence, supported);
        return evidence.efficient().stream()
                .filter(line -> !corners.contains(line)
                        && corners.stream().anyMatch(corner -> isMatched(line, corner, allowed)))
                .map(evidence::designOf)
                .toList();
    }

    private static List<CostLine> corners(FrontEvidence evidence, List<SupportedPoint> supported) {
        return supported.stream()
                .map(point -> point.design().line(evidence.measure()))
                .toList();
    }

    /** Whether a corner of the hull is as good within the tolerance: then the line is an imprint of the solves' own gap. */
    private static boolean isMatched(CostLine line, CostLine corner, Rational allowed) {
        Rational margin = Rational.ONE.plus(allowed);
        return corner.cost().compareTo(line.cost().times(margin)) <= 0
                && corner.amount().compareTo(line.amount().times(margin)) <= 0;
    }
}
