package io.dcsdk.storage;

import com.google.common.collect.Sets;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.item.Source;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Mass;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One unit of storage as it is bought: an appliance, or a node of a scale-out system.
 *
 * @param id identifier
 * @param name name
 * @param kind what kind of storage
 * @param rawCapacity capacity of the drives, above zero
 * @param durability how data survives failures
 * @param readRate sustained sequential read rate, above zero
 * @param writeRate sustained sequential write rate after durability, above zero
 * @param metadataOperationsPerSecond opens, creates and look-ups a second, at least 0
 * @param protocols how data is addressed; at least one, in the order of the enum
 * @param idlePower power without work, 0 to maxPower
 * @param maxPower power under full load, above zero
 * @param rackUnits height, at least 1
 * @param weight weight, above zero
 * @param price purchase price
 * @param maintenance support and repair per year
 * @param available how many can be had at most, if there is a limit; at least 0
 * @param sources sources of the figures
 */
public record StorageUnit(
        String id,
        String name,
        StorageKind kind,
        DataSize rawCapacity,
        Durability durability,
        DataRate readRate,
        DataRate writeRate,
        long metadataOperationsPerSecond,
        Set<AccessProtocol> protocols,
        Power idlePower,
        Power maxPower,
        int rackUnits,
        Mass weight,
        Money price,
        MoneyRate maintenance,
        Optional<Integer> available,
        List<Source> sources)
        implements CatalogItem {
    /** Checks the components. */
    public StorageUnit {
        ItemRules rules = ItemRules.ofItem(StorageUnit.class, "storage unit", id, name, sources);
        rules.required("kind", kind);
        rules.positive("rawCapacity", rawCapacity);
        rules.required("durability", durability);
        rules.positive("readRate", readRate);
        rules.positive("writeRate", writeRate);
        rules.atLeast("metadataOperationsPerSecond", metadataOperationsPerSecond, 0);
        protocols = Sets.immutableEnumSet(rules.list("protocols", protocols));
        if (protocols.isEmpty()) {
            throw rules.broken("protocols", protocols, "is empty", "add block, file or object.");
        }
        rules.positive("maxPower", maxPower);
        rules.upTo("idlePower", idlePower, "maxPower", maxPower);
        rules.atLeast("rackUnits", rackUnits, 1);
        rules.positive("weight", weight);
        rules.nonNegative("price", price);
        rules.nonNegative("maintenance", maintenance);
        available = Objects.requireNonNullElse(available, Optional.empty());
        available.ifPresent(count -> rules.atLeast("available", count, 0));
        sources = rules.list("sources", sources);
    }

    /**
     * This storage unit under another identifier.
     *
     * @param other the new identifier
     * @return the storage unit under another identifier; all else is the same
     * @throws io.dcsdk.item.ItemException if it is no identifier
     */
    public StorageUnit withId(String other) {
        return edition(other, idlePower, maxPower, rackUnits, price, available);
    }

    /**
     * This storage unit with other power.
     *
     * @param idle power without work, 0 to {@code full}
     * @param full power under full load, above zero
     * @return the storage unit with other power; all else is the same
     * @throws io.dcsdk.item.ItemException if a power is out of its range
     */
    public StorageUnit withPower(Power idle, Power full) {
        return edition(id, idle, full, rackUnits, price, available);
    }

    /**
     * This storage unit with another height.
     *
     * @param height height in rack units, at least 1
     * @return the storage unit with another height; all else is the same
     * @throws io.dcsdk.item.ItemException if it is below 1
     */
    public StorageUnit withRackUnits(int height) {
        return edition(id, idlePower, maxPower, height, price, available);
    }

    /**
     * This storage unit at another price.
     *
     * @param other the new price, at least 0
     * @return the storage unit at another price; all else is the same
     * @throws io.dcsdk.item.ItemException if it is negative
     */
    public StorageUnit withPrice(Money other) {
        return edition(id, idlePower, maxPower, rackUnits, other, available);
    }

    /**
     * This storage unit with another limit of how many can be had.
     *
     * @param most how many can be had at most, if there is a limit; at least 0
     * @return the storage unit with another limit, or none; all else is the same
     * @throws io.dcsdk.item.ItemException if it is negative
     */
    public StorageUnit withAvailable(Optional<Integer> most) {
        return edition(id, idlePower, maxPower, rackUnits, price, most);
    }

    /** The one place that names all components. */
    private StorageUnit edition(String newId, Power idle, Power full, int height, Money cost, Optional<Integer> most) {
        return new StorageUnit(
                newId,
                name,
                kind,
                rawCapacity,
                durability,
                readRate,
                writeRate,
                metadataOperationsPerSecond,
                protocols,
                idle,
                full,
                height,
                weight,
                cost,
                maintenance,
                most,
                sources);
    }

    /**
     * Capacity left for data after durability.
     *
     * @return rawCapacity / overhead, computed as rawCapacity × data / (data + redundant)
     */
    public DataSize usableCapacity() {
        return rawCapacity
                .times(durability.data())
                .dividedBy(BigDecimal.valueOf((long) durability.data() + durability.redundant()));
    }
}
