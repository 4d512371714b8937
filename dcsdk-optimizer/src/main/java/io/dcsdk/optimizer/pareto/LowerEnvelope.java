package io.dcsdk.optimizer.pareto;

import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The least of several lines over a range of lambda: concave and made of straight pieces, one for each design that is the
 * best known somewhere.
 *
 * <p>Complexity: O(lines × pieces). Exact.
 */
final class LowerEnvelope {
    /** The line that is lowest between two lambdas. */
    record Piece(CostLine line, Rational from, Rational to) {}

    private LowerEnvelope() {}

    /** The pieces in the order of lambda; at least one. Lines that are lowest at single points only have none. */
    static List<Piece> of(List<CostLine> lines, Rational from, Rational to) {
        List<Piece> pieces = new ArrayList<>();
        CostLine line = lowestFrom(lines, from);
        Rational start = from;
        for (Optional<CostLine> next = nextAfter(line, lines, to);
                next.isPresent();
                next = nextAfter(line, lines, to)) {
            Rational end = line.crossing(next.get());
            pieces.add(new Piece(line, start, end));
            line = next.get();
            start = end;
        }
        pieces.add(new Piece(line, start, to));
        return pieces;
    }

    /** The lowest at lambda and, of several, the one that stays lowest right of it. */
    private static CostLine lowestFrom(List<CostLine> lines, Rational lambda) {
        CostLine lowest = lines.get(0);
        for (CostLine line : lines) {
            int order = line.at(lambda).compareTo(lowest.at(lambda));
            if (order < 0 || (order == 0 && line.amount().compareTo(lowest.amount()) < 0)) {
                lowest = line;
            }
        }
        return lowest;
    }

    /** Of the flatter lines the one that is met first, and the flattest of several. */
    private static Optional<CostLine> nextAfter(CostLine line, List<CostLine> lines, Rational to) {
        Optional<CostLine> next = Optional.empty();
        Rational first = to;
        for (CostLine other : lines) {
            if (other.amount().compareTo(line.amount()) >= 0) {
                continue;
            }
            Rational met = line.crossing(other);
            int order = met.compareTo(first);
            boolean flatter = order == 0
                    && next.isPresent()
                    && other.amount().compareTo(next.get().amount()) < 0;
            if (order < 0 || flatter) {
                next = Optional.of(other);
                first = met;
            }
        }
        return next;
    }
}
