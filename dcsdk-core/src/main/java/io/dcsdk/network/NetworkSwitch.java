package io.dcsdk.network;

import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.item.Source;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.Mass;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import java.util.List;

/**
 * A switch whose ports are all of one rate.
 *
 * @param id identifier
 * @param name name
 * @param ports how many ports, at least 2
 * @param portRate rate of one port per direction, above zero
 * @param price purchase price of the switch
 * @param maintenance support and repair per year
 * @param idlePower power without traffic, 0 to maxPower
 * @param maxPower power under full load with transceivers, above zero
 * @param rackUnits height, at least 1
 * @param weight weight, above zero
 * @param cablePrice price of one link: a cable with its two transceivers
 * @param sources sources of the figures
 */
public record NetworkSwitch(
        String id,
        String name,
        int ports,
        DataRate portRate,
        Money price,
        MoneyRate maintenance,
        Power idlePower,
        Power maxPower,
        int rackUnits,
        Mass weight,
        Money cablePrice,
        List<Source> sources)
        implements CatalogItem {
    /** Checks the components. */
    public NetworkSwitch {
        ItemRules rules = ItemRules.ofItem(NetworkSwitch.class, "switch", id, name, sources);
        rules.atLeast("ports", ports, 4);
        if (ports % 2 != 0) {
            throw rules.broken("ports", ports, "is odd, so that no fat tree can be built of it", "count all ports.");
        }
        rules.positive("portRate", portRate);
        rules.nonNegative("price", price);
        rules.nonNegative("maintenance", maintenance);
        rules.positive("maxPower", maxPower);
        rules.upTo("idlePower", idlePower, "maxPower", maxPower);
        rules.atLeast("rackUnits", rackUnits, 1);
        rules.positive("weight", weight);
        rules.nonNegative("cablePrice", cablePrice);
        sources = rules.list("sources", sources);
    }

    /**
     * What the switch can carry.
     *
     * @return ports × portRate, per direction
     */
    public DataRate switchingCapacity() {
        return portRate.times(ports);
    }
}
