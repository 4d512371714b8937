package io.dcsdk.optimizer.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes proofs that a system has no design of prices that an interior point found: checked, and without what they can do without.
 *
 * <p>Prices of an interior point lie in the middle of all proofs, so that they rest on limits that have nothing to do with what is missing.
 * A deletion filter (J. W. Chinneck and E. W. Dravnieks, ORSA Journal on Computing 3, 1991) leaves out one annual limit and one
 * upper limit after the other: where prices below the given ones still prove it without, it was not needed. Each trial is
 * some passes over the horizon.
 */
final class ConflictProof {
    private final EnergySystem system;
    private final double[] uppers;
    /** The most of each capacity that can be of use: times a far larger tank the last digits of prices would be no proof. */
    private final double[] most;

    private final PriceCone cone;

    /** The proofs of a system. */
    ConflictProof(EnergySystem system) {
        this(system, system.capacities().stream().mapToDouble(Capacity::upper).toArray());
    }

    /** The proofs that hold for other upper limits of its capacities. */
    private ConflictProof(EnergySystem system, double[] uppers) {
        this.system = system;
        this.uppers = uppers.clone();
        double[] built = CapacityBounds.of(system, uppers);
        most = TankBounds.tightened(system, built);
        cone = new PriceCone(system, built);
    }

    /**
     * Prices that prove it: those given, or lowered to where nothing endless earns anything, without what the proof can do without.
     *
     * @return empty if they prove nothing
     */
    Optional<Prices> of(Prices given) {
        return proven(given).map(this::shortened).map(this::filtered);
    }

    private Optional<Prices> proven(Prices given) {
        Optional<Prices> asGiven = Optional.of(given).filter(this::proves);
        if (asGiven.isPresent() || cone.isEverything()) {
            return asGiven;
        }
        return cone.lowered(given, true).filter(this::proves).or(() -> cone.lowered(given, false)
                .filter(this::proves));
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

    /** Without each annual limit, and then each upper limit, that the rest proves it without. */
    private Prices filtered(Prices proof) {
        Prices kept = proof;
        for (int g = 0; g < system.limits().size(); g++) {
            if (kept.ofLimit(g) > 0) {
                double[] multipliers = kept.limitMultipliers().clone();
                multipliers[g] = 0;
                kept = proven(new Prices(system.nodes().size(), kept.prices(), multipliers))
                        .orElse(kept);
            }
        }
        ConflictProof wider = this;
        for (int c = 0; c < uppers.length; c++) {
            double slope = DualBound.withoutCosts(system, kept.prices(), kept.limitMultipliers())
                    .slopes()[c];
            if (slope < 0 && wider.uppers[c] < Double.POSITIVE_INFINITY) {
                ConflictProof endless = wider.without(c);
                Prices proofSoFar = kept;
                Optional<Prices> spared = endless.proven(kept).or(() -> endless.proven(highest(proofSoFar)));
                if (spared.isPresent()) {
                    kept = spared.get();
                    wider = endless;
                }
            }
        }
        return kept;
    }

    /** At each node the highest of its prices in all steps: what a limit cut off in time may go on without it. */
    private Prices highest(Prices prices) {
        int nodes = system.nodes().size();
        double[] highest = new double[system.steps() * nodes];
        for (int n = 0; n < nodes; n++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int t = 0; t < system.steps(); t++) {
                most = Math.max(most, prices.at(n, t));
            }
            for (int t = 0; t < system.steps(); t++) {
                highest[t * nodes + n] = most;
            }
        }
        return new Prices(nodes, highest, prices.limitMultipliers());
    }

    /** The proofs that do not rest on the upper limit of a capacity. */
    private ConflictProof without(int capacity) {
        double[] wider = uppers.clone();
        wider[capacity] = Double.POSITIVE_INFINITY;
        return new ConflictProof(system, wider);
    }
}
