package io.dcsdk.optimizer.pareto;

import io.dcsdk.optimizer.linear.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Chooses the weights to solve at: both ends of the range, then again and again where the best known design and the bound
 * are farthest from each other, until they are nowhere farther than the tolerance.
 *
 * <p>The gap is largest where two designs cost the same, so only those weights are candidates. As a weight of few digits
 * is solved faster, it is rounded as far as that costs no more than a sixteenth of the tolerance. Each solve of a gap below
 * the tolerance closes the gap at its weight, and there are finitely many designs, so that the loop ends.
 */
final class WeightRefinement {
    private static final Rational SHARE_FOR_ROUNDING = Rational.of(1, 16);
    private static final int MOST_DIGITS = 34;

    private final FrontSolver solver;
    private final BigDecimal from;
    private final BigDecimal to;
    private final Rational tolerance;

    WeightRefinement(FrontSolver solver, BigDecimal from, BigDecimal to, Rational tolerance) {
        this.solver = solver;
        this.from = from;
        this.to = to;
        this.tolerance = tolerance;
    }

    void run() {
        for (BigDecimal end : new BigDecimal[] {from, to}) {
            if (solver.mayGoOn()) {
                solver.solveAt(end);
            }
        }
        refine();
    }

    /** Goes on until every weight is certified, or no other weight would help. */
    void refine() {
        Optional<BigDecimal> next = next();
        while (next.isPresent() && solver.mayGoOn()) {
            solver.solveAt(next.get());
            next = next();
        }
    }

    /** The weight to solve at next; empty if all is within the tolerance, or no other weight would help. */
    private Optional<BigDecimal> next() {
        if (solver.evidence.lines().isEmpty()) {
            return Optional.empty();
        }
        Certification certification = solver.evidence.certification(Rational.of(from), Rational.of(to));
        Rational worst = tolerance;
        Optional<BigDecimal> next = Optional.empty();
        for (LowerEnvelope.Piece piece : certification.pieces()) {
            Rational meeting = piece.to();
            Rational gap = certification.gap(meeting);
            if (gap.compareTo(worst) > 0
                    && solver.evidence.weights.stream().noneMatch(known -> isNear(known, meeting))) {
                worst = gap;
                next = Optional.of(rounded(meeting));
            }
        }
        return next;
    }

    private boolean isNear(Rational known, Rational meeting) {
        return known.minus(meeting).abs().compareTo(largestError(meeting)) <= 0;
    }

    private Rational largestError(Rational meeting) {
        return meeting.times(tolerance).times(SHARE_FOR_ROUNDING);
    }

    /** The shortest decimal within the range that is near enough. */
    private BigDecimal rounded(Rational meeting) {
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal value = ExactFigures.decimal(meeting, digits, RoundingMode.HALF_EVEN);
            if (isNear(Rational.of(value), meeting) && value.compareTo(from) >= 0 && value.compareTo(to) <= 0) {
                return value;
            }
        }
        return ExactFigures.decimal(meeting, MOST_DIGITS, RoundingMode.DOWN);
    }
}
