package io.dcsdk.power;

import com.google.common.collect.ImmutableSortedMap;
import io.dcsdk.item.ItemRules;
import java.util.Map;
import java.util.TreeMap;

/**
 * Efficiency of a power converter by load. Between the points the loss runs in straight lines; below the first it stays, for
 * a converter without load still takes power. What goes in never falls while what comes out rises.
 *
 * @param points output over input, above 0 and up to 1, by output over rated output, above 0 and up to 1, the last at 1
 */
public record EfficiencyCurve(ImmutableSortedMap<Double, Double> points) {
    /** 80 PLUS Titanium, 230 V: what the programme asks for at least. */
    public static final EfficiencyCurve TITANIUM_POWER_SUPPLY = of(Map.of(0.1, 0.90, 0.2, 0.94, 0.5, 0.96, 1.0, 0.91));

    /** 80 PLUS Platinum, 230 V redundant: what the programme asks for at least. */
    public static final EfficiencyCurve PLATINUM_POWER_SUPPLY = of(Map.of(0.2, 0.90, 0.5, 0.94, 1.0, 0.91));

    /** 80 PLUS Gold, 230 V redundant: what the programme asks for at least. */
    public static final EfficiencyCurve GOLD_POWER_SUPPLY = of(Map.of(0.2, 0.88, 0.5, 0.92, 1.0, 0.88));

    /** A UPS of double conversion as it was sold until about 2010: 85 to 92 %. */
    public static final EfficiencyCurve LEGACY_UPS = of(Map.of(0.25, 0.85, 0.5, 0.90, 0.75, 0.915, 1.0, 0.92));

    /** A UPS of double conversion without transformer: about 96 % from half load on. */
    public static final EfficiencyCurve DOUBLE_CONVERSION_UPS =
            of(Map.of(0.1, 0.90, 0.25, 0.945, 0.5, 0.96, 0.75, 0.962, 1.0, 0.96));

    /** A UPS that passes the grid on until it fails (eco mode): about 99 %. */
    public static final EfficiencyCurve ECO_MODE_UPS =
            of(Map.of(0.1, 0.96, 0.25, 0.98, 0.5, 0.988, 0.75, 0.99, 1.0, 0.99));

    /** A distribution transformer of today: about 99 % at any usual load. */
    public static final EfficiencyCurve TRANSFORMER = of(Map.of(0.1, 0.975, 0.35, 0.99, 0.5, 0.99, 1.0, 0.987));

    /** Bus bars, cables and breakers: losses grow with the square of the current, 1 % at full load. */
    public static final EfficiencyCurve DISTRIBUTION =
            of(Map.of(0.1, 0.998, 0.25, 0.9965, 0.5, 0.994, 0.75, 0.992, 1.0, 0.99));

    /** Checks the points. */
    public EfficiencyCurve {
        ItemRules rules = ItemRules.of("efficiency curve", "");
        if (points.isEmpty() || points.lastKey() != 1 || points.firstKey() <= 0) {
            throw rules.broken(
                    "points",
                    points.keySet(),
                    "do not lie above 0 and up to 1",
                    "give the efficiency at full load, too.");
        }
        points.values().forEach(value -> {
            if (!(value > 0 && value <= 1)) {
                throw rules.broken(
                        "efficiency", value, "is not above 0 and up to 1", "it is a percentage: write 96 % as 0.96.");
            }
        });
        double last = 0;
        for (Map.Entry<Double, Double> point : points.entrySet()) {
            double input = point.getKey() / point.getValue();
            if (input < last) {
                throw rules.broken(
                        "efficiency",
                        point.getValue(),
                        "would take less power at more load (%s)".formatted(point.getKey()),
                        "two points are swapped.");
            }
            last = input;
        }
    }

    /**
     * Points in any order.
     *
     * @param points efficiency by load
     * @return the curve
     * @throws io.dcsdk.item.ItemException if a figure is out of range
     */
    public static EfficiencyCurve of(Map<Double, Double> points) {
        return new EfficiencyCurve(ImmutableSortedMap.copyOf(points));
    }

    /**
     * A documented curve by its name.
     *
     * @param name titanium, platinum or gold for power supplies; legacy-ups, double-conversion-ups, eco-mode-ups, transformer or
     *     distribution
     * @return the curve
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    public static EfficiencyCurve named(String name) {
        return switch (name) {
            case "titanium" -> TITANIUM_POWER_SUPPLY;
            case "platinum" -> PLATINUM_POWER_SUPPLY;
            case "gold" -> GOLD_POWER_SUPPLY;
            case "legacy-ups" -> LEGACY_UPS;
            case "double-conversion-ups" -> DOUBLE_CONVERSION_UPS;
            case "eco-mode-ups" -> ECO_MODE_UPS;
            case "transformer" -> TRANSFORMER;
            case "distribution" -> DISTRIBUTION;
            default ->
                throw ItemRules.of("efficiency curve", "")
                        .broken(
                                "name",
                                name,
                                "is unknown",
                                "use titanium, platinum, gold, legacy-ups, double-conversion-ups, eco-mode-ups, transformer or"
                                        + " distribution.");
        };
    }

    /**
     * The same efficiency at every point, without standing loss below 1 % of load.
     *
     * @param efficiency above 0 and up to 1
     * @return the curve
     * @throws io.dcsdk.item.ItemException if it is out of range
     */
    public static EfficiencyCurve constant(double efficiency) {
        return of(Map.of(0.01, efficiency, 1.0, efficiency));
    }

    /**
     * What is lost.
     *
     * @param load output over rated output, 0 to 1
     * @return loss over rated output
     * @throws io.dcsdk.item.ItemException if the load is outside
     */
    public double loss(double load) {
        TreeMap<Double, Double> losses = new TreeMap<>();
        points.forEach((at, efficiency) -> losses.put(at, at * (1 / efficiency - 1)));
        return PiecewiseLinear.through("efficiency curve", losses)
                .at(PowerRules.share("efficiency curve", "load", load));
    }

    /**
     * Output over input.
     *
     * @param load output over rated output, above 0 and up to 1
     * @return load / (load + loss); 0 at no load
     * @throws io.dcsdk.item.ItemException if the load is outside
     */
    public double efficiency(double load) {
        return load == 0 ? 0 : load / (load + loss(load));
    }
}
