package io.dcsdk.optimizer.pareto;

import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Footprint;
import io.dcsdk.design.ItemCount;
import io.dcsdk.design.Plan;
import io.dcsdk.design.Selection;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.WaterVolume;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A design of a front, audited by the optimiser. Whoever has the problem can evaluate the selection again.
 *
 * @param cost C over the horizon, 0 or above
 * @param energy E over the horizon, 0 or above
 * @param carbon carbon of the supplies' energy over the horizon; absent where the problem does not plan its supply
 * @param embodied carbon of making the servers that state it; absent in fronts against others than carbon
 * @param water what the cooling draws over the horizon; absent in fronts against others than water
 * @param items what is bought in short, such as {@code 2 dgx-h100, 1 minio-60-bay}
 * @param selection what is chosen
 */
public record FrontDesign(
        Money cost,
        Energy energy,
        Optional<CarbonMass> carbon,
        Optional<CarbonMass> embodied,
        Optional<WaterVolume> water,
        String items,
        Selection selection) {
    /** Checks the components. */
    public FrontDesign {
        ItemRules rules = ItemRules.of("front design", "");
        rules.nonNegative("cost", cost);
        rules.nonNegative("energy", energy);
        carbon = Objects.requireNonNullElse(carbon, Optional.empty());
        carbon.ifPresent(mass -> rules.nonNegative("carbon", mass));
        embodied = Objects.requireNonNullElse(embodied, Optional.empty());
        embodied.ifPresent(mass -> rules.nonNegative("embodied", mass));
        water = Objects.requireNonNullElse(water, Optional.empty());
        water.ifPresent(volume -> rules.nonNegative("water", volume));
        rules.required("items", items);
        rules.required("selection", selection);
    }

    static FrontDesign of(Plan plan) {
        return new FrontDesign(
                plan.cost().total(),
                plan.energy().total(),
                Evaluation.of(plan.problem(), plan.selection()).footprint().operational(),
                Optional.empty(),
                Optional.empty(),
                items(plan.billOfMaterials()),
                plan.selection());
    }

    /** With the part of its footprint that a front is against. */
    static FrontDesign of(
            FrontMeasure measure, Evaluation evaluation, Selection selection, List<ItemCount> billOfMaterials) {
        Footprint footprint = evaluation.footprint();
        boolean isOfWater = measure == FrontMeasure.WATER;
        return new FrontDesign(
                evaluation.cost().total(),
                evaluation.energy().total(),
                footprint.operational(),
                isOfWater ? Optional.empty() : Optional.of(footprint.embodied()),
                // Without any heat there is no system, and nothing evaporates.
                isOfWater ? footprint.water().or(() -> Optional.of(WaterVolume.ZERO)) : Optional.empty(),
                items(billOfMaterials),
                selection);
    }

    /**
     * How much it takes of what a front is against.
     *
     * @param measure energy, carbon or water
     * @return E, the carbon of supplies and servers, or water; zero where it has no such figure
     */
    public FrontAmount amount(FrontMeasure measure) {
        return switch (measure) {
            case ENERGY -> FrontAmount.of(energy);
            case CARBON -> FrontAmount.of(carbon.orElse(CarbonMass.ZERO).plus(embodied.orElse(CarbonMass.ZERO)));
            case WATER -> FrontAmount.of(water.orElse(WaterVolume.ZERO));
        };
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

    CostLine line(FrontMeasure measure) {
        return new CostLine(ExactFigures.dollars(cost), amount(measure).exact());
    }
}
