package io.dcsdk.security;

import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import io.dcsdk.item.ItemRules;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a design must be protected by.
 *
 * @param coverage for each family how many different controls must contribute to it, at least 1; families that are
 *     absent need none
 * @param controls kinds of which a control must be present
 */
public record SecurityPolicy(Map<ControlFamily, Integer> coverage, Set<ControlKind> controls) {
    /** A policy that demands nothing. */
    public static final SecurityPolicy NONE = new SecurityPolicy(Map.of(), Set.of());

    /** Checks the components. */
    public SecurityPolicy {
        ItemRules rules = ItemRules.of("security policy", "");
        if (coverage == null) {
            coverage = Map.of();
        }
        coverage.forEach(
                (family, count) -> rules.atLeast("coverage." + family, rules.required("coverage." + family, count), 1));
        coverage = Maps.immutableEnumMap(coverage);
        controls = Sets.immutableEnumSet(rules.list("controls", controls));
    }

    /**
     * What a set of controls leaves uncovered.
     *
     * @param adopted the controls; of several with one identifier only the first counts
     * @return the gaps, closed if there are none
     */
    public PolicyGaps gaps(Collection<SecurityControl> adopted) {
        Map<ControlFamily, Integer> missing = new EnumMap<>(ControlFamily.class);
        missing.putAll(coverage);
        Set<ControlKind> absent = EnumSet.noneOf(ControlKind.class);
        absent.addAll(controls);
        Set<String> counted = new HashSet<>();
        for (SecurityControl control : adopted) {
            if (counted.add(control.id())) {
                absent.remove(control.kind());
                control.covers().forEach(family -> missing.computeIfPresent(family, (f, n) -> n > 1 ? n - 1 : null));
            }
        }
        return new PolicyGaps(missing, absent);
    }
}
