package io.dcsdk.optimizer.supply;

import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.supply.SupplyPart.Kind;
import java.util.Map;

/**
 * What a design emits and how much of its load is met without carbon.
 *
 * @param load MWh of all demand
 * @param carbonByLocation t, with the factors of the place
 * @param carbonByMarket t, with the factors of the contracts
 * @param hourlyCarbonFree 1 less the energy that is not free of carbon over the load, not below 0: at least the share of the load
 *     that is met by carbon-free energy in the same hour, storage included, and just that where nothing of the rest is stored or
 *     sold
 * @param annualCarbonFree carbon-free energy over the load, used, stored, lost or sold; never below the hourly share
 * @param sold MWh that the grid bought back
 */
public record SupplyTotals(
        double load,
        double carbonByLocation,
        double carbonByMarket,
        double hourlyCarbonFree,
        double annualCarbonFree,
        double sold) {
    /**
     * Adds up a design.
     *
     * @param supply what was sized
     * @param design a design of its system
     * @return the totals
     */
    public static SupplyTotals of(SupplySystem supply, Design design) {
        return of(supply, design, Profile.constant(0));
    }

    /**
     * Adds up a design that met a further load.
     *
     * @param supply what was sized
     * @param design a design of its system with the load
     * @param further MW in each step, beside the demand of the document
     * @return the totals
     */
    public static SupplyTotals of(SupplySystem supply, Design design, Profile further) {
        double free = 0;
        double carrying = 0;
        EnergySystem system = supply.system();
        for (Map.Entry<String, Profile> source : supply.carbonFree().entrySet()) {
            double energy = sum(system, design, source.getKey(), Profile.constant(1));
            double own = sum(system, design, source.getKey(), source.getValue());
            free += own;
            carrying += energy - own;
        }
        double sold = 0;
        for (Map.Entry<String, SupplyPart> activity : supply.activities().entrySet()) {
            if (activity.getValue().kind() == Kind.SALE) {
                sold += sum(system, design, activity.getKey(), Profile.constant(1));
            }
        }
        double load = supply.load();
        for (int t = 0; t < system.steps(); t++) {
            load += system.hours(t) * further.at(t);
        }
        return new SupplyTotals(
                load,
                emitted(supply, design, CarbonBasis.LOCATION),
                emitted(supply, design, CarbonBasis.MARKET),
                load > 0 ? Math.max(0, 1 - carrying / load) : 1,
                load > 0 ? free / load : 1,
                sold);
    }

    private static double emitted(SupplySystem supply, Design design, CarbonBasis basis) {
        double tonnes = 0;
        for (Map.Entry<String, Profile> source : supply.emissions(basis).entrySet()) {
            tonnes += sum(supply.system(), design, source.getKey(), source.getValue());
        }
        return tonnes;
    }

    /** Σ hours power factor of an activity. */
    private static double sum(EnergySystem system, Design design, String activity, Profile factor) {
        double sum = 0;
        for (int j = 0; j < system.activities().size(); j++) {
            if (system.activities().get(j).name().equals(activity)) {
                for (int t = 0; t < system.steps(); t++) {
                    sum += system.hours(t) * design.dispatch().power(j, t) * factor.at(t);
                }
            }
        }
        return sum;
    }
}
