package io.dcsdk.optimizer.sizing;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Why a system has no design, read from the prices that prove it: what is demanded or fed in where and when, against which limits. Where
 * no limit is named, nothing can bring or take the energy then, however much is built.
 *
 * @param needs demands that take part, in the order of the nodes
 * @param surpluses demands below zero that take part: what is fed in there and nothing takes
 * @param shares annual limits that demand something, and take part
 * @param levels nodes whose given level at the ends takes part
 * @param limits names of the capacities whose upper limits take part, then of the annual limits that do
 */
public record ConflictReasons(
        ImmutableList<Need> needs,
        ImmutableList<Need> surpluses,
        ImmutableList<Share> shares,
        ImmutableList<String> levels,
        ImmutableList<String> limits) {
    /** An interior point's multipliers are never zero: what is below this share of the sum is none. */
    private static final double NOTHING = 1e-6;

    /**
     * What is demanded at a node, or fed in there.
     *
     * @param node its name
     * @param first the first step that takes part, from 0
     * @param last the last one
     * @param steps how many of them take part
     */
    public record Need(String node, int first, int last, int steps) {}

    /**
     * An annual limit that says how much must be, such as a carbon-free share of the load.
     *
     * @param limit its name
     * @param required the least sum of what counts for it, in MWh where it counts energy
     * @param nodes those of whose demand it is a share, in the order of the nodes; none where it is no share
     */
    public record Share(String limit, double required, ImmutableList<String> nodes) {}

    /**
     * Reads a proof.
     *
     * @param system the system without design
     * @param prices those of {@link Sizing#conflict()}
     * @return the reasons
     */
    public static ConflictReasons of(EnergySystem system, Prices prices) {
        double all = 0;
        for (int n = 0; n < system.nodes().size(); n++) {
            for (int t = 0; t < system.steps(); t++) {
                all += Math.max(0, worth(system, prices, n, t));
            }
            all += Math.max(0, levelWorth(system, prices, n));
        }
        for (int g = 0; g < system.limits().size(); g++) {
            all += Math.max(0, shareWorth(system, prices, g));
        }
        double nothing = NOTHING * all;
        ImmutableList.Builder<Need> needs = ImmutableList.builder();
        ImmutableList.Builder<Need> surpluses = ImmutableList.builder();
        ImmutableList.Builder<Share> shares = ImmutableList.builder();
        ImmutableList.Builder<String> levels = ImmutableList.builder();
        for (int n = 0; n < system.nodes().size(); n++) {
            need(system, prices, n, 1, nothing).ifPresent(needs::add);
            need(system, prices, n, -1, nothing).ifPresent(surpluses::add);
            if (levelWorth(system, prices, n) > nothing) {
                levels.add(system.nodes().get(n).name());
            }
        }
        for (int g = 0; g < system.limits().size(); g++) {
            if (shareWorth(system, prices, g) > nothing) {
                shares.add(share(system, system.limits().get(g)));
            }
        }
        return new ConflictReasons(
                needs.build(),
                surpluses.build(),
                shares.build(),
                levels.build(),
                ImmutableList.copyOf(limits(system, prices)));
    }

    /** What takes part of a node's demand (1), or of what is fed in there (-1). */
    private static Optional<Need> need(EnergySystem system, Prices prices, int n, int sign, double nothing) {
        Node node = system.nodes().get(n);
        int first = -1;
        int last = -1;
        int count = 0;
        for (int t = 0; t < system.steps(); t++) {
            if (sign * node.demand().at(t) > 0 && worth(system, prices, n, t) > nothing) {
                first = first < 0 ? t : first;
                last = t;
                count++;
            }
        }
        return count > 0 ? Optional.of(new Need(node.name(), first, last, count)) : Optional.empty();
    }

    private static Share share(EnergySystem system, AnnualLimit limit) {
        return new Share(
                limit.name(),
                -system.most(limit),
                system.nodes().stream()
                        .filter(node -> limit.shares().getOrDefault(node.name(), 0.0) != 0 && system.energy(node) > 0)
                        .map(Node::name)
                        .collect(ImmutableList.toImmutableList()));
    }

    /** What an annual limit adds to the proof by what it demands. */
    private static double shareWorth(EnergySystem system, Prices prices, int limit) {
        return -prices.ofLimit(limit) * system.most(system.limits().get(limit));
    }

    private static double worth(EnergySystem system, Prices prices, int n, int t) {
        return system.hours(t)
                * prices.at(n, t)
                * system.nodes().get(n).demand().at(t);
    }

    /** What a level that is given at both ends adds to the proof: it must be there again after the horizon. */
    private static double levelWorth(EnergySystem system, Prices prices, int n) {
        Node node = system.nodes().get(n);
        if (node.reservoir().isEmpty() || node.reservoir().get().level().isEmpty()) {
            return 0;
        }
        Reservoir reservoir = node.reservoir().get();
        double lost = prices.at(n, system.steps() - 1) - system.retention(reservoir, 0) * prices.at(n, 0);
        return reservoir.level().orElse(0) * lost;
    }

    /** The upper limits and annual limits that take part. */
    static List<String> limits(EnergySystem system, Prices prices) {
        double[] slopes = DualBound.withoutCosts(system, prices.prices(), prices.limitMultipliers())
                .slopes();
        double[] most = TankBounds.tightened(system, CapacityBounds.of(system));
        double[] worth = new double[slopes.length + system.limits().size()];
        for (int c = 0; c < slopes.length; c++) {
            worth[c] = slopes[c] < 0 ? -slopes[c] * Math.max(1, most[c]) : 0;
        }
        for (int g = 0; g < system.limits().size(); g++) {
            worth[slopes.length + g] = prices.ofLimit(g)
                    * Math.max(1, Math.abs(system.most(system.limits().get(g))));
        }
        double all = Arrays.stream(worth).sum();
        ImmutableList.Builder<String> names = ImmutableList.builder();
        for (int k = 0; k < worth.length; k++) {
            if (worth[k] > NOTHING * all) {
                names.add(
                        k < slopes.length
                                ? system.capacities().get(k).name()
                                : system.limits().get(k - slopes.length).name());
            }
        }
        return names.build();
    }
}
