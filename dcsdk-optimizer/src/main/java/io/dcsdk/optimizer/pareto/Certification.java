package io.dcsdk.optimizer.pareto;

import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How far the best known design can be from the best one, at every lambda of a range.
 *
 * <p>Between two neighbouring kinks both the upper bound U (least of the lines of known designs) and the lower bound L
 * (concave hull of proven ones) are straight, so the gap 1 − L/U is monotone there and is largest at a kink: finitely many
 * exact numbers certify all lambdas.
 */
final class Certification {
    /** Between two lambdas the gap is at most this. */
    record Interval(Rational from, Rational to, Rational gap) {}

    /** Plans and supplies round in their 34th digit. */
    static final Rational ROUNDING = Rational.parse("1e-25");

    private final List<LowerEnvelope.Piece> pieces;
    private final ConcaveBound bound;
    private final TreeSet<Rational> kinks = new TreeSet<>();

    /**
     * The gaps over a range.
     *
     * @param lines known designs, at least one
     * @param proven lower bound by lambda
     * @param from where the range begins, 0 or above
     * @param to where it ends, above from
     */
    Certification(List<CostLine> lines, Map<Rational, Rational> proven, Rational from, Rational to) {
        pieces = LowerEnvelope.of(lines, from, to);
        bound = new ConcaveBound(proven, to);
        pieces.forEach(piece -> kinks.add(piece.from()));
        bound.kinks().stream().filter(kink -> kink.compareTo(from) > 0).forEach(kinks::add);
    }

    /** The designs that are the best known somewhere, in the order of lambda. */
    List<LowerEnvelope.Piece> pieces() {
        return pieces;
    }

    Rational upper(Rational lambda) {
        return pieces.stream()
                .filter(piece -> lambda.compareTo(piece.to()) <= 0)
                .findFirst()
                .orElse(pieces.get(pieces.size() - 1))
                .line()
                .at(lambda);
    }

    Rational lower(Rational lambda) {
        return bound.at(lambda);
    }

    /** (U − L) / U, or 0 where both are 0. */
    Rational gap(Rational lambda) {
        Rational upper = upper(lambda);
        Rational distance = upper.minus(lower(lambda));
        if (distance.plus(upper.times(ROUNDING)).signum() < 0) {
            throw new IllegalStateException(
                    "bound (%s) of the Pareto search: is above a plan's objective (%s) at lambda = %s\nMaybe this is a fault of the SDK; please report it."
                            .formatted(lower(lambda).doubleValue(), upper.doubleValue(), lambda.doubleValue()));
        }
        return distance.signum() <= 0 ? Rational.ZERO : distance.dividedBy(upper);
    }

    /** The largest gap between two lambdas of the range. */
    Rational worst(Rational from, Rational to) {
        Rational worst = gap(from).max(gap(to));
        for (Rational kink : kinks.subSet(from, true, to, true)) {
            worst = worst.max(gap(kink));
        }
        return worst;
    }

    Rational worst() {
        return worst(kinks.first(), kinks.last());
    }

    /** The range cut at the kinks; neighbours that keep a tolerance are one. */
    List<Interval> intervals(Rational tolerance) {
        List<Interval> intervals = new ArrayList<>();
        Rational from = kinks.first();
        for (Rational to : kinks.tailSet(from, false)) {
            Interval next = new Interval(from, to, gap(from).max(gap(to)));
            int last = intervals.size() - 1;
            if (last >= 0
                    && next.gap.compareTo(tolerance) <= 0
                    && intervals.get(last).gap.compareTo(tolerance) <= 0) {
                Interval before = intervals.remove(last);
                next = new Interval(before.from, to, before.gap.max(next.gap));
            }
            intervals.add(next);
            from = to;
        }
        return intervals;
    }
}
