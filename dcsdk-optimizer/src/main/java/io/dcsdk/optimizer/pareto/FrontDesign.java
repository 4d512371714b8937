package io.dcsdk.optimizer.pareto;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.ItemCount;
import io.dcsdk.design.Plan;
import io.dcsdk.design.Selection;
import io.dcsdk.design.SupplyUse;
import io.dcsdk.energy.Supply;
import io.dcsdk.energy.SupplyKind;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A design of a front, audited by the optimiser. Whoever has the problem can evaluate the selection again.
 *
 * @param cost C over the horizon, 0 or above
 * @param energy E over the horizon, 0 or above
 * @param carbon carbon of the supplies' energy over the horizon; absent where the problem does not plan its supply
 * @param items what is bought in short, such as {@code 2 dgx-h100, 1 minio-60-bay}
 * @param selection what is chosen
 */
public record FrontDesign(Money cost, Energy energy, Optional<CarbonMass> carbon, String items, Selection selection) {
    /** Checks the components. */
    public FrontDesign {
        ItemRules rules = ItemRules.of("front design", "");
        rules.nonNegative("cost", cost);
        rules.nonNegative("energy", energy);
        carbon = Objects.requireNonNullElse(carbon, Optional.empty());
        carbon.ifPresent(mass -> rules.nonNegative("carbon", mass));
        rules.required("items", items);
        rules.required("selection", selection);
    }

    static FrontDesign of(Plan plan) {
        return new FrontDesign(
                plan.cost().total(),
                plan.energy().total(),
                carbon(plan),
                items(plan.billOfMaterials()),
                plan.selection());
    }

    /** Σ carbon intensity × mean output × horizon, as the limit {@code supply.carbonPerYear} counts a year of it. */
    private static Optional<CarbonMass> carbon(Plan plan) {
        DesignProblem problem = plan.problem();
        if (problem.supply().isEmpty()) {
            return Optional.empty();
        }
        Map<String, SupplyUse> uses = plan.selection().supplies();
        CarbonMass sum = CarbonMass.ZERO;
        for (Supply supply : problem.items().supplies()) {
            if (supply.kind() != SupplyKind.BATTERY && uses.containsKey(supply.id())) {
                Energy taken = problem.finance()
                        .energy(Objects.requireNonNull(uses.get(supply.id())).meanOutput());
                sum = sum.plus(supply.carbonIntensity().times(taken));
            }
        }
        return Optional.of(sum);
    }

    private static String items(List<ItemCount> lines) {
        return lines.stream()
                .filter(line -> !line.category().equals("cable"))
                .map(line -> line.category().equals("supply")
                                || line.category().equals("control")
                                || line.category().equals("software")
                        ? line.id()
                        : line.count() + " " + line.id())
                .collect(Collectors.joining(", "));
    }

    CostLine line() {
        return new CostLine(ExactFigures.dollars(cost), ExactFigures.kilowattHours(energy));
    }
}
