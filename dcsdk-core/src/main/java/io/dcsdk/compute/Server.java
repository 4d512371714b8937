package io.dcsdk.compute;

import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.item.Source;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Mass;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A server with its accelerators; a server without any names its CPU as the accelerator, one for each socket.
 *
 * @param id identifier
 * @param name name
 * @param accelerator identifier of its accelerator
 * @param acceleratorCount how many of them, at least 1
 * @param processor the host processors
 * @param memory memory of the host, above zero
 * @param interfaces network ports; may be empty
 * @param idlePower power at the plug without work, 0 to maxPower
 * @param maxPower power at the plug under full load, above zero
 * @param rackUnits height, at least 1 (44.45 mm each)
 * @param weight weight, above zero
 * @param price purchase price
 * @param maintenance support and repair per year
 * @param sustainedEfficiency share of the accelerators' dense peak that large training runs reach, above 0 and up to 1
 * @param embodiedCarbon carbon of manufacture and transport, if known
 * @param available how many can be had at most, if there is a limit; at least 0
 * @param sources sources of the figures
 */
public record Server(
        String id,
        String name,
        String accelerator,
        int acceleratorCount,
        HostProcessor processor,
        DataSize memory,
        List<NetworkInterface> interfaces,
        Power idlePower,
        Power maxPower,
        int rackUnits,
        Mass weight,
        Money price,
        MoneyRate maintenance,
        Ratio sustainedEfficiency,
        Optional<CarbonMass> embodiedCarbon,
        Optional<Integer> available,
        List<Source> sources)
        implements CatalogItem {
    /** Checks the components. */
    public Server {
        ItemRules rules = ItemRules.ofItem(Server.class, "server", id, name, sources);
        rules.text("accelerator", accelerator, 64);
        rules.atLeast("acceleratorCount", acceleratorCount, 1);
        rules.required("processor", processor);
        rules.positive("memory", memory);
        interfaces = rules.list("interfaces", interfaces);
        rules.positive("maxPower", maxPower);
        rules.upTo("idlePower", idlePower, "maxPower", maxPower);
        rules.atLeast("rackUnits", rackUnits, 1);
        rules.positive("weight", weight);
        rules.nonNegative("price", price);
        rules.nonNegative("maintenance", maintenance);
        rules.efficiency("sustainedEfficiency", sustainedEfficiency);
        embodiedCarbon = Objects.requireNonNullElse(embodiedCarbon, Optional.empty());
        embodiedCarbon.ifPresent(mass -> rules.nonNegative("embodiedCarbon", mass));
        available = Objects.requireNonNullElse(available, Optional.empty());
        available.ifPresent(count -> rules.atLeast("available", count, 0));
        sources = rules.list("sources", sources);
    }

    /**
     * This server under another identifier.
     *
     * @param other the new identifier
     * @return the server under another identifier; all else is the same
     * @throws io.dcsdk.item.ItemException if it is no identifier
     */
    public Server withId(String other) {
        return edition(other, idlePower, maxPower, rackUnits, price, available);
    }

    /**
     * This server with other power.
     *
     * @param idle power without work, 0 to {@code full}
     * @param full power under full load, above zero
     * @return the server with other power; all else is the same
     * @throws io.dcsdk.item.ItemException if a power is out of its range
     */
    public Server withPower(Power idle, Power full) {
        return edition(id, idle, full, rackUnits, price, available);
    }

    /**
     * This server with another height.
     *
     * @param height height in rack units, at least 1
     * @return the server with another height; all else is the same
     * @throws io.dcsdk.item.ItemException if it is below 1
     */
    public Server withRackUnits(int height) {
        return edition(id, idlePower, maxPower, height, price, available);
    }

    /**
     * This server at another price.
     *
     * @param other the new price, at least 0
     * @return the server at another price; all else is the same
     * @throws io.dcsdk.item.ItemException if it is negative
     */
    public Server withPrice(Money other) {
        return edition(id, idlePower, maxPower, rackUnits, other, available);
    }

    /**
     * This server with another limit of how many can be had.
     *
     * @param most how many can be had at most, if there is a limit; at least 0
     * @return the server with another limit, or none; all else is the same
     * @throws io.dcsdk.item.ItemException if it is negative
     */
    public Server withAvailable(Optional<Integer> most) {
        return edition(id, idlePower, maxPower, rackUnits, price, most);
    }

    /** The one place that names all components. */
    private Server edition(String newId, Power idle, Power full, int height, Money cost, Optional<Integer> most) {
        return new Server(
                newId,
                name,
                accelerator,
                acceleratorCount,
                processor,
                memory,
                interfaces,
                idle,
                full,
                height,
                weight,
                cost,
                maintenance,
                sustainedEfficiency,
                embodiedCarbon,
                most,
                sources);
    }

    /**
     * How many ports go to the network between accelerators.
     *
     * @return the ports of role {@link InterfaceRole#FABRIC}, 0 if there are none
     */
    public int fabricPorts() {
        return interfaces.stream()
                .filter(port -> port.role() == InterfaceRole.FABRIC)
                .mapToInt(NetworkInterface::count)
                .sum();
    }

    /**
     * The rate into the network between accelerators.
     *
     * @return the sum over all fabric ports, per direction; zero if there are none
     */
    public DataRate fabricBandwidth() {
        return interfaces.stream()
                .filter(port -> port.role() == InterfaceRole.FABRIC)
                .map(NetworkInterface::bandwidth)
                .reduce(DataRate.ZERO, DataRate::plus);
    }

    /**
     * Mean power at a utilisation: {@code idle + u (max − idle)}, the linear model of Fan, Weber and Barroso, "Power
     * provisioning for a warehouse-sized computer", ISCA 2007.
     *
     * @param utilisation share of the time under full load, 0 to 1
     * @return idlePower at 0, maxPower at 1
     * @throws io.dcsdk.item.ItemException if the utilisation is outside
     */
    public Power averagePower(Ratio utilisation) {
        ItemRules.of("server", id).share("utilisation", utilisation);
        return idlePower.plus(maxPower.minus(idlePower).times(utilisation));
    }
}
