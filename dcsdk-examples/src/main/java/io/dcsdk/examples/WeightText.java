package io.dcsdk.examples;

import io.dcsdk.optimizer.pareto.FrontMeasure;
import io.dcsdk.optimizer.pareto.FrontWeight;
import io.dcsdk.quantity.CarbonPrice;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Quantity;
import io.dcsdk.quantity.QuantityException;
import io.dcsdk.quantity.WaterPrice;

/** Weights of a front as options give them: 0.1, which is in the usual unit, or with a unit, such as {@code 100 USD/MWh}. */
final class WeightText {
    private WeightText() {}

    /** The unit of a plain number. */
    static String unit(FrontMeasure measure) {
        return switch (measure) {
            case ENERGY -> "USD/kWh";
            case CARBON -> "USD/tCO2";
            case WATER -> "USD/m3";
        };
    }

    /** Where a range ends unless said otherwise. */
    static String most(FrontMeasure measure) {
        return switch (measure) {
            case ENERGY -> "1";
            case CARBON -> "1000";
            case WATER -> "100";
        };
    }

    static FrontWeight parse(String option, String text, FrontMeasure measure) {
        String stripped = text.strip();
        String whole = stripped.contains("/") ? stripped : stripped + " " + unit(measure);
        try {
            return switch (measure) {
                case ENERGY -> {
                    EnergyPrice price = checked(option, EnergyPrice.parse(whole));
                    yield FrontWeight.of(price);
                }
                case CARBON -> {
                    CarbonPrice price = checked(option, CarbonPrice.parse(whole));
                    yield FrontWeight.of(price);
                }
                case WATER -> {
                    WaterPrice price = checked(option, WaterPrice.parse(whole));
                    yield FrontWeight.of(price);
                }
            };
        } catch (QuantityException e) {
            throw new BadInput(
                    "%s (%s)".formatted(option, text),
                    "is no number such as 0.1",
                    "give it in %s, or with its unit.".formatted(unit(measure)));
        }
    }

    private static <Q extends Quantity<Q>> Q checked(String option, Q price) {
        if (price.isNegative()) {
            throw new BadInput(
                    "%s (%s) of Pareto search".formatted(option.substring(2), price),
                    "is negative",
                    "drop the minus sign.");
        }
        return price;
    }

    /** A weight as a plain number in the usual unit, for tables. */
    static String shown(FrontWeight weight) {
        return Rounded.number(
                weight.measure() == FrontMeasure.ENERGY
                        ? weight.dollars()
                        : weight.dollars().movePointRight(3));
    }
}
