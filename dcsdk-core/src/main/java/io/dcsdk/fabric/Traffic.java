package io.dcsdk.fabric;

import com.google.common.collect.ImmutableList;
import io.dcsdk.quantity.DataRate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Who sends how much to whom: a traffic matrix. */
public sealed interface Traffic {
    /**
     * Every end point sends the same to every other one.
     *
     * @param perEndpoint what each of the n end points sends in all, 1/(n − 1) of it to each other; not negative
     */
    record AllToAll(DataRate perEndpoint) implements Traffic {
        /** Checks the rate. */
        public AllToAll {
            if (perEndpoint.isNegative()) {
                throw new FabricException(
                        "rate", perEndpoint, "all-to-all traffic", "is negative", "the rate of one cable is meant.");
            }
        }
    }

    /**
     * Any flows; several may join the same pair.
     *
     * @param flows the flows
     */
    record Flows(List<Flow> flows) implements Traffic {
        /** Keeps a copy. */
        public Flows {
            flows = ImmutableList.copyOf(flows);
        }
    }

    /**
     * Uniform all-to-all traffic.
     *
     * @param perEndpoint what each end point sends in all
     * @return the traffic
     * @throws FabricException if the rate is negative
     */
    static Traffic allToAll(DataRate perEndpoint) {
        return new AllToAll(perEndpoint);
    }

    /**
     * End point i sends to end point {@code destinations.get(i)}, and nothing to itself.
     *
     * @param destinations a permutation of 0 to n − 1
     * @param perEndpoint what each sends
     * @return the traffic
     * @throws FabricException if it is no permutation or the rate is negative
     */
    static Traffic permutation(List<Integer> destinations, DataRate perEndpoint) {
        Set<Integer> seen = new HashSet<>();
        for (int destination : destinations) {
            if (destination < 0 || destination >= destinations.size() || !seen.add(destination)) {
                throw new FabricException(
                        "destination",
                        destination,
                        "permutation of " + destinations.size() + " end points",
                        "is out of range or occurs twice",
                        "use Traffic.Flows for any other matrix.");
            }
        }
        return new Flows(IntStream.range(0, destinations.size())
                .filter(source -> destinations.get(source) != source)
                .mapToObj(source -> new Flow(new Endpoint(source), new Endpoint(destinations.get(source)), perEndpoint))
                .toList());
    }

    /**
     * End point i sends to end point i + by, modulo their number: the neighbours of a ring with 1, the worst case of many
     * fabrics with half of them.
     *
     * @param endpoints their number, at least 1
     * @param by the shift, 0 or more
     * @param perEndpoint what each sends
     * @return the traffic
     * @throws FabricException if a number is out of range
     */
    static Traffic shift(int endpoints, int by, DataRate perEndpoint) {
        if (endpoints < 1 || by < 0) {
            throw new FabricException(
                    "shift",
                    by,
                    endpoints + " end points",
                    "has no place to go",
                    "count end points from 1 and shifts from 0.");
        }
        return permutation(
                IntStream.range(0, endpoints)
                        .mapToObj(source -> (int) (((long) source + by) % endpoints))
                        .toList(),
                perEndpoint);
    }

    /**
     * One flow.
     *
     * @param source who sends
     * @param destination who receives
     * @param rate how much
     * @return the traffic
     * @throws FabricException if it leads to its source or the rate is negative
     */
    static Traffic single(Endpoint source, Endpoint destination, DataRate rate) {
        return new Flows(List.of(new Flow(source, destination, rate)));
    }
}
