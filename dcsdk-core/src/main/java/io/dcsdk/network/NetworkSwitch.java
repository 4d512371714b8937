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
     * This switch under another identifier.
     *
     * @param other the new identifier
     * @return the switch under another identifier; all else is the same
     * @throws io.dcsdk.item.ItemException if it is no identifier
     */
    public NetworkSwitch withId(String other) {
        return edition(other, price, idlePower, maxPower, rackUnits, cablePrice);
    }

    /**
     * This switch at another price.
     *
     * @param other the new price, at least 0
     * @return the switch at another price; all else is the same
     * @throws io.dcsdk.item.ItemException if it is negative
     */
    public NetworkSwitch withPrice(Money other) {
        return edition(id, other, idlePower, maxPower, rackUnits, cablePrice);
    }

    /**
     * This switch with other power.
     *
     * @param idle power without work, 0 to {@code full}
     * @param full power under full load, above zero
     * @return the switch with other power; all else is the same
     * @throws io.dcsdk.item.ItemException if a power is out of its range
     */
    public NetworkSwitch withPower(Power idle, Power full) {
        return edition(id, price, idle, full, rackUnits, cablePrice);
    }

    /**
     * This switch with another height.
     *
     * @param height height in rack units, at least 1
     * @return the switch with another height; all else is the same
     * @throws io.dcsdk.item.ItemException if it is below 1
     */
    public NetworkSwitch withRackUnits(int height) {
        return edition(id, price, idlePower, maxPower, height, cablePrice);
    }

    /**
     * This switch with links of another price.
     *
     * @param other the new price of one link, at least 0
     * @return the switch with links of another price; all else is the same
     * @throws io.dcsdk.item.ItemException if it is negative
     */
    public NetworkSwitch withCablePrice(Money other) {
        return edition(id, price, idlePower, maxPower, rackUnits, other);
    }

    /** The one place that names all components. */
    private NetworkSwitch edition(String newId, Money cost, Power idle, Power full, int height, Money link) {
        return new NetworkSwitch(
                newId, name, ports, portRate, cost, maintenance, idle, full, height, weight, link, sources);
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
