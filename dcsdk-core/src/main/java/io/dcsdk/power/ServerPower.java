package io.dcsdk.power;

import com.google.common.collect.ImmutableSortedMap;
import io.dcsdk.item.ItemRules;
import java.util.Map;

/** Power of a server by its utilisation; never falls while utilisation rises. */
public sealed interface ServerPower {
    /**
     * Power.
     *
     * @param utilisation 0 to 1
     * @return W
     * @throws io.dcsdk.item.ItemException if the utilisation is outside
     */
    double watts(double utilisation);

    /**
     * Power that rises in proportion (Fan, Weber and Barroso, "Power provisioning for a warehouse-sized computer", 2007).
     *
     * @param idle W at no load, at least 0
     * @param peak W at full load, at least idle
     */
    record Linear(double idle, double peak) implements ServerPower {
        /** Checks the figures. */
        public Linear {
            checkRange(idle, peak);
        }

        @Override
        public double watts(double utilisation) {
            return idle + (peak - idle) * PowerRules.share("server", "utilisation", utilisation);
        }
    }

    /**
     * Power that rises with the cube: clock and voltage follow the load, P ∝ f V².
     *
     * @param idle W at no load, at least 0
     * @param peak W at full load, at least idle
     */
    record Cubic(double idle, double peak) implements ServerPower {
        /** Checks the figures. */
        public Cubic {
            checkRange(idle, peak);
        }

        @Override
        public double watts(double utilisation) {
            double share = PowerRules.share("server", "utilisation", utilisation);
            return idle + (peak - idle) * share * share * share;
        }
    }

    /**
     * Measured points, such as the eleven of SPECpower, with straight lines between.
     *
     * @param points W by utilisation, from 0 to 1, never falling
     */
    record Measured(ImmutableSortedMap<Double, Double> points) implements ServerPower {
        /** Checks the points. */
        public Measured {
            ItemRules rules = ItemRules.of("server", "");
            if (points.isEmpty() || points.firstKey() != 0 || points.lastKey() != 1) {
                throw rules.broken(
                        "points", points.keySet(), "do not reach from 0 to 1", "measure at no load and at full load.");
            }
            points.values().forEach(watts -> PowerRules.within("server", "power", watts, 0, 1e6));
            PiecewiseLinear.through("server", points).rising("server", "power");
        }

        /**
         * Points in any order.
         *
         * @param points W by utilisation
         * @return the curve
         * @throws io.dcsdk.item.ItemException if they do not reach from 0 to 1, or fall
         */
        public static Measured of(Map<Double, Double> points) {
            return new Measured(ImmutableSortedMap.copyOf(points));
        }

        @Override
        public double watts(double utilisation) {
            return PiecewiseLinear.through("server", points).at(PowerRules.share("server", "utilisation", utilisation));
        }
    }

    private static void checkRange(double idle, double peak) {
        PowerRules.within("server", "peak", peak, 0, 1e6);
        PowerRules.within("server", "idle", idle, 0, peak);
    }
}
