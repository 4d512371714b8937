package io.dcsdk.placement;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.security.ResidencyRule;
import io.dcsdk.workload.Demand;
import java.util.List;
import java.util.Optional;

/** The rules that hold between the parts of a placement problem. */
final class PlacementRules {
    private static final int MOST_LOCATIONS = 1000;
    private static final int MOST_WORKLOADS = 1000;

    private final ItemRules rules;

    private PlacementRules(ItemRules rules) {
        this.rules = rules;
    }

    static void check(
            ItemRules rules,
            List<PlaceableWorkload> workloads,
            List<Location> locations,
            List<UserPopulation> populations,
            List<ResidencyRule> residency,
            Optional<Catalog> catalog) {
        PlacementRules check = new PlacementRules(rules);
        check.size("workloads", workloads, MOST_WORKLOADS);
        check.size("locations", locations, MOST_LOCATIONS);
        check.names(workloads, locations, populations, residency);
        check.populations(locations, populations);
        List<String> groups = populations.stream().map(UserPopulation::id).toList();
        List<String> classes = residency.stream().map(ResidencyRule::data).toList();
        workloads.forEach(workload -> check.references(workload, groups, classes));
        catalog.ifPresent(items -> locations.forEach(location -> check.cooling(location, items)));
        // Precisions that differ are refused here, not when two workloads happen to meet.
        Demand.of(workloads.stream().map(PlaceableWorkload::workload).toList());
    }

    private void size(String subject, List<?> list, int most) {
        if (list.isEmpty()) {
            throw rules.broken(subject, "none", "names nothing", "add one.");
        }
        if (list.size() > most) {
            throw rules.broken(subject, list.size(), "is above " + most, "split the problem.");
        }
    }

    private void names(
            List<PlaceableWorkload> workloads,
            List<Location> locations,
            List<UserPopulation> populations,
            List<ResidencyRule> residency) {
        rules.distinct(
                "workloads", workloads.stream().map(PlaceableWorkload::name).toList());
        rules.distinct("locations", locations.stream().map(Location::id).toList());
        rules.distinct(
                "populations", populations.stream().map(UserPopulation::id).toList());
        rules.distinct("residency", residency.stream().map(ResidencyRule::data).toList());
    }

    private void populations(List<Location> locations, List<UserPopulation> populations) {
        List<String> places = locations.stream().map(Location::id).toList();
        for (UserPopulation population : populations) {
            ItemRules own = ItemRules.of("population", population.id());
            for (String place : places) {
                if (!population.roundTrip().containsKey(place)) {
                    throw own.broken("roundTrip", place, "is missing", "add the round trip to that location.");
                }
            }
            for (String place : population.roundTrip().keySet()) {
                if (!places.contains(place)) {
                    throw own.broken("roundTrip", place, "is no location of the problem", "check the spelling.");
                }
            }
        }
    }

    private void references(PlaceableWorkload workload, List<String> groups, List<String> classes) {
        ItemRules own = ItemRules.of("workload", workload.name());
        for (String user : workload.users()) {
            if (!groups.contains(user)) {
                throw own.broken("users", user, "is no population of the problem", "use one of " + groups + ".");
            }
        }
        for (String name : workload.data()) {
            if (!classes.contains(name)) {
                throw own.broken(
                        "data", name, "has no rule of residency", "add a rule, or use one of " + classes + ".");
            }
        }
    }

    private void cooling(Location location, Catalog items) {
        List<String> systems = items.cooling().stream().map(CoolingSystem::id).toList();
        for (String id : location.cooling()) {
            if (!systems.contains(id)) {
                throw ItemRules.of("location", location.id())
                        .broken("cooling", id, "is not in the catalogue", "use one of " + systems + ".");
            }
        }
    }
}
