package io.dcsdk.optimizer.report;

import io.dcsdk.drawing.ChartAxis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Doubles for people; what is below a thousandth is where a method stopped, not something that is there. */
final class Figures {
    private static final double NOTHING = 1e-3;
    private static final double MANY = 1e5;
    private static final double MOST = 1e15;

    private Figures() {}

    static String number(double value) {
        return Math.abs(value) < NOTHING ? "0" : exact(value);
    }

    /** The same without the threshold: gaps and residuals are small and meant. */
    static String exact(double value) {
        if (Math.abs(value) >= MANY && Math.abs(value) < MOST) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return Double.isFinite(value)
                ? Shown.text(BigDecimal.valueOf(value), "").replace('E', 'e')
                : String.valueOf(value);
    }

    /** A lower bound: rounded down, so that it stays one. */
    static String floor(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        return Math.abs(value) >= MANY
                ? exact(Math.floor(value))
                : Shown.text(exact.round(new MathContext(5, RoundingMode.FLOOR)), "");
    }

    /** A short number for pictures and ratios. */
    static String brief(double value) {
        return ChartAxis.figure(value);
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
