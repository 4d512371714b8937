package io.dcsdk.examples;

import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.pareto.FrontMeasure;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what a front is against. */
final class MeasureName implements ITypeConverter<FrontMeasure> {
    MeasureName() {}

    @Override
    public FrontMeasure convert(String text) {
        try {
            return FrontMeasure.parse(text);
        } catch (ItemException e) {
            throw new TypeConversionException("'%s' is none of energy, carbon, water".formatted(text));
        }
    }
}
