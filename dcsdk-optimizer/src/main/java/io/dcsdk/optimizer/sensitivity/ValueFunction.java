package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The minimum of a linear program as a function of a parameter: convex, piecewise linear, defined where there is a point.
 *
 * @param from where the first piece begins
 * @param to where the last piece ends
 * @param atFrom the value at {@code from}
 * @param unlimitedBelow whether the first piece goes on below {@code from} without end
 * @param unlimitedAbove whether the last piece goes on above {@code to} without end
 * @param pieces with rising slopes, each beginning where the one before ends; empty if there is a single parameter
 */
record ValueFunction(
        Rational from,
        Rational to,
        Rational atFrom,
        boolean unlimitedBelow,
        boolean unlimitedAbove,
        List<Piece> pieces) {
    /** A straight piece. */
    record Piece(Rational from, Rational to, Rational slope) {}

    ValueFunction {
        pieces = List.copyOf(pieces);
    }

    /** The value; empty where there is no point. */
    Optional<Rational> at(Rational parameter) {
        boolean below = parameter.compareTo(from) < 0 && !unlimitedBelow;
        boolean above = parameter.compareTo(to) > 0 && !unlimitedAbove;
        if (below || above) {
            return Optional.empty();
        }
        Rational value = atFrom;
        for (int k = 0; k < pieces.size(); k++) {
            Piece piece = pieces.get(k);
            boolean last = k + 1 == pieces.size();
            Rational end = last ? parameter : piece.to().min(parameter);
            value = value.plus(piece.slope().times(end.minus(piece.from())));
            if (parameter.compareTo(piece.to()) <= 0) {
                break;
            }
        }
        return Optional.of(value);
    }

    /** The same function where the parameter is at least this, which is at most {@code to}. */
    ValueFunction notBelow(Rational least) {
        if (least.compareTo(from) <= 0 && !unlimitedBelow) {
            return this;
        }
        Rational start = at(least).orElseThrow();
        List<Piece> rest = new ArrayList<>();
        for (int k = 0; k < pieces.size(); k++) {
            Piece piece = pieces.get(k);
            if (piece.to().compareTo(least) > 0) {
                boolean first = k == 0 && unlimitedBelow;
                Rational begin = first ? least : piece.from().max(least);
                rest.add(new Piece(begin, piece.to(), piece.slope()));
            }
        }
        return new ValueFunction(least, to.max(least), start, false, unlimitedAbove, rest);
    }

    /** The same function where the parameter is at most this, which is at least {@code from}. */
    ValueFunction notAbove(Rational most) {
        if (most.compareTo(to) >= 0 && !unlimitedAbove) {
            return this;
        }
        List<Piece> rest = new ArrayList<>();
        for (int k = 0; k < pieces.size(); k++) {
            Piece piece = pieces.get(k);
            if (piece.from().compareTo(most) < 0) {
                boolean last = k + 1 == pieces.size() && unlimitedAbove;
                rest.add(new Piece(piece.from(), last ? most : piece.to().min(most), piece.slope()));
            }
        }
        return new ValueFunction(from.min(most), most, atFrom, unlimitedBelow, false, rest);
    }
}
