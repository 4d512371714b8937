package io.dcsdk.compute;

import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.item.Source;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.TimeSpan;
import java.util.List;

/**
 * Software that a cluster runs: system, scheduler, frameworks, support.
 *
 * @param id identifier
 * @param name name
 * @param fixed cost per year whatever the size
 * @param perServer cost per year and server
 * @param perAccelerator cost per year and accelerator
 * @param sources sources of the figures
 */
public record SoftwareEnvironment(
        String id, String name, MoneyRate fixed, MoneyRate perServer, MoneyRate perAccelerator, List<Source> sources)
        implements CatalogItem {
    /** Checks the components. */
    public SoftwareEnvironment {
        ItemRules rules = ItemRules.ofItem(SoftwareEnvironment.class, "software environment", id, name, sources);
        rules.nonNegative("fixed", fixed);
        rules.nonNegative("perServer", perServer);
        rules.nonNegative("perAccelerator", perAccelerator);
        sources = rules.list("sources", sources);
    }

    /**
     * What the environment costs over a time.
     *
     * @param servers how many servers, at least 0
     * @param accelerators how many accelerators, at least 0
     * @param time the time
     * @return (fixed + servers × perServer + accelerators × perAccelerator) × time
     * @throws io.dcsdk.item.ItemException if a count is negative
     */
    public Money cost(long servers, long accelerators, TimeSpan time) {
        ItemRules rules = ItemRules.of("software environment", id);
        rules.atLeast("servers", servers, 0);
        rules.atLeast("accelerators", accelerators, 0);
        return fixed.plus(perServer.times(servers))
                .plus(perAccelerator.times(accelerators))
                .times(time);
    }
}
