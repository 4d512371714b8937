package io.dcsdk.optimizer.explanation;

import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.linear.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A figure of the problem that can be moved: what a demand asks for can be lowered, what a limit allows can be raised.
 *
 * @param name the requirement or limit, as {@link io.dcsdk.optimizer.formulation.DesignFormulation#requirementOfRow()} calls it
 * @param value the figure, at least 0
 * @param unit its unit; {@code %} for shares, whose value 1 is 100 %
 * @param rowUnits how many units of its rows one unit of the figure is
 * @param raised whether moving it means raising it; lowering it otherwise
 * @param motion which values it can take
 */
public record StatedFigure(String name, Rational value, String unit, Rational rowUnits, boolean raised, Motion motion) {
    /** Which values a figure can take. */
    public enum Motion {
        /** Any. */
        ANY,
        /** Whole numbers. */
        WHOLE,
        /** Any, too, but a repair looks at some shares of the stated figure only: the figure is multiplied with choices. */
        STEPS
    }

    /** Checks the components. */
    public StatedFigure {
        ItemRules rules = ItemRules.of("stated figure", String.valueOf(name));
        rules.required("name", name);
        rules.required("value", value);
        rules.required("unit", unit);
        rules.required("rowUnits", rowUnits);
        rules.required("motion", motion);
    }

    /**
     * What a move is relative to.
     *
     * @return the figure, or one unit where the figure is zero
     */
    public Rational reference() {
        return value.isZero() ? Rational.ONE : value;
    }

    /**
     * The figure after a move.
     *
     * @param units how far, at least 0
     * @return the figure, raised or lowered by so many units
     */
    public Rational movedBy(Rational units) {
        return raised ? value.plus(units) : value.minus(units);
    }

    /**
     * How far a figure has moved.
     *
     * @param moved the figure after the move
     * @return the distance, relative to {@link #reference()}
     */
    public Rational share(Rational moved) {
        return moved.minus(value).abs().dividedBy(reference());
    }

    /**
     * A figure that is easy to say and gives way at least as far.
     *
     * @param moved the figure that is needed
     * @return it, rounded to four digits on the safe side, or to a whole number
     */
    public BigDecimal suggested(Rational moved) {
        if (motion == Motion.WHOLE) {
            return new BigDecimal(raised ? moved.ceiling() : moved.floor());
        }
        RoundingMode safe = raised ? RoundingMode.CEILING : RoundingMode.FLOOR;
        return Amounts.suggested(Decimals.of(moved, safe), safe);
    }

    /**
     * How the figure binds.
     *
     * @return {@code at most} or {@code at least}
     */
    public String relation() {
        return raised ? "at most" : "at least";
    }

    String text(BigDecimal figure) {
        return Amounts.text(figure, unit);
    }

    /** The figure that was stated, in words. */
    String text() {
        return text(Decimals.of(value, RoundingMode.HALF_EVEN));
    }

    /**
     * The figure as a rule.
     *
     * @return such as "at least 1,000 TFLOP/s"
     */
    public String describe() {
        return relation() + " " + text();
    }
}
