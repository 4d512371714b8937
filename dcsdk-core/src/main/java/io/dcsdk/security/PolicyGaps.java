package io.dcsdk.security;

import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What a set of controls leaves of a policy's demands.
 *
 * @param coverage for each family with too few controls, how many more it needs
 * @param controls kinds that are demanded and absent
 */
public record PolicyGaps(Map<ControlFamily, Integer> coverage, Set<ControlKind> controls) {
    /** Copies the components. */
    public PolicyGaps {
        coverage = Maps.immutableEnumMap(coverage);
        controls = Sets.immutableEnumSet(controls);
    }

    /**
     * Whether the policy is met.
     *
     * @return true if there is no gap
     */
    public boolean closed() {
        return coverage.isEmpty() && controls.isEmpty();
    }

    /**
     * The gaps in words.
     *
     * @return one line for each gap, or {@code the policy is met}
     */
    public String describe() {
        StringJoiner lines = new StringJoiner("\n").setEmptyValue("the policy is met");
        coverage.forEach((family, count) ->
                lines.add("%s %s: %d more control%s".formatted(family, family.title(), count, count == 1 ? "" : "s")));
        controls.forEach(kind -> lines.add(kind + ": no such control"));
        return lines.toString();
    }
}
