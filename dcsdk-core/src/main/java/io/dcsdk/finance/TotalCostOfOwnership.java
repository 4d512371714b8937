package io.dcsdk.finance;

import io.dcsdk.energy.PowerUsageEffectiveness;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;

/**
 * The monthly cost of a whole data centre after J. Hamilton, "Overall Data Center Costs" (2010): facility, servers and
 * network are each paid off in equal months over their own life ({@link CapitalRecovery#monthly}); power is critical load
 * × utilisation × PUE × tariff over a twelfth of a year of 8760 hours.
 *
 * @param criticalLoad IT power that the facility is built for, above zero
 * @param utilisation mean IT power over criticalLoad, 0 to 1
 * @param facility price of the building with its power and cooling, at least 0
 * @param facilityYears life of the facility, at least 1
 * @param powerAndCoolingShare share of the facility's price that is power distribution and cooling, 0 to 1
 * @param servers how many servers, at least 0
 * @param serverPrice price of one, at least 0
 * @param serverYears life of a server, at least 1
 * @param network price of all network equipment, at least 0
 * @param networkYears life of the network, at least 1
 * @param interest nominal interest a year, at least 0
 * @param tariff price of electric energy, at least 0
 * @param effectiveness facility energy over IT energy (PUE)
 */
public record TotalCostOfOwnership(
        Power criticalLoad,
        Ratio utilisation,
        Money facility,
        int facilityYears,
        Ratio powerAndCoolingShare,
        long servers,
        Money serverPrice,
        int serverYears,
        Money network,
        int networkYears,
        Ratio interest,
        EnergyPrice tariff,
        PowerUsageEffectiveness effectiveness) {
    /** Checks the components. */
    public TotalCostOfOwnership {
        ItemRules rules = ItemRules.of("total cost of ownership", "");
        rules.positive("criticalLoad", criticalLoad);
        rules.share("utilisation", utilisation);
        rules.nonNegative("facility", facility);
        rules.atLeast("facilityYears", facilityYears, 1);
        rules.share("powerAndCoolingShare", powerAndCoolingShare);
        rules.atLeast("servers", servers, 0);
        rules.nonNegative("serverPrice", serverPrice);
        rules.atLeast("serverYears", serverYears, 1);
        rules.nonNegative("network", network);
        rules.atLeast("networkYears", networkYears, 1);
        rules.nonNegative("interest", interest);
        rules.nonNegative("tariff", tariff);
        rules.required("effectiveness", effectiveness);
    }

    /**
     * The cost of a month.
     *
     * @return the five parts
     */
    public MonthlyCost monthly() {
        Money building = CapitalRecovery.monthly(interest, facilityYears).payment(facility);
        Money powerAndCooling = building.times(powerAndCoolingShare);
        return new MonthlyCost(
                CapitalRecovery.monthly(interest, serverYears).payment(serverPrice.times(servers)),
                CapitalRecovery.monthly(interest, networkYears).payment(network),
                powerAndCooling,
                monthlyPower(),
                building.minus(powerAndCooling));
    }

    private Money monthlyPower() {
        TimeSpan month = TimeSpan.years(1).dividedBy(BigDecimal.valueOf(12));
        return effectiveness
                .facilityPower(criticalLoad.times(utilisation))
                .times(month)
                .times(tariff);
    }
}
