package io.dcsdk.training.program;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;

/** Lines of TorchScript with their indentation, and fresh names for intermediate values. */
final class ProgramText {
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private int names;

    /** A line; locale-independent format. */
    @FormatMethod
    @CanIgnoreReturnValue
    ProgramText line(String format, Object... arguments) {
        text.append("  ".repeat(depth))
                .append(String.format(Locale.ROOT, format, arguments))
                .append('\n');
        return this;
    }

    /** A line that assigns an expression to a fresh name. */
    @FormatMethod
    String let(String format, Object... arguments) {
        String name = "x" + names++;
        line("%s = %s", name, String.format(Locale.ROOT, format, arguments));
        return name;
    }

    /** A line that opens a block. */
    @FormatMethod
    void open(String format, Object... arguments) {
        line(format, arguments);
        depth++;
    }

    /** Ends the innermost block. */
    void close() {
        depth--;
    }

    /** A float as TorchScript reads it: always with a point or an exponent. */
    static String number(double value) {
        return Double.toString(value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
