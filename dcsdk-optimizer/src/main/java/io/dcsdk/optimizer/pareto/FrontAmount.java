package io.dcsdk.optimizer.pareto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.WaterVolume;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of what a front weighs C against, over the horizon. Written as that quantity, such as {@code 12 MWh},
 * {@code 3 tCO2} or {@code 4000 L}.
 *
 * @param measure what it is an amount of
 * @param base in the base unit of its quantity: J, g or L; 0 or above
 */
public record FrontAmount(FrontMeasure measure, BigDecimal base) implements Comparable<FrontAmount> {
    /** Checks the sign; equal numbers are equal amounts. */
    public FrontAmount {
        if (base.signum() < 0) {
            throw ItemRules.of("front amount", "")
                    .broken("base", base.toPlainString(), "is negative", "drop the minus sign.");
        }
        base = base.signum() == 0 ? BigDecimal.ZERO : base.stripTrailingZeros();
    }

    /**
     * An energy.
     *
     * @param energy 0 or above
     * @return the amount
     */
    public static FrontAmount of(Energy energy) {
        return new FrontAmount(FrontMeasure.ENERGY, energy.base());
    }

    /**
     * A mass of carbon.
     *
     * @param carbon 0 or above
     * @return the amount
     */
    public static FrontAmount of(CarbonMass carbon) {
        return new FrontAmount(FrontMeasure.CARBON, carbon.base());
    }

    /**
     * A volume of water.
     *
     * @param water 0 or above
     * @return the amount
     */
    public static FrontAmount of(WaterVolume water) {
        return new FrontAmount(FrontMeasure.WATER, water.base());
    }

    /**
     * Reads text such as {@code "3 tCO2"}.
     *
     * @param text an energy, a mass of carbon or a volume of water
     * @return the amount
     * @throws io.dcsdk.quantity.QuantityException if the text is none of these
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FrontAmount parse(String text) {
        if (text.endsWith("CO2")) {
            return of(CarbonMass.parse(text));
        }
        return text.endsWith("L") || text.endsWith("m3") ? of(WaterVolume.parse(text)) : of(Energy.parse(text));
    }

    /** Downwards, in so many digits of the base unit. */
    static FrontAmount below(FrontMeasure measure, Rational amount, int digits) {
        Rational base = amount.times(measure.baseUnits());
        return new FrontAmount(measure, ExactFigures.decimal(base, digits, RoundingMode.DOWN));
    }

    /** In the {@link FrontMeasure#unit() unit} of the measure. */
    Rational exact() {
        return Rational.of(base).dividedBy(measure.baseUnits());
    }

    /** The same as a double, for pictures. */
    double inUnits() {
        return exact().doubleValue();
    }

    /** Of amounts of one measure. */
    @Override
    public int compareTo(FrontAmount other) {
        return base.compareTo(other.base);
    }

    @Override
    @JsonValue
    public String toString() {
        return switch (measure) {
            case ENERGY -> Energy.of(base, Energy.Unit.JOULE).toString();
            case CARBON -> CarbonMass.of(base, CarbonMass.Unit.GRAM).toString();
            case WATER -> WaterVolume.of(base, WaterVolume.Unit.LITRE).toString();
        };
    }
}
