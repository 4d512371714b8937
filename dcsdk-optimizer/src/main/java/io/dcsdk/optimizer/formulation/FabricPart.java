package io.dcsdk.optimizer.formulation;

import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.FabricSizing;
import io.dcsdk.fabric.FatTreeRule;
import io.dcsdk.item.ItemRules;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The fabric: one switch type in one, two or three tiers, with the exact counts of {@link FatTreeRule}.
 *
 * <p>For an option with d down and u up ports of k at a leaf, P end points, L leaves, S spines and K cores:
 *
 * <pre>
 *   one tier:    P &lt;= k y
 *   two tiers:   d L &gt;= P,  L &lt;= k y,  S = δ_1 y + Σ (δ_i − δ_(i−1)) a_i over the divisors δ of u,
 *                y &gt;= a_2 &gt;= a_3 ...,  k S &gt;= u L
 *   three tiers: d L &gt;= P,  L &lt;= k²/2 y,  (k/2) S &gt;= u L,  k K &gt;= u L
 * </pre>
 *
 * <p>a_i says that there are at least δ_i spines. Cutting on it splits the leaves into few and many, where a variable for
 * each single δ_i would only exclude one value that its neighbours imitate (0.4 % of gap left open after 300,000 nodes).
 *
 * <p>y says whether the option is taken; at most one is, and it connects all fabric ports of the servers, at least one:
 * P &gt;= y. A fabric without end points is none.
 */
final class FabricPart {
    private record Option(NetworkSwitch item, int tiers, FatTreeRule rule) {}

    private final ProgramDraft draft;
    private final List<Server> servers;
    private final List<Option> options = new ArrayList<>();
    private final LinearExpression ports = new LinearExpression();
    /** The most ports there can be. */
    private final Rational mostPorts;

    FabricPart(ProgramDraft draft, FabricRule fabric, List<Server> servers, List<NetworkSwitch> switches) {
        this.draft = draft;
        this.servers = servers;
        for (Server server : servers) {
            ports.add(VariableNames.count(server), server.fabricPorts());
        }
        mostPorts = draft.largest(ports);
        long most = mostPorts.ceiling().longValueExact();
        if (most > 0 && switches.isEmpty()) {
            throw ItemRules.of("problem", "")
                    .broken(
                            "switches of the catalogue",
                            "none",
                            "cannot connect the servers' ports",
                            "add a switch, or state the fabric as {sized: false}.");
        }
        for (NetworkSwitch item : switches) {
            FatTreeRule rule = fabric.treeOf(item.ports());
            for (int tiers = 1; tiers <= 3 && most > 0; tiers++) {
                if (tiers == 1 || most > rule.maximumEndpoints(1)) {
                    options.add(new Option(item, tiers, rule));
                }
            }
        }
    }

    /**
     * What an over-subscribed fabric multiplies the network requirement with at most.
     *
     * @return the largest down over up ports of any tree, 1 if no fabric is planned
     */
    static Rational largestOversubscription(DesignProblem problem) {
        Rational largest = Rational.ONE;
        if (problem.fabricOrNonBlocking().sized()) {
            for (NetworkSwitch item : problem.items().switches()) {
                largest = largest.max(
                        oversubscription(problem.fabricOrNonBlocking().treeOf(item.ports())));
            }
        }
        return largest;
    }

    private static Rational oversubscription(FatTreeRule rule) {
        return Rational.of(rule.downPorts(), rule.upPorts());
    }

    /** Names the options whose servers cannot all send at full rate, with how many times too much they would send. */
    void oversubscribed(BiConsumer<String, Rational> told) {
        for (Option option : options) {
            Rational ratio = oversubscription(option.rule());
            if (option.tiers() > 1 && ratio.compareTo(Rational.ONE) > 0) {
                told.accept(VariableNames.option(option.item(), option.tiers()), ratio);
            }
        }
    }

    List<String> optionsOf(NetworkSwitch item) {
        return options.stream()
                .filter(option -> option.item().equals(item))
                .map(option -> VariableNames.option(item, option.tiers()))
                .toList();
    }

    List<NetworkSwitch> switches() {
        return options.stream().map(Option::item).distinct().toList();
    }

    void formulate(ItemSums sums) {
        LinearExpression connected = new LinearExpression();
        LinearExpression taken = new LinearExpression();
        List<List<String>> alternatives = new ArrayList<>();
        for (Option option : options) {
            NetworkSwitch item = option.item();
            int before = draft.largest.variables().size();
            declare(option);
            LinearExpression switches = option.tiers() == 1 ? single(option) : tree(option);
            sums.networkSwitch(item, switches);
            sums.cables(item, cables(option));
            connected.add(VariableNames.endpoints(item, option.tiers()), Rational.ONE);
            taken.add(VariableNames.option(item, option.tiers()), Rational.ONE);
            List<String> all = draft.largest.variables();
            alternatives.add(all.subList(before, all.size()));
        }
        draft.largest.oneOf(alternatives);
        if (!options.isEmpty()) {
            draft.physics("fabric-connects-all-ports", ports, Relation.EQ, connected);
            draft.physics("one-fabric", taken, Relation.LE, new LinearExpression().plusConstant(BigDecimal.ONE));
        }
        servers.forEach(this::fastEnough);
    }

    private void declare(Option option) {
        NetworkSwitch item = option.item();
        int tiers = option.tiers();
        Rational most = mostPorts.min(Rational.of(option.rule().maximumEndpoints(tiers)));
        draft.integer(VariableNames.option(item, tiers), 1);
        draft.continuous(VariableNames.endpoints(item, tiers), most);
        draft.physics(
                "endpoints." + suffix(option),
                LinearExpression.of(VariableNames.endpoints(item, tiers)),
                Relation.LE,
                new LinearExpression().add(VariableNames.option(item, tiers), most));
        draft.physics(
                "in-use." + suffix(option),
                LinearExpression.of(VariableNames.endpoints(item, tiers)),
                Relation.GE,
                LinearExpression.of(VariableNames.option(item, tiers)));
    }

    private static String suffix(Option option) {
        return option.item().id() + "." + option.tiers() + "-tier";
    }

    private static LinearExpression single(Option option) {
        return LinearExpression.of(VariableNames.option(option.item(), 1));
    }

    private LinearExpression tree(Option option) {
        NetworkSwitch item = option.item();
        int tiers = option.tiers();
        FatTreeRule rule = option.rule();
        String leaf = VariableNames.leaf(item, tiers);
        Rational endpoints = draft.upperBound(VariableNames.endpoints(item, tiers));
        long leaves = endpoints
                .dividedBy(Rational.of(rule.downPorts()))
                .ceiling()
                .min(Rational.of(rule.maximumLeaves(tiers)).ceiling())
                .longValueExact();
        draft.integer(leaf, leaves);
        draft.physics(
                "leaf-ports." + suffix(option),
                new LinearExpression().add(leaf, rule.downPorts()),
                Relation.GE,
                LinearExpression.of(VariableNames.endpoints(item, tiers)));
        draft.physics(
                "leaf-switches." + suffix(option),
                LinearExpression.of(leaf),
                Relation.LE,
                new LinearExpression().add(VariableNames.option(item, tiers), leaves));
        LinearExpression uplinks = new LinearExpression().add(leaf, rule.upPorts());
        return tiers == 2 ? twoTiers(option, leaf, uplinks) : threeTiers(option, leaf, leaves, uplinks);
    }

    private LinearExpression twoTiers(Option option, String leaf, LinearExpression uplinks) {
        NetworkSwitch item = option.item();
        LinearExpression switches = LinearExpression.of(leaf);
        LinearExpression spines = new LinearExpression();
        String fewer = VariableNames.option(item, 2);
        int before = 0;
        for (int count : option.rule().upPortDivisors()) {
            if (before == 0) {
                spines.add(fewer, count);
            } else {
                String atLeast = VariableNames.spinesAtLeast(item, count);
                draft.integer(atLeast, 1);
                draft.physics(
                        "spines." + count + "." + item.id(),
                        LinearExpression.of(atLeast),
                        Relation.LE,
                        LinearExpression.of(fewer));
                spines.add(atLeast, (long) count - before);
                fewer = atLeast;
            }
            before = count;
        }
        draft.physics(
                "spine-ports." + suffix(option),
                new LinearExpression().add(spines, Rational.of(item.ports())),
                Relation.GE,
                uplinks);
        return switches.add(spines, Rational.ONE);
    }

    private LinearExpression threeTiers(Option option, String leaf, long leaves, LinearExpression uplinks) {
        NetworkSwitch item = option.item();
        String spine = VariableNames.spine(item, 3);
        String core = VariableNames.core(item, 3);
        long most = Math.multiplyExact(leaves, option.rule().upPorts());
        draft.integer(spine, most / (item.ports() / 2) + 1);
        draft.integer(core, most / item.ports() + 1);
        draft.physics(
                "spine-ports." + suffix(option),
                new LinearExpression().add(spine, item.ports() / 2),
                Relation.GE,
                uplinks);
        draft.physics(
                "core-ports." + suffix(option), new LinearExpression().add(core, item.ports()), Relation.GE, uplinks);
        return LinearExpression.of(leaf).add(spine, Rational.ONE).add(core, Rational.ONE);
    }

    /** Each tier above the leaves carries as many cables as there are uplinks in use: ceil(P u / d). */
    private LinearExpression cables(Option option) {
        NetworkSwitch item = option.item();
        int tiers = option.tiers();
        FatTreeRule rule = option.rule();
        String endpoints = VariableNames.endpoints(item, tiers);
        if (tiers == 1) {
            return LinearExpression.of(endpoints);
        }
        if (rule.upPorts() == rule.downPorts()) {
            return new LinearExpression().add(endpoints, tiers);
        }
        String uplinks = VariableNames.uplinks(item, tiers);
        draft.integer(uplinks, draft.upperBound(endpoints).ceiling().longValueExact());
        draft.physics(
                "uplinks." + suffix(option),
                new LinearExpression().add(uplinks, rule.downPorts()),
                Relation.GE,
                new LinearExpression().add(endpoints, rule.upPorts()));
        return LinearExpression.of(endpoints).add(uplinks, tiers - 1L);
    }

    /** A server whose ports are faster than those of some switch needs one of the others. */
    private void fastEnough(Server server) {
        if (server.fabricPorts() == 0
                || options.stream().allMatch(option -> FabricSizing.connects(option.item(), server))) {
            return;
        }
        LinearExpression fast = new LinearExpression();
        for (Option option : options) {
            if (FabricSizing.connects(option.item(), server)) {
                fast.add(
                        VariableNames.option(option.item(), option.tiers()),
                        draft.upperBound(VariableNames.count(server)));
            }
        }
        draft.physics("ports." + server.id(), LinearExpression.of(VariableNames.count(server)), Relation.LE, fast);
    }
}
