package io.dcsdk.optimizer.hourly;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a design builds and runs, added up over the horizon.
 *
 * @param built the capacities, in the system's order
 * @param runs the activities, in the system's order
 * @param demand of all nodes, MWh
 * @param isYear whether the horizon is a year of 365 or 366 days, so that there are months
 */
public record SizingLedger(ImmutableList<Built> built, ImmutableList<Run> runs, double demand, boolean isYear) {
    /**
     * A capacity.
     *
     * @param name its name
     * @param amount MW or MWh
     * @param cost for the horizon
     */
    public record Built(String name, double amount, double cost) {}

    /**
     * An activity.
     *
     * @param name its name
     * @param energy MWh
     * @param cost of its operation, with its carbon price
     * @param unused what it could have brought but did not, MWh
     * @param carbon tonnes, if its factor is known
     * @param costByMonth cost of its operation in each of 12 months, January first; empty if the horizon is no year
     * @param carbonByMonth tonnes in each of 12 months; empty if the horizon is no year or the factor not known
     */
    public record Run(
            String name,
            double energy,
            double cost,
            double unused,
            OptionalDouble carbon,
            ImmutableDoubleArray costByMonth,
            ImmutableDoubleArray carbonByMonth) {}

    /**
     * Adds up a system whose first step is at an unknown time: a year begins on 1 January.
     *
     * @param system what was sized
     * @param design a design of it
     * @param emissions tonnes of one MWh in each step, by activity; what is left out has no known factor
     * @return the ledger
     */
    public static SizingLedger of(EnergySystem system, Design design, Map<String, Profile> emissions) {
        return of(system, design, emissions, Optional.empty());
    }

    /**
     * Adds up.
     *
     * @param system what was sized
     * @param design a design of it
     * @param emissions tonnes of one MWh in each step, by activity; what is left out has no known factor
     * @param start when the first step begins, in the zone whose clocks tell the months; without it a year begins on 1 January
     * @return the ledger
     * @throws IllegalArgumentException if there is a start but the steps are not equal
     */
    public static SizingLedger of(
            EnergySystem system, Design design, Map<String, Profile> emissions, Optional<ZonedDateTime> start) {
        ImmutableList.Builder<Built> built = ImmutableList.builder();
        for (int c = 0; c < system.capacities().size(); c++) {
            Capacity capacity = system.capacities().get(c);
            double amount = design.amounts().get(c);
            built.add(new Built(capacity.name(), amount, amount * capacity.annualCost()));
        }
        Calendar calendar = Calendar.of(system, start);
        ImmutableList.Builder<Run> runs = ImmutableList.builder();
        for (int j = 0; j < system.activities().size(); j++) {
            String name = system.activities().get(j).name();
            Profile factor = emissions.get(name);
            runs.add(run(system, design, j, calendar, factor == null ? Profile.constant(0) : factor, factor != null));
        }
        double demand = 0;
        for (Node node : system.nodes()) {
            for (int t = 0; t < system.steps(); t++) {
                demand += system.hours(t) * node.demand().at(t);
            }
        }
        return new SizingLedger(built.build(), runs.build(), demand, calendar.isYear());
    }

    private static Run run(
            EnergySystem system, Design design, int j, Calendar calendar, Profile factor, boolean isKnown) {
        Activity activity = system.activities().get(j);
        double energy = 0;
        double cost = 0;
        double unused = 0;
        double carbon = 0;
        double[] costs = new double[calendar.isYear() ? Calendar.MONTHS : 0];
        double[] tonnes = new double[calendar.isYear() && isKnown ? Calendar.MONTHS : 0];
        for (int t = 0; t < system.steps(); t++) {
            double moved = system.hours(t) * design.dispatch().power(j, t);
            energy += moved;
            cost += moved * activity.cost().at(t);
            carbon += moved * factor.at(t);
            unused += system.hours(t) * available(system, design, activity.limit(), t) - moved;
            if (costs.length > 0) {
                costs[calendar.month(t)] += moved * activity.cost().at(t);
            }
            if (tonnes.length > 0) {
                tonnes[calendar.month(t)] += moved * factor.at(t);
            }
        }
        return new Run(
                activity.name(),
                energy,
                cost,
                unused,
                isKnown ? OptionalDouble.of(carbon) : OptionalDouble.empty(),
                ImmutableDoubleArray.copyOf(costs),
                ImmutableDoubleArray.copyOf(tonnes));
    }

    private static double available(EnergySystem system, Design design, Limit limit, int t) {
        String capacity = limit.capacities().get(limit.periodOf(t));
        for (int c = 0; c < system.capacities().size(); c++) {
            if (system.capacities().get(c).name().equals(capacity)) {
                return limit.availability().at(t) * design.amounts().get(c);
            }
        }
        return 0;
    }

    /**
     * Carbon of all activities whose factor is known.
     *
     * @return tonnes; empty if none is known
     */
    public OptionalDouble carbon() {
        return runs.stream().anyMatch(run -> run.carbon().isPresent())
                ? OptionalDouble.of(
                        runs.stream().mapToDouble(run -> run.carbon().orElse(0)).sum())
                : OptionalDouble.empty();
    }
}
