package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.dcsdk.optimizer.sizing.AnnualLimit;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.supply.SupplyDocument.Carbon;
import io.dcsdk.optimizer.supply.SupplyDocument.CarbonFree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Limits of the whole document, each linear in the powers P of what brings energy, with load L and carbon-free shares f:
 *
 * <pre>
 *   carbon cap               Σ hours factor P &lt;= cap
 *   hourly share s (24/7)    Σ hours (1 - f) P &lt;= (1 - s) L
 *   annual share s           Σ hours f P &gt;= s L
 * </pre>
 *
 * In an hour, load less what carries carbon is met by what does not, so the second row holds the sum of {@code min(load,
 * carbon-free power, storage included)} to at least s L; energy that carries carbon and is lost in storage or sold counts as if
 * the load had used it. Since all that is brought is at least the load, the second row implies the third of the same share: 24/7 is never
 * cheaper than annual matching. L is what is demanded at the nodes of the system, so that a load that is added there later counts too.
 */
final class DocumentLimits {
    private final SystemDraft draft;
    private final ImmutableSet<String> loaded;

    /**
     * The limits of a document.
     *
     * @param loaded the nodes whose demand is load
     */
    DocumentLimits(SystemDraft draft, ImmutableSet<String> loaded) {
        this.draft = draft;
        this.loaded = loaded;
    }

    /** Adds them, those of single entries last: a cap of zero and a share of one are in the availabilities already. */
    void add() {
        Optional<Double> cap = draft.document.carbon().flatMap(Carbon::cap);
        Map<String, Profile> emitted = draft.emissions(draft.basis());
        if (cap.isPresent() && cap.get() != 0 && !emitted.isEmpty()) {
            draft.system.limit(new AnnualLimit(SupplySystem.CARBON_CAP, emitted, cap.get()));
        }
        draft.document.carbonFree().ifPresent(shares -> requireLosses());
        draft.document.carbonFree().flatMap(CarbonFree::hourly).ifPresent(this::hourly);
        draft.document.carbonFree().flatMap(CarbonFree::annual).ifPresent(this::annual);
        draft.limits.forEach(draft.system::limit);
    }

    /** The rows compare what is brought with the load, which is only right where nothing gains on the way. */
    private void requireLosses() {
        for (SupplyDocument.Link link : draft.document.links()) {
            if (link.efficiency() > 1) {
                throw new SupplyException(
                        "carbon_free of %s".formatted(draft.document.name()),
                        "does not go with a link that gives more than it takes (%s, efficiency %s)"
                                .formatted(link.name(), link.efficiency()),
                        "state the load as electricity instead of heat.");
            }
        }
    }

    private void hourly(double share) {
        require(share >= 0 && share <= 1, "hourly", share, "be from 0 to 1");
        Map<String, Profile> carrying = new LinkedHashMap<>();
        draft.carbonFree.forEach((activity, free) -> {
            if (free.minimum() < 1) {
                carrying.put(activity, free.times(-1).plus(Profile.constant(1)));
            }
        });
        if (!carrying.isEmpty() && share > 0 && share < 1) {
            limit(SupplySystem.HOURLY_CARBON_FREE, carrying, 1 - share);
        }
    }

    private void annual(double share) {
        require(share >= 0 && Double.isFinite(share), "annual", share, "not be negative");
        Map<String, Profile> free = new LinkedHashMap<>();
        draft.carbonFree.forEach((activity, part) -> {
            if (part.maximum() > 0) {
                free.put(activity, part.times(-1));
            }
        });
        if (share > 0) {
            require(!free.isEmpty(), "annual", share, "have a source that is free of carbon");
            limit(SupplySystem.ANNUAL_CARBON_FREE, free, -share);
        }
    }

    /** A limit of a share of the load. */
    private void limit(String name, Map<String, Profile> counts, double share) {
        draft.system.limit(new AnnualLimit(name, counts, Map.of(), 0, Maps.toMap(loaded, node -> share)));
    }

    private void require(boolean right, String which, double share, String rule) {
        if (!right) {
            throw new SupplyException(
                    "%s (%s) of carbon_free of %s".formatted(which, share, draft.document.name()),
                    "must " + rule,
                    "set carbon_free: 1 of solar and wind, and the grid's share as a series.");
        }
    }
}
