package io.dcsdk.optimizer.pareto;

import io.dcsdk.optimizer.linear.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for unsupported designs, which are the best at no weight: minimum C under a limit of what the front is against
 * (ε-constraint).
 *
 * <p>Between neighbours A (cheaper) and B (more frugal) a solve under the limit ε finds the cheapest design P that takes at
 * most ε, and proves that nothing else up to ε costs less; what is left to look at lies between ε and A. The first limit of a
 * pair is halfway, so that few solves show the shape; the next ones are just below A, so that each finds another design or
 * closes the pair. The pair with the largest rectangle in the plane of C and that comes first.
 *
 * <p>Two amounts, or two costs, that differ by no more than the tolerance count as one.
 */
final class AmountLimitSearch {
    private static final int DIGITS = 10;
    private static final int MOST_DIGITS = 34;
    private static final int WEIGHT_DIGITS = 3;
    private static final Rational SHARE_FOR_TIES = Rational.of(1, 8);

    /** Neighbours, the amount up to which nothing between them is left to look at, and the limit to solve under next. */
    private record Pair(CostLine cheap, CostLine frugal, Rational closed, FrontAmount next) {
        Rational area() {
            return cheap.amount().minus(closed).times(frugal.cost().minus(cheap.cost()));
        }

        UnexploredRegion region(FrontMeasure measure) {
            return new UnexploredRegion(
                    FrontAmount.below(measure, closed, MOST_DIGITS),
                    FrontAmount.below(measure, cheap.amount(), MOST_DIGITS),
                    ExactFigures.dollarsBelow(cheap.cost()),
                    ExactFigures.dollarsBelow(frugal.cost()));
        }
    }

    private final FrontEvidence evidence;
    private final Rational tolerance;
    private final Set<FrontAmount> tried = new LinkedHashSet<>();

    AmountLimitSearch(FrontEvidence evidence, Rational tolerance) {
        this.evidence = evidence;
        this.tolerance = tolerance;
    }

    void run(FrontSolver solver, int mostSolves) {
        Optional<Pair> pair = largest();
        while (pair.isPresent() && evidence.floors.size() < mostSolves && solver.mayGoOn()) {
            tried.add(pair.get().next);
            solver.solveUnder(pair.get().next, tieBreaker(pair.get().cheap));
            pair = largest();
        }
    }

    private Optional<Pair> largest() {
        Optional<Pair> largest = Optional.empty();
        for (Pair pair : open()) {
            boolean larger =
                    largest.isEmpty() || pair.area().compareTo(largest.get().area()) > 0;
            // A limit that was tried and has closed nothing ran out of time: again it would find no more.
            if (larger && !tried.contains(pair.next)) {
                largest = Optional.of(pair);
            }
        }
        return largest;
    }

    /** What is left to look at, from the cheapest design to the most frugal one. */
    List<UnexploredRegion> unexplored() {
        return open().stream().map(pair -> pair.region(evidence.measure())).toList();
    }

    private List<Pair> open() {
        List<Pair> pairs = new ArrayList<>();
        List<CostLine> efficient = evidence.efficient();
        for (int k = 0; k + 1 < efficient.size(); k++) {
            CostLine cheap = efficient.get(k);
            CostLine frugal = efficient.get(k + 1);
            Rational worthwhile = frugal.cost().times(Rational.ONE.minus(tolerance));
            Rational below = cheap.amount().times(Rational.ONE.minus(tolerance));
            Rational closed = closed(cheap, frugal, worthwhile);
            if (cheap.cost().compareTo(worthwhile) < 0 && closed.compareTo(below) < 0) {
                boolean isFresh = tried.stream().noneMatch(limit -> isBetween(limit, cheap, frugal));
                Rational limit = isFresh ? cheap.amount().plus(closed).times(Rational.of(1, 2)) : below;
                FrontAmount few = FrontAmount.below(evidence.measure(), limit, DIGITS);
                FrontAmount next = few.exact().compareTo(closed) > 0
                        ? few
                        : FrontAmount.below(evidence.measure(), limit, MOST_DIGITS);
                pairs.add(new Pair(cheap, frugal, closed, next));
            }
        }
        return pairs;
    }

    private static boolean isBetween(FrontAmount limit, CostLine cheap, CostLine frugal) {
        Rational amount = limit.exact();
        return amount.compareTo(frugal.amount()) >= 0 && amount.compareTo(cheap.amount()) < 0;
    }

    /** The largest amount known up to which nothing costs less than what is worthwhile. */
    private Rational closed(CostLine cheap, CostLine frugal, Rational worthwhile) {
        Rational closed = frugal.amount();
        for (CostFloor floor : evidence.floors) {
            Rational limit = floor.limit().exact();
            boolean proves = ExactFigures.dollars(floor.lowerBound()).compareTo(worthwhile) >= 0;
            if (proves && limit.compareTo(cheap.amount()) < 0) {
                closed = closed.max(limit);
            }
        }
        for (ProvenBound bound : evidence.bounds) {
            Rational room = ExactFigures.dollars(bound.lowerBound()).minus(worthwhile);
            Rational lambda = bound.lambda().exact();
            if (room.signum() > 0 && lambda.signum() > 0) {
                closed = closed.max(room.dividedBy(lambda).min(cheap.amount()));
            }
        }
        return closed;
    }

    /** So small that it adds at most an eighth of the tolerance to C. */
    private BigDecimal tieBreaker(CostLine cheap) {
        Rational weight = cheap.cost().times(tolerance).times(SHARE_FOR_TIES).dividedBy(cheap.amount());
        return weight.isZero() ? BigDecimal.ZERO : ExactFigures.decimal(weight, WEIGHT_DIGITS, RoundingMode.DOWN);
    }
}
