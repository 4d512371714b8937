package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.optimizer.explanation.Decimals;
import io.dcsdk.optimizer.explanation.StatedFigure;
import io.dcsdk.optimizer.linear.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The unit in which people are told of a figure: TB, GB/s, MW, PFLOP/s, percent.
 *
 * @param name its name; empty for counts
 * @param size how many units of the {@link StatedFigure} one is
 */
record FigureUnit(String name, Rational size) {
    private static final Rational THOUSAND = Rational.of(1000);

    /** The unit of a figure; kW of load for a requirement without one. */
    static FigureUnit of(Optional<StatedFigure> figure) {
        String unit = figure.map(StatedFigure::unit).orElse("kW");
        return switch (unit) {
            case "GB" -> new FigureUnit("TB", THOUSAND);
            case "kW" -> new FigureUnit("MW", THOUSAND);
            case "kWh" -> new FigureUnit("MWh", THOUSAND);
            case "TFLOP/s" -> new FigureUnit("PFLOP/s", THOUSAND);
            case "%" -> new FigureUnit("%", Rational.of(1, 100));
            default -> new FigureUnit(unit, Rational.ONE);
        };
    }

    /** A figure in this unit, to 34 digits. */
    BigDecimal of(Rational figure, RoundingMode rounding) {
        return Decimals.of(figure.dividedBy(size), rounding);
    }

    /** A price of one unit of the figure as a price of one of these, to 34 digits. */
    BigDecimal price(Rational perUnit) {
        return Decimals.of(perUnit.times(size), RoundingMode.HALF_EVEN);
    }
}
