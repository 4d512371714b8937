package io.dcsdk.examples;

import io.dcsdk.optimizer.linear.Rational;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads 1e-4, 0.01 or 0. */
final class Gap implements ITypeConverter<Rational> {
    Gap() {}

    @Override
    public Rational convert(String text) {
        Rational gap;
        try {
            gap = Rational.parse(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'%s' is no number such as 1e-4 or 0".formatted(text));
        }
        if (gap.signum() < 0 || gap.compareTo(Rational.ONE) >= 0) {
            throw new TypeConversionException("'%s' is not from 0 to below 1 (0.01 percent is 1e-4)".formatted(text));
        }
        return gap;
    }
}
