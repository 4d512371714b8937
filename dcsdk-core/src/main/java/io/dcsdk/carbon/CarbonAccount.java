package io.dcsdk.carbon;

import com.google.common.collect.ImmutableList;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.series.TimeSeries;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The carbon of a load over the time of its series: operation both ways, manufacture by component, and what the load causes at
 * the margin, which is told beside the account and never added to it.
 *
 * @param operation of the electricity
 * @param use the time that the account covers, for manufacture
 * @param components what was made, each with its lifetime
 * @param marginal what the load causes, by marginal factors, if they are known
 */
public record CarbonAccount(
        CarbonInventory operation,
        TimeSpan use,
        ImmutableList<EmbodiedComponent> components,
        Optional<Consequence> marginal) {
    /**
     * What a load causes at the margin.
     *
     * @param carbon Σ load × marginal factor
     * @param source where the factors come from
     */
    public record Consequence(CarbonMass carbon, String source) {}

    /**
     * Opens the account of a load.
     *
     * @param watts the load in W, that of the inventory
     * @param operation its inventory
     * @param components what was made for it; may be empty
     * @return the account
     * @throws io.dcsdk.series.SeriesException if the inventory is of other steps
     * @throws io.dcsdk.item.ItemException if two components have one name
     */
    public static CarbonAccount of(TimeSeries watts, CarbonInventory operation, List<EmbodiedComponent> components) {
        watts.requireAligned(operation.locationByHour());
        ItemRules.of("carbon account", "")
                .distinct(
                        "components",
                        components.stream().map(EmbodiedComponent::name).toList());
        TimeSpan use = TimeSpan.hours(watts.axis().totalHours());
        return new CarbonAccount(operation, use, ImmutableList.copyOf(components), Optional.empty());
    }

    /**
     * The same account with what the load causes at the margin.
     *
     * @param watts the load in W
     * @param factors marginal ones
     * @return the account
     * @throws io.dcsdk.series.SeriesException if the axes differ
     * @throws io.dcsdk.item.ItemException if the factors are average ones
     */
    public CarbonAccount withMarginal(TimeSeries watts, GridCarbon factors) {
        if (factors.kind() != GridCarbon.FactorKind.MARGINAL) {
            throw ItemRules.of("carbon account", "")
                    .broken(
                            "factors",
                            factors.source(),
                            "are average ones",
                            "give them to the inventory: marginal factors tell what a decision changes.");
        }
        return new CarbonAccount(
                operation, use, components, Optional.of(new Consequence(factors.of(watts), factors.source())));
    }

    /**
     * Manufacture of one component in the time of the account.
     *
     * @param component one of the components
     * @return count × each × use / lifetime
     */
    public CarbonMass embodied(EmbodiedComponent component) {
        return component.over(use);
    }

    /**
     * Manufacture of all components in the time of the account.
     *
     * @return the sum
     */
    public CarbonMass embodied() {
        return components.stream().map(this::embodied).reduce(CarbonMass.ZERO, CarbonMass::plus);
    }

    /**
     * Operation by the grid's average, and manufacture.
     *
     * @return the sum
     */
    public CarbonMass locationBased() {
        return operation.locationBased().plus(embodied());
    }

    /**
     * Operation by contracts and residual mix, and manufacture.
     *
     * @return the sum
     */
    public CarbonMass marketBased() {
        return operation.marketBased().plus(embodied());
    }

    /**
     * Where all factors come from.
     *
     * @return each source once
     */
    public ImmutableList<String> sources() {
        Set<String> sources = new LinkedHashSet<>(operation.sources());
        components.forEach(component -> sources.add(component.source()));
        marginal.ifPresent(consequence -> sources.add(consequence.source()));
        return ImmutableList.copyOf(sources);
    }
}
