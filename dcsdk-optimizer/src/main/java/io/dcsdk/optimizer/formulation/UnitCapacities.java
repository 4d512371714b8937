package io.dcsdk.optimizer.formulation;

import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.ItemCapacities;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Quantity;
import io.dcsdk.storage.Durability;
import io.dcsdk.storage.StorageUnit;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What one unit of an item gives, in the units of the algebra: TFLOP/s, GB, GB/s. Each is worked out once, for the formulations of
 * many years ask for it often. Zero of an item that gives nothing of what the problem asks for. Not safe for use by several threads.
 */
public final class UnitCapacities {
    private final ItemCapacities capacities;
    private final Map<String, Function<Server, Rational>> ofServers = new HashMap<>();
    private final Map<String, Function<StorageUnit, Rational>> ofStorage = new HashMap<>();

    /**
     * The capacities that count in a problem.
     *
     * @param problem its precision, accelerators and protocols count
     */
    public UnitCapacities(DesignProblem problem) {
        this.capacities = ItemCapacities.of(problem);
        server("compute", capacities::compute, 12);
        server("accelerators", capacities::accelerators, 0);
        server("accelerator-memory", capacities::memory, 9);
        server("memory-bandwidth", capacities::memoryBandwidth, 9);
        server("network", Server::fabricBandwidth, 9);
        ofStorage.put("storage", remembered(this::usable));
        storage("storage-read", capacities::read, 9);
        storage("storage-write", capacities::write, 9);
        storage("storage-metadata", capacities::metadata, 0);
    }

    private <Q extends Quantity<Q>> void server(String requirement, Function<Server, Q> of, int exponent) {
        ofServers.put(
                requirement,
                remembered(server -> Rational.of(of.apply(server).base().movePointLeft(exponent))));
    }

    private <Q extends Quantity<Q>> void storage(String requirement, Function<StorageUnit, Q> of, int exponent) {
        ofStorage.put(
                requirement,
                remembered(unit -> Rational.of(of.apply(unit).base().movePointLeft(exponent))));
    }

    /** Usable GB without rounding: 11 units of 100 TB under an 8+3 code hold 800 TB, not a byte less. */
    private Rational usable(StorageUnit unit) {
        if (capacities.storage(unit).isZero()) {
            return Rational.ZERO;
        }
        Durability durability = unit.durability();
        return Rational.of(unit.rawCapacity().base().movePointLeft(9))
                .times(Rational.of(durability.data(), (long) durability.data() + durability.redundant()));
    }

    private static <I> Function<I, Rational> remembered(Function<I, Rational> of) {
        IdentityHashMap<I, Rational> known = new IdentityHashMap<>();
        return item -> known.computeIfAbsent(item, of);
    }

    /**
     * What servers give to a requirement.
     *
     * @param requirement such as {@code compute} (TFLOP/s), {@code accelerators}, {@code accelerator-memory} (GB), {@code
     *     memory-bandwidth} or {@code network} (GB/s)
     * @return the capacity of one unit, exact; the same function each time
     * @throws IllegalStateException if no server gives any of it
     */
    public Function<Server, Rational> ofServers(String requirement) {
        return known(ofServers, requirement);
    }

    /**
     * What storage units give to a requirement.
     *
     * @param requirement such as {@code storage} (usable GB), {@code storage-read}, {@code storage-write} (GB/s) or {@code
     *     storage-metadata} (operations/s)
     * @return the capacity of one unit, exact; the same function each time
     * @throws IllegalStateException if no storage unit gives any of it
     */
    public Function<StorageUnit, Rational> ofStorage(String requirement) {
        return known(ofStorage, requirement);
    }

    private static <F> F known(Map<String, F> functions, String requirement) {
        F function = functions.get(requirement);
        if (function == null) {
            throw new IllegalStateException("no unit gives %s".formatted(requirement));
        }
        return function;
    }
}
