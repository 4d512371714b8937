package io.dcsdk.security;

import com.google.common.collect.Sets;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.item.Source;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Ratio;
import java.util.List;
import java.util.Set;

/**
 * A safeguard that a design can adopt or not.
 *
 * @param id identifier
 * @param name name
 * @param kind what kind of safeguard
 * @param price cost once
 * @param annual cost per year whatever the size
 * @param perServer cost per year and server
 * @param staff people it keeps busy, in full-time equivalents; at least 0
 * @param overhead capacity it costs
 * @param covers families of NIST SP 800-53 that it contributes to, in the order of the publication; may be empty
 * @param sources sources of the figures
 */
public record SecurityControl(
        String id,
        String name,
        ControlKind kind,
        Money price,
        MoneyRate annual,
        MoneyRate perServer,
        Ratio staff,
        Overhead overhead,
        Set<ControlFamily> covers,
        List<Source> sources)
        implements CatalogItem {
    /** Checks the components. */
    public SecurityControl {
        ItemRules rules = ItemRules.ofItem(SecurityControl.class, "control", id, name, sources);
        rules.required("kind", kind);
        rules.nonNegative("price", price);
        rules.nonNegative("annual", annual);
        rules.nonNegative("perServer", perServer);
        rules.nonNegative("staff", staff);
        rules.required("overhead", overhead);
        covers = Sets.immutableEnumSet(rules.list("covers", covers));
        sources = rules.list("sources", sources);
    }

    /**
     * This control under another identifier.
     *
     * @param other the new identifier
     * @return the control under another identifier; all else is the same
     * @throws io.dcsdk.item.ItemException if it is no identifier
     */
    public SecurityControl withId(String other) {
        return edition(other, price, staff);
    }

    /**
     * This control at another cost once.
     *
     * @param other the new price, at least 0
     * @return the control at another price; all else is the same
     * @throws io.dcsdk.item.ItemException if it is negative
     */
    public SecurityControl withPrice(Money other) {
        return edition(id, other, staff);
    }

    /**
     * This control with another need of staff.
     *
     * @param people people it keeps busy, in full-time equivalents; at least 0
     * @return the control with another need of staff; all else is the same
     * @throws io.dcsdk.item.ItemException if it is negative
     */
    public SecurityControl withStaff(Ratio people) {
        return edition(id, price, people);
    }

    /** The one place that names all components. */
    private SecurityControl edition(String newId, Money cost, Ratio people) {
        return new SecurityControl(newId, name, kind, cost, annual, perServer, people, overhead, covers, sources);
    }
}
