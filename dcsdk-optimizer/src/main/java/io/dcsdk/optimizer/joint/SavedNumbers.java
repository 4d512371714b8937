package io.dcsdk.optimizer.joint;

import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Prices;
import java.util.ArrayList;
import java.util.List;

/** Series and prices as lists of numbers, for documents. */
final class SavedNumbers {
    private SavedNumbers() {}

    static List<Double> prices(EnergySystem system, Prices prices) {
        List<Double> list = new ArrayList<>();
        for (int t = 0; t < system.steps(); t++) {
            for (int n = 0; n < system.nodes().size(); n++) {
                list.add(prices.at(n, t));
            }
        }
        return list;
    }

    static List<Double> multipliers(EnergySystem system, Prices prices) {
        List<Double> list = new ArrayList<>();
        for (int g = 0; g < system.limits().size(); g++) {
            list.add(prices.ofLimit(g));
        }
        return list;
    }

    static Prices prices(EnergySystem system, List<Double> prices, List<Double> limitMultipliers) {
        return Prices.of(system, array(prices), array(limitMultipliers));
    }

    static double[] array(List<Double> list) {
        double[] array = list.stream().mapToDouble(Double::doubleValue).toArray();
        for (double number : array) {
            if (!Double.isFinite(number)) {
                throw ItemRules.of("joint result", "")
                        .broken("number", number, "is not finite", "save the result again.");
            }
        }
        return array;
    }
}
