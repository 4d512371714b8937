package io.dcsdk.optimizer.pareto;

import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Ratio;
import java.util.List;

/** Works out from the designs, bounds and floors of a front what they prove, and refuses a front that says otherwise. */
final class FrontAudit {
    private static final String EDITED = "the file was edited.";

    private final ItemRules rules;
    private final FrontWeight from;
    private final FrontWeight to;
    private final Rational allowed;
    private final FrontEvidence evidence;

    FrontAudit(
            ItemRules rules,
            FrontMeasure against,
            FrontWeight from,
            FrontWeight to,
            Ratio tolerance,
            List<ProvenBound> bounds,
            List<CostFloor> floors) {
        this.rules = rules;
        this.from = from;
        this.to = to;
        this.allowed = Rational.of(tolerance.base());
        this.evidence = new FrontEvidence(against);
        evidence.bounds.addAll(bounds);
        evidence.floors.addAll(floors);
        if (to.measure() != against) {
            throw rules.broken("to", to, "is no weight of " + against, EDITED);
        }
        for (ProvenBound bound : bounds) {
            FrontRules.ordered(rules, "lambda", bound.lambda(), "to", to);
        }
        for (CostFloor floor : floors) {
            if (floor.limit().measure() != against) {
                throw rules.broken("costFloors", floor.limit(), "is no amount of " + against, EDITED);
            }
        }
    }

    /** The designs of a front, which are the best at some weight, at none, or imprints of the gap. */
    void add(List<SupportedPoint> supported, List<UnsupportedPoint> unsupported, List<FrontDesign> matched) {
        supported.forEach(point -> evidence.add(point.design()));
        unsupported.forEach(point -> evidence.add(point.design()));
        matched.forEach(evidence::add);
    }

    /** How often it was solved follows from what the solves have proven: each has proven something, if only zero. */
    void requireCounts(FrontStatus status, int solves, int limitedSolves) {
        int unbounded = status == FrontStatus.INFEASIBLE ? 1 : 0;
        if (solves != evidence.bounds.size() + unbounded) {
            throw rules.broken("solves", solves, "is not the number of its bounds", EDITED);
        }
        if (limitedSolves != evidence.floors.size()) {
            throw rules.broken("limitedSolves", limitedSolves, "is not the number of its cost floors", EDITED);
        }
    }

    /** What bounds say of designs is what the designs say, and no design is cheaper than was proven. */
    void requireBounds() {
        if (!evidence.bounds.equals(evidence.boundsBesideDesigns())) {
            throw rules.broken("bounds", evidence.bounds.size(), "have objectives that its designs do not", EDITED);
        }
        for (ProvenBound bound : evidence.bounds) {
            Rational proven = ExactFigures.dollars(bound.lowerBound());
            if (evidence.best(bound.lambda())
                    .filter(best -> isBelow(best, proven))
                    .isPresent()) {
                throw rules.broken("lowerBound", bound.lowerBound(), "is above what a design costs", EDITED);
            }
        }
        for (CostFloor floor : evidence.floors) {
            Rational proven = ExactFigures.dollars(floor.lowerBound());
            Rational limit = floor.limit().exact();
            if (evidence.lines().stream()
                    .anyMatch(line -> line.amount().compareTo(limit) <= 0 && isBelow(line.cost(), proven))) {
                throw rules.broken(
                        "costFloors", floor.lowerBound(), "is above what a design within its limit costs", EDITED);
            }
        }
    }

    private static boolean isBelow(Rational cost, Rational proven) {
        return cost.plus(cost.times(Certification.ROUNDING)).compareTo(proven) < 0;
    }

    void requireStatus(FrontStatus status, Ratio worstGap) {
        Rational worst = certification().worst();
        boolean isComplete = worst.compareTo(allowed) <= 0;
        if (!worstGap.equals(ExactFigures.gap(worst)) || isComplete != (status == FrontStatus.COMPLETE)) {
            throw rules.broken("worstGap", worstGap, "is not what its designs and bounds prove", EDITED);
        }
    }

    void requireIntervals(List<SupportedPoint> supported, List<CertifiedInterval> intervals) {
        Certification proven = certification();
        if (proven.pieces().size() != supported.size()
                || !intervals.equals(FrontAssembly.intervals(to.measure(), proven, allowed))) {
            throw rules.broken("intervals", intervals.size(), "are not those of its designs and bounds", EDITED);
        }
        for (int k = 0; k < supported.size(); k++) {
            SupportedPoint stated = supported.get(k);
            if (!stated.equals(FrontAssembly.point(to.measure(), proven.pieces().get(k), proven, stated.design()))) {
                throw rules.broken(
                        "supported", stated.design().items(), "is not the best of the designs in its interval", EDITED);
            }
        }
    }

    void requireOthers(
            List<SupportedPoint> supported,
            List<UnsupportedPoint> unsupported,
            List<FrontDesign> matched,
            List<UnexploredRegion> unexplored) {
        if (!matched.equals(FrontAssembly.matched(evidence, supported, allowed))) {
            throw rules.broken(
                    "matched", matched.size(), "are not the designs that its corners match within tolerance", EDITED);
        }
        if (!unsupported.equals(FrontAssembly.unsupported(evidence, supported, allowed))) {
            throw rules.broken(
                    "unsupported", unsupported.size(), "are not what its designs, bounds and floors prove", EDITED);
        }
        if (!unexplored.equals(new AmountLimitSearch(evidence, allowed).unexplored())) {
            throw rules.broken(
                    "unexplored", unexplored.size(), "are not what its bounds and floors leave open", EDITED);
        }
    }

    private Certification certification() {
        return evidence.certification(from.exact(), to.exact());
    }
}
