package io.dcsdk.optimizer.pareto;

import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the solves of a search have shown so far: designs, and what they have proven that there is not. */
final class FrontEvidence {
    private final FrontMeasure measure;
    private final Map<CostLine, FrontDesign> designs = new LinkedHashMap<>();
    /** Where it was solved, whatever came of it. */
    final List<Rational> weights = new ArrayList<>();

    final List<ProvenBound> bounds = new ArrayList<>();
    final List<CostFloor> floors = new ArrayList<>();
    Optional<List<Outcome.Conflict>> conflict = Optional.empty();
    Optional<Outcome.Stop> stopped = Optional.empty();

    FrontEvidence(FrontMeasure measure) {
        this.measure = measure;
    }

    FrontMeasure measure() {
        return measure;
    }

    /** The first design of each pair of C and X stays. */
    void add(FrontDesign design) {
        designs.putIfAbsent(design.line(measure), design);
    }

    List<CostLine> lines() {
        return List.copyOf(designs.keySet());
    }

    FrontDesign designOf(CostLine line) {
        return Optional.ofNullable(designs.get(line)).orElseThrow();
    }

    /** The lines of designs that no other one matches in both C and X: from the cheapest to the most frugal. */
    List<CostLine> efficient() {
        List<CostLine> lines = lines();
        return lines.stream()
                .filter(line -> lines.stream().noneMatch(line::isDominatedBy))
                .sorted(Comparator.comparing(CostLine::cost))
                .toList();
    }

    /** C + lambda X of the best known design at a weight; empty without any. */
    Optional<Rational> best(FrontWeight lambda) {
        Rational weight = lambda.exact();
        return designs.keySet().stream().map(line -> line.at(weight)).reduce(Rational::min);
    }

    /** The bounds, each beside what the best known design costs at its weight. */
    List<ProvenBound> boundsBesideDesigns() {
        return bounds.stream()
                .map(bound -> bound.beside(best(bound.lambda()).map(ExactFigures::dollarsNearest)))
                .toList();
    }

    Certification certification(Rational from, Rational to) {
        return new Certification(lines(), proven(bounds), from, to);
    }

    /** Lower bound by lambda, the best of several. */
    static Map<Rational, Rational> proven(List<ProvenBound> bounds) {
        Map<Rational, Rational> proven = new LinkedHashMap<>();
        bounds.forEach(
                bound -> proven.merge(bound.lambda().exact(), ExactFigures.dollars(bound.lowerBound()), Rational::max));
        return proven;
    }

    /**
     * What a design that takes at most some amount must cost: by the solves under a limit that is no smaller, and by
     * C ≥ L − lambda X of all the others.
     */
    Rational leastCost(Rational amount) {
        Rational least = Rational.ZERO;
        for (CostFloor floor : floors) {
            if (floor.limit().exact().compareTo(amount) >= 0) {
                least = least.max(ExactFigures.dollars(floor.lowerBound()));
            }
        }
        for (ProvenBound bound : bounds) {
            Rational weighed = bound.lambda().exact().times(amount);
            least = least.max(ExactFigures.dollars(bound.lowerBound()).minus(weighed));
        }
        return least;
    }
}
