package io.dcsdk.optimizer.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes proofs that a system has no design of prices that an interior point found: checked, and as short as is easily had. */
final class ConflictProof {
    private final EnergySystem system;
    /** The most of each capacity that can be of use: times a far larger tank the last digits of prices would be no proof. */
    private final double[] most;

    private final PriceCone cone;

    /**
     * The proofs of a system.
     *
     * @param most of each capacity, infinite where it may be built without end
     */
    ConflictProof(EnergySystem system, double[] most) {
        this.system = system;
        this.most = TankBounds.tightened(system, most);
        cone = new PriceCone(system, most);
    }

    /**
     * Prices that prove it: those given, or lowered to where nothing endless earns anything, without what the proof can do without.
     *
     * @return empty if they prove nothing
     */
    Optional<Prices> of(Prices given) {
        return proven(given).map(this::shortened);
    }

    private Optional<Prices> proven(Prices given) {
        Optional<Prices> asGiven = Optional.of(given).filter(this::proves);
        return asGiven.isPresent() || cone.isEverything()
                ? asGiven
                : cone.lowered(given).filter(this::proves);
    }

    private boolean proves(Prices prices) {
        return DualBound.withoutCosts(system, prices.prices(), prices.limitMultipliers())
                        .least(most)
                > 0;
    }

    /** An annual limit may be broken by itself, and a demand unmet without it: the shorter proof names less. */
    private Prices shortened(Prices proof) {
        Prices shortest = proof;
        for (Prices candidate : candidates(proof)) {
            Optional<Prices> shorter = proven(candidate);
            if (shorter.isPresent()) {
                shortest = shorter.get();
                break;
            }
        }
        return shortest;
    }

    private List<Prices> candidates(Prices proof) {
        int nodes = system.nodes().size();
        int limits = system.limits().size();
        List<Prices> candidates = new ArrayList<>();
        if (limits > 0) {
            candidates.add(new Prices(nodes, proof.prices(), new double[limits]));
            double[] none = new double[system.steps() * nodes];
            for (int g = 0; g < limits; g++) {
                double[] one = new double[limits];
                one[g] = proof.ofLimit(g);
                candidates.add(new Prices(nodes, none, one));
            }
            for (int g = 0; g < limits && limits > 1; g++) {
                double[] one = new double[limits];
                one[g] = proof.ofLimit(g);
                candidates.add(new Prices(nodes, proof.prices(), one));
            }
        }
        return candidates;
    }
}
