package io.dcsdk.cooling;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.dcsdk.item.ItemRules;
import io.dcsdk.weather.Psychrometrics;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What air the makers of IT equipment allow at its inlet: ASHRAE TC 9.9, "Thermal guidelines for data processing
 * environments", 4th edition (2015), H1 of the 5th (2021); for A1 to A4 and H1 the allowable ranges. The 5th edition keeps those of A1
 * to A4, and lets the recommended ranges reach to 70 % where the air corrodes little, or to 50 % only; that of H1, which no edition
 * before has, is taken with 70 %.
 *
 * @param name of the class
 * @param coldest dry bulb, °C
 * @param warmest dry bulb, °C
 * @param leastDewPoint °C
 * @param mostDewPoint °C
 * @param leastRelativeHumidity 0 to 1; the moister of both lower limits holds
 * @param mostRelativeHumidity 0 to 1; the drier of both upper limits holds
 */
public record ThermalEnvelope(
        String name,
        double coldest,
        double warmest,
        double leastDewPoint,
        double mostDewPoint,
        double leastRelativeHumidity,
        double mostRelativeHumidity) {
    /** Recommended for classes A1 to A4: 18 to 27 °C, dew point -9 to 15 °C, at most 60 %. */
    public static final ThermalEnvelope RECOMMENDED = new ThermalEnvelope("recommended", 18, 27, -9, 15, 0, 0.6);

    /** Class A1. */
    public static final ThermalEnvelope A1 = new ThermalEnvelope("A1", 15, 32, -12, 17, 0.08, 0.8);

    /** Class A2. */
    public static final ThermalEnvelope A2 = new ThermalEnvelope("A2", 10, 35, -12, 21, 0.08, 0.8);

    /** Class A3. */
    public static final ThermalEnvelope A3 = new ThermalEnvelope("A3", 5, 40, -12, 24, 0.08, 0.85);

    /** Class A4. */
    public static final ThermalEnvelope A4 = new ThermalEnvelope("A4", 5, 45, -12, 24, 0.08, 0.9);

    /** Class H1 of the 5th edition: dense equipment that is cooled with air. */
    public static final ThermalEnvelope H1 = new ThermalEnvelope("H1", 5, 25, -12, 17, 0.08, 0.8);

    /** Recommended for class H1: 18 to 22 °C, dew point -9 to 15 °C, at most 70 %. */
    public static final ThermalEnvelope H1_RECOMMENDED =
            new ThermalEnvelope("recommended for H1", 18, 22, -9, 15, 0, 0.7);

    /** All classes, the recommended range of A1 to A4 first. */
    public static final ImmutableList<ThermalEnvelope> CLASSES = ImmutableList.of(RECOMMENDED, A1, A2, A3, A4, H1);

    /** In what way air is not allowed. */
    public enum Excursion {
        /** Below the least dry bulb. */
        TOO_COLD,
        /** Above the most dry bulb. */
        TOO_WARM,
        /** Below the least dew point or relative humidity. */
        TOO_DRY,
        /** Above the most dew point or relative humidity. */
        TOO_MOIST
    }

    /** Checks the figures. */
    public ThermalEnvelope {
        CoolingRules rules = new CoolingRules("thermal envelope " + name);
        rules.within("coldest", coldest, 0, warmest);
        rules.within("warmest", warmest, coldest, 60);
        rules.within("leastDewPoint", leastDewPoint, -40, mostDewPoint);
        rules.within("mostDewPoint", mostDewPoint, leastDewPoint, 40);
        rules.within("leastRelativeHumidity", leastRelativeHumidity, 0, mostRelativeHumidity);
        rules.within("mostRelativeHumidity", mostRelativeHumidity, leastRelativeHumidity, 1);
    }

    /**
     * The least humidity ratio at a dry bulb.
     *
     * @param celsius dry bulb
     * @param pressure Pa
     * @return the larger of those of dew point and relative humidity
     */
    public double leastHumidityRatio(double celsius, double pressure) {
        return Math.max(
                Psychrometrics.saturationHumidityRatio(leastDewPoint, pressure),
                relative(celsius, leastRelativeHumidity, pressure));
    }

    /**
     * The most humidity ratio at a dry bulb.
     *
     * @param celsius dry bulb
     * @param pressure Pa
     * @return the smaller of those of dew point and relative humidity
     */
    public double mostHumidityRatio(double celsius, double pressure) {
        return Math.min(
                Psychrometrics.saturationHumidityRatio(mostDewPoint, pressure),
                relative(celsius, mostRelativeHumidity, pressure));
    }

    private static double relative(double celsius, double humidity, double pressure) {
        return Psychrometrics.humidityRatio(humidity * Psychrometrics.saturationPressure(celsius), pressure);
    }

    /**
     * Whether air is allowed.
     *
     * @param celsius dry bulb
     * @param humidityRatio kg/kg
     * @param pressure Pa
     * @return true within all limits
     */
    public boolean contains(double celsius, double humidityRatio, double pressure) {
        return excursions(celsius, humidityRatio, pressure).isEmpty();
    }

    /**
     * In what ways air is not allowed.
     *
     * @param celsius dry bulb
     * @param humidityRatio kg/kg
     * @param pressure Pa
     * @return none if it is within all limits
     */
    public ImmutableSet<Excursion> excursions(double celsius, double humidityRatio, double pressure) {
        ImmutableSet.Builder<Excursion> found = ImmutableSet.builder();
        if (celsius < coldest) {
            found.add(Excursion.TOO_COLD);
        }
        if (celsius > warmest) {
            found.add(Excursion.TOO_WARM);
        }
        if (humidityRatio < leastHumidityRatio(celsius, pressure)) {
            found.add(Excursion.TOO_DRY);
        }
        if (humidityRatio > mostHumidityRatio(celsius, pressure)) {
            found.add(Excursion.TOO_MOIST);
        }
        return found.build();
    }

    /**
     * What is recommended for equipment of this class.
     *
     * @return a narrower range for H1; that of A1 to A4 for all others
     */
    public ThermalEnvelope recommended() {
        return equals(H1) || equals(H1_RECOMMENDED) ? H1_RECOMMENDED : RECOMMENDED;
    }

    /**
     * The dry bulb within the range that is nearest to another.
     *
     * @param celsius any
     * @return from coldest to warmest
     */
    public double nearest(double celsius) {
        return Math.max(coldest, Math.min(warmest, celsius));
    }

    /**
     * A class by its name.
     *
     * @param text such as A1 or recommended, in any case
     * @return the class
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    public static ThermalEnvelope parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (ThermalEnvelope each : CLASSES) {
            if (each.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return each;
            }
        }
        throw ItemRules.of("ASHRAE", "")
                .broken(
                        "class",
                        text,
                        "is unknown",
                        "use one of %s."
                                .formatted(CLASSES.stream()
                                        .map(ThermalEnvelope::name)
                                        .collect(Collectors.joining(", "))));
    }
}
