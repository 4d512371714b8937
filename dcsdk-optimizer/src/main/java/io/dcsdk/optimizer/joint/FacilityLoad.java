package io.dcsdk.optimizer.joint;

import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.EnergySystemBuilder;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.series.TimeSeries;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How the power of a facility follows that of its IT equipment: in each step, power of the whole facility over the mean power
 * of the IT equipment. It is the power usage effectiveness of the step times the activity of the step over its mean.
 */
public final class FacilityLoad {
    private FacilityLoad() {}

    /**
     * The profile of a year of weather.
     *
     * @param year a facility by the hour, of any size: plants scale with their design
     * @return one factor for each hour, cooling, losses and light included
     * @throws IllegalArgumentException if the IT equipment never runs
     */
    public static Profile of(FacilityYear year) {
        double mean = year.itLoad().mean();
        if (!(mean > 0)) {
            throw new IllegalArgumentException("Mean IT load (" + mean
                    + " W) of a facility's year: it is not above zero\nMaybe give the IT equipment a load.");
        }
        TimeSeries facility = year.facility();
        double[] factors = new double[facility.size()];
        for (int t = 0; t < factors.length; t++) {
            factors[t] = facility.at(t) / mean;
        }
        return Profile.of(factors);
    }

    /**
     * Power beside that of the IT equipment in the worst hour.
     *
     * @param fullLoad a year in which the IT equipment takes all that the facility was built for, in every hour
     * @return cooling, losses and light over the power of the IT equipment, rounded up to twelve decimals
     * @throws IllegalArgumentException if the load is not the same at all hours, or 0
     */
    public static Ratio peakOverhead(FacilityYear fullLoad) {
        double load = fullLoad.itLoad().max();
        if (!(load > 0) || fullLoad.itLoad().min() < load) {
            throw new IllegalArgumentException(
                    "IT load (%s to %s W) of a facility's year at full load: it is not the same in all"
                                    .formatted(fullLoad.itLoad().min(), load)
                            + " hours, above zero\nMaybe run the facility at a utilisation of 1.");
        }
        double most = fullLoad.facility().max() / load - 1;
        return Ratio.of(new BigDecimal(most).setScale(MeanOverheads.DIGITS, RoundingMode.CEILING));
    }

    /**
     * A supply that feeds a facility.
     *
     * @param supply the energy system with all other demand
     * @param node the node that feeds the facility
     * @param load of the facility, MW in each step
     * @return the system with that load at that node
     * @throws IllegalArgumentException if there is no such node, or load and system differ in their steps
     */
    public static EnergySystem on(EnergySystem supply, String node, Profile load) {
        if (supply.nodes().stream().noneMatch(each -> each.name().equals(node))) {
            throw new IllegalArgumentException(
                    "Node (%s) of a facility: is none of the energy system\nMaybe use one of %s."
                            .formatted(
                                    node,
                                    supply.nodes().stream().map(Node::name).toList()));
        }
        double[] hours = new double[supply.steps()];
        for (int t = 0; t < hours.length; t++) {
            hours[t] = supply.hours(t);
        }
        EnergySystemBuilder system = EnergySystem.builder(hours.length, Profile.of(hours));
        supply.capacities().forEach(system::capacity);
        for (Node each : supply.nodes()) {
            boolean isFed = each.name().equals(node);
            system.node(isFed ? new Node(each.name(), each.demand().plus(load), each.reservoir()) : each);
        }
        supply.activities().forEach(system::activity);
        supply.limits().forEach(system::limit);
        return system.build();
    }

    /**
     * The profile of a constant overhead.
     *
     * @param overhead power beside that of the IT equipment, over it; at least 0
     * @return the constant 1 + overhead
     * @throws IllegalArgumentException if the overhead is negative or not finite
     */
    public static Profile constant(double overhead) {
        if (!(overhead >= 0)) {
            throw new IllegalArgumentException(
                    "Overhead (" + overhead
                            + ") of a facility: it is below 0\nMaybe it was meant as a power usage effectiveness, which is 1 more.");
        }
        return Profile.constant(1 + overhead);
    }
}
