package io.dcsdk.design;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Ratio;
import java.util.Objects;
import java.util.Optional;

/**
 * What the supply of electricity must be, in annual figures. Where a problem has no such rule, supply is not planned.
 *
 * @param renewableShare share of the annual energy from renewable supplies, if one is required
 * @param carbonPerYear the most carbon of a year's energy, if there is a limit
 */
public record SupplyRule(Optional<Ratio> renewableShare, Optional<CarbonMass> carbonPerYear) {
    /** Checks the components. */
    public SupplyRule {
        ItemRules rules = ItemRules.of("supply", "");
        renewableShare = Objects.requireNonNullElse(renewableShare, Optional.empty());
        renewableShare.ifPresent(share -> rules.share("renewableShare", share));
        carbonPerYear = Objects.requireNonNullElse(carbonPerYear, Optional.empty());
        carbonPerYear.ifPresent(mass -> rules.nonNegative("carbonPerYear", mass));
    }
}
