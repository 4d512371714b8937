package io.dcsdk.optimizer.formulation;

import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.Supply;
import io.dcsdk.energy.SupplyKind;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.CarbonMass;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Carbon and water of a design over the horizon as sums over the variables of its formulation.
 *
 * <pre>
 *   carbon = Σ intensity_g × hours × e_g + Σ embodied_i × n_i     kg; supplies g with mean output e_g, servers i
 *   water  = Σ usage_c × hours × A_c                              L;  cooling systems c with mean IT power A_c
 * </pre>
 */
public final class FootprintSums {
    private static final Rational SECONDS_PER_HOUR = Rational.of(3600);
    private static final Rational GRAMS_PER_KILOGRAM = Rational.of(1000);

    private FootprintSums() {}

    private static Rational hours(DesignProblem problem) {
        return Rational.of(problem.finance().horizon().base()).dividedBy(SECONDS_PER_HOUR);
    }

    private static Set<String> variables(DesignFormulation formulation) {
        Set<String> names = new LinkedHashSet<>();
        formulation.program().variables().forEach(variable -> names.add(variable.name()));
        return names;
    }

    /**
     * Carbon of what the supplies give and of making the servers that say so.
     *
     * @param formulation the problem as algebra
     * @return kilograms of CO2 equivalent for each unit of a variable, by its name
     * @throws io.dcsdk.item.ItemException if the problem does not plan its supply
     */
    public static Map<String, Rational> carbon(DesignFormulation formulation) {
        DesignProblem problem = formulation.problem();
        if (problem.supply().isEmpty()) {
            throw ItemRules.of("problem", problem.name())
                    .broken(
                            "supply",
                            "none",
                            "is needed to know the carbon of its energy",
                            "add supply: {} so that its supplies are planned.");
        }
        Set<String> known = variables(formulation);
        Rational hours = hours(problem);
        Map<String, Rational> sum = new LinkedHashMap<>();
        for (Supply supply : problem.items().supplies()) {
            if (supply.kind() != SupplyKind.BATTERY) {
                Rational grams = Rational.of(supply.carbonIntensity().base()).times(hours);
                put(sum, known, VariableNames.output(supply), grams.dividedBy(GRAMS_PER_KILOGRAM));
            }
        }
        for (Server server : problem.items().servers()) {
            Rational grams =
                    Rational.of(server.embodiedCarbon().orElse(CarbonMass.ZERO).base());
            put(sum, known, VariableNames.count(server), grams.dividedBy(GRAMS_PER_KILOGRAM));
        }
        return sum;
    }

    /**
     * Water that the cooling draws.
     *
     * @param formulation the problem as algebra
     * @return litres for each unit of a variable, by its name
     * @throws io.dcsdk.item.ItemException if the catalogue has no cooling system, or one without its water usage
     */
    public static Map<String, Rational> water(DesignFormulation formulation) {
        DesignProblem problem = formulation.problem();
        if (problem.items().cooling().isEmpty()) {
            throw ItemRules.of("catalogue", problem.items().name())
                    .broken("cooling", "none", "is needed to know the water of a design", "add a cooling system.");
        }
        Set<String> known = variables(formulation);
        Rational hours = hours(problem);
        Map<String, Rational> sum = new LinkedHashMap<>();
        for (CoolingSystem system : problem.items().cooling()) {
            Rational litres = Rational.of(system.waterUsage()
                    .orElseThrow(() -> ItemRules.of("cooling system", system.id())
                            .broken(
                                    "waterUsage",
                                    "none",
                                    "is needed to know the water of a design",
                                    "add it to the catalogue, such as 1.8 L/kWh, or 0 L/kWh for a dry system."))
                    .base());
            put(sum, known, VariableNames.meanHeat(system), litres.times(hours));
        }
        return sum;
    }

    private static void put(Map<String, Rational> sum, Set<String> known, String variable, Rational value) {
        if (!value.isZero() && known.contains(variable)) {
            sum.put(variable, value);
        }
    }
}
