package io.dcsdk.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.item.ItemSamples;
import io.dcsdk.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SecurityPolicyTest {
    private static final SecurityControl DISKS = ItemSamples.sample(SecurityControl.class);
    private static final SecurityControl OTHER_DISKS =
            ItemSamples.with(SecurityControl.class, "id", "\"other-disk-encryption\"");

    @Test
    void readsAndWritesThePolicyOfTheContract() {
        String text = "{\"coverage\": {\"SC\": 2, \"AC\": 1}, \"controls\": [\"encryption-at-rest\"]}";
        SecurityPolicy policy = Documents.read(text, "policy", DocumentFormat.JSON, SecurityPolicy.class);
        assertEquals(
                new SecurityPolicy(
                        Map.of(ControlFamily.AC, 1, ControlFamily.SC, 2), Set.of(ControlKind.ENCRYPTION_AT_REST)),
                policy);
        assertEquals(
                "{\"coverage\":{\"AC\":1,\"SC\":2},\"controls\":[\"encryption-at-rest\"]}",
                Documents.toCompactJson(policy));
    }

    @Test
    void namesWhatIsUncovered() {
        SecurityPolicy policy = new SecurityPolicy(
                Map.of(ControlFamily.SC, 2, ControlFamily.MP, 1, ControlFamily.AU, 3),
                Set.of(ControlKind.ENCRYPTION_AT_REST, ControlKind.AUDIT));
        PolicyGaps gaps = policy.gaps(List.of(DISKS));
        assertEquals(new PolicyGaps(Map.of(ControlFamily.SC, 1, ControlFamily.AU, 3), Set.of(ControlKind.AUDIT)), gaps);
        assertEquals("""
                AU Audit and Accountability: 3 more controls
                SC System and Communications Protection: 1 more control
                audit: no such control""", gaps.describe());
        assertFalse(gaps.closed());
    }

    @Test
    void countsDifferentControlsOnly() {
        SecurityPolicy twice = new SecurityPolicy(Map.of(ControlFamily.SC, 2), Set.of());
        assertFalse(twice.gaps(List.of(DISKS, DISKS)).closed());
        assertTrue(twice.gaps(List.of(DISKS, OTHER_DISKS)).closed());
        assertEquals(
                "the policy is met", twice.gaps(List.of(DISKS, OTHER_DISKS)).describe());
        assertTrue(SecurityPolicy.NONE.gaps(List.of()).closed());
    }

    @Test
    void refusesACoverageOfNone() {
        ItemException refused =
                assertThrows(ItemException.class, () -> new SecurityPolicy(Map.of(ControlFamily.AC, 0), Set.of()));
        assertEquals("coverage.AC (0) of security policy: is below 1\nMaybe correct the count.", refused.getMessage());
    }

    @Test
    void addsTheOverheadsOfSeveralControls() {
        assertEquals(
                new Overhead(Ratio.of(0.02), Ratio.of(0.04), Ratio.ZERO), Overhead.of(List.of(DISKS, OTHER_DISKS)));
        assertEquals(Overhead.NONE, Overhead.of(List.of()));
    }

    @Property
    void moreControlsNeverOpenAGap(
            @ForAll Set<ControlKind> kinds, @ForAll Set<ControlFamily> families, @ForAll ControlKind kind) {
        SecurityPolicy policy =
                new SecurityPolicy(Map.of(ControlFamily.SC, 2, ControlFamily.MP, 2, ControlFamily.AC, 1), kinds);
        List<SecurityControl> few = new ArrayList<>(List.of(DISKS));
        PolicyGaps before = policy.gaps(few);
        few.add(new SecurityControl(
                "another",
                "Another",
                kind,
                DISKS.price(),
                DISKS.annual(),
                DISKS.perServer(),
                DISKS.staff(),
                DISKS.overhead(),
                families,
                List.of()));
        PolicyGaps after = policy.gaps(few);
        assertTrue(before.controls().containsAll(after.controls()));
        after.coverage()
                .forEach((family, count) ->
                        assertTrue(before.coverage().getOrDefault(family, 0) >= count, family.name()));
    }
}
