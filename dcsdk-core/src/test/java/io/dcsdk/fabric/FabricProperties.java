package io.dcsdk.fabric;

import static io.dcsdk.fabric.FlowOracle.CABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.quantity.Ratio;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Formulas beside the graphs they count, and the algebra of the sizing rule. */
final class FabricProperties {
    @Property(tries = 400)
    void graphHasTheCountsOfItsFormulas(@ForAll("fabrics") Fabric fabric) {
        Topology topology = fabric.topology(CABLE);
        assertEquals(fabric.size(), topology.size());
        assertEquals(fabric.endpoints(), topology.endpoints().size());
        for (int index = 0; index < fabric.endpoints(); index++) {
            assertEquals(index, topology.endpoints().get(index).index());
            assertEquals(1, topology.portsUsed(topology.endpoints().get(index)));
        }
        for (Switch device : topology.switches()) {
            assertTrue(topology.portsUsed(device) <= fabric.radix(), device + " of " + fabric);
        }
        assertTrue(fabric.endpoints() <= fabric.maximumEndpoints());
    }

    @Property(tries = 400)
    void everyHostReachesEveryHostWithinTheDiameter(@ForAll("fabrics") Fabric fabric) {
        EcmpRouting routing = EcmpRouting.of(fabric.topology(CABLE));
        assertEquals(fabric.endpoints() * (fabric.endpoints() - 1), routing.reachablePairs());
        assertEquals(fabric.diameter(), routing.diameter(), fabric.toString());
    }

    @Property(tries = 200)
    void halvesCarryAtLeastTheBisectionWhereLeavesAreFull(
            @ForAll("rules") FatTreeRule rule, @ForAll @IntRange(min = 1, max = 40) int leaves) {
        long endpoints = Math.min(leaves, rule.maximumLeaves(3)) * rule.downPorts();
        FatTree tree = new FatTree(endpoints, rule);
        Topology topology = tree.topology(CABLE);
        double carried = topology.bandwidthBetweenHalves().dividedBy(CABLE).value();
        int leavesOfPod = rule.radix() / 2;
        boolean alike = tree.tiers() == 2
                || (tree.size().leaf() % leavesOfPod == 0
                        && (long) rule.upPorts() * leavesOfPod % tree.size().core() == 0);
        // A pod that cannot give every core as many cables loses at most one a core.
        assertTrue(carried >= tree.bisectionCables() - (alike ? 0 : tree.size().core()), tree + " carries " + carried);
        if (tree.size().leaf() % 2 == 0 && alike) {
            assertEquals((double) tree.bisectionCables(), carried, tree.toString());
        }
    }

    @Property
    void ruleAgreesWithTryingEverySpineCount(
            @ForAll("rules") FatTreeRule rule, @ForAll @IntRange(min = 1, max = 20_000) int wanted) {
        long endpoints = Math.min(wanted, rule.maximumEndpoints(3));
        FabricSize size = rule.size(endpoints);
        long leaves = size.leaf();
        assertTrue(leaves * rule.downPorts() >= endpoints && (leaves - 1) * rule.downPorts() < endpoints);
        if (leaves <= rule.radix()) {
            int spine = IntStream.rangeClosed(1, rule.upPorts())
                    .filter(count -> rule.upPorts() % count == 0)
                    .filter(count -> (long) count * rule.radix() >= leaves * rule.upPorts())
                    .findFirst()
                    .orElseThrow();
            assertEquals(spine, size.spine());
            assertEquals(0, size.core() + size.spineCoreCables());
            assertTrue(rule.upPortDivisors().contains(spine));
        } else {
            long half = rule.radix() / 2;
            assertTrue(size.spine() * half >= leaves * rule.upPorts());
            assertTrue((size.spine() - 1) * half < leaves * rule.upPorts());
            assertTrue(size.core() * rule.radix() >= leaves * rule.upPorts());
            assertTrue((size.core() - 1) * rule.radix() < leaves * rule.upPorts());
        }
        if (rule.upPorts() == rule.downPorts()) {
            assertEquals(endpoints, size.leafSpineCables());
        }
    }

    @Property
    void countsNeverFallAsEndpointsGrow(
            @ForAll("rules") FatTreeRule rule, @ForAll @IntRange(min = 1, max = 5_000) int wanted) {
        long endpoints = Math.min(wanted, rule.maximumEndpoints(3) - 1);
        FabricSize fewer = rule.size(endpoints);
        FabricSize more = rule.size(endpoints + 1);
        for (Tier tier : Tier.values()) {
            assertTrue(more.switches(tier) >= fewer.switches(tier));
        }
        assertTrue(more.cables() > fewer.cables());
        assertTrue(new FatTree(endpoints + 1, rule).bisectionCables() >= 0);
    }

    @Property
    void oversubscriptionIsTheLargestThatIsAllowed(
            @ForAll @IntRange(min = 2, max = 72) int half, @ForAll @IntRange(min = 100, max = 6_000) int hundredths) {
        int radix = 2 * half;
        double wanted = Math.min(hundredths / 100.0, radix - 1);
        FatTreeRule rule = FatTreeRule.of(radix, Ratio.of(wanted));
        assertTrue((double) rule.downPorts() / rule.upPorts() <= wanted);
        int up = rule.upPorts() - 1;
        assertTrue(up == 0 || (double) (radix - up) / up > wanted);
    }

    @Provide
    Arbitrary<FatTreeRule> rules() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 8),
                        Arbitraries.integers().between(1, 8))
                .as((half, up) -> {
                    int used = Math.min(half, up);
                    return new FatTreeRule(2 * half, 2 * half - used, used);
                });
    }

    @Provide
    Arbitrary<Fabric> fabrics() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(1, 400);
        Arbitrary<Fabric> trees = Combinators.combine(counts, rules())
                .as((count, rule) -> new FatTree(Math.min(count, rule.maximumEndpoints(3)), rule));
        Arbitrary<Fabric> rails = Combinators.combine(
                        counts, rules(), Arbitraries.integers().between(1, 8))
                .as((count, rule, wanted) -> {
                    int ports = Math.min(wanted, rule.radix());
                    long most = rule.maximumLeaves(3) / ports * rule.downPorts();
                    return new RailOptimised(Math.min(count, most), ports, rule);
                });
        Arbitrary<Integer> few = Arbitraries.integers().between(1, 5);
        Arbitrary<Fabric> dragonflies = Combinators.combine(
                        few, few, few, Arbitraries.integers().between(1, 26))
                .as((p, a, h, groups) -> new Dragonfly(p, a, h, Math.min(groups, a * h + 1)));
        Arbitrary<Fabric> classic = Arbitraries.of(2, 3, 4, 5).map(half -> new KaryFatTree(2 * half));
        Arbitrary<Fabric> single = Arbitraries.integers().between(1, 64).map(count -> new SingleSwitch(count, 64));
        return Arbitraries.oneOf(trees, rails, dragonflies, classic, single);
    }
}
