package io.dcsdk.examples;

import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.QuantityException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a weight of energy: 0.1, which is in USD/kWh, or {@code "100 USD/MWh"}. */
final class Weight implements ITypeConverter<EnergyPrice> {
    Weight() {}

    @Override
    public EnergyPrice convert(String text) {
        String stripped = text.strip();
        try {
            return EnergyPrice.parse(stripped.endsWith("h") ? stripped : stripped + " USD/kWh");
        } catch (QuantityException e) {
            throw new TypeConversionException("'%s' is no number such as 0.1, in USD/kWh".formatted(text));
        }
    }
}
