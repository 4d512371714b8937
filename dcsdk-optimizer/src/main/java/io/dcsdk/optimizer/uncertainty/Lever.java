package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.explanation.StatedFigure;
import io.dcsdk.optimizer.linear.Rational;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A figure of the document that can be moved, with the rows that give way.
 *
 * @param figure the figure, named as a repair calls it
 * @param perUnit by how much the right-hand side of a row gives way for each unit of the figure, by name of the row
 * @param roundedUp by how much the right-hand side was rounded up to a whole number, by name of the row, where it was: its
 *     left-hand side is whole, so that it holds without that as well, and what is less is rounded anew
 */
record Lever(StatedFigure figure, Map<String, Rational> perUnit, Map<String, Rational> roundedUp) {
    Lever {
        perUnit = new LinkedHashMap<>(perUnit);
        roundedUp = new LinkedHashMap<>(roundedUp);
    }

    String name() {
        return figure.name();
    }
}
