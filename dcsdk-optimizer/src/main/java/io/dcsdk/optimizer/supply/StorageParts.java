package io.dcsdk.optimizer.supply;

import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.AnnualLimit;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Port;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.supply.SupplyPart.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Storages as parts of the system: a node with a reservoir, charge and discharge. */
final class StorageParts {
    private final SystemDraft draft;

    StorageParts(SystemDraft draft) {
        this.draft = draft;
    }

    void add(StorageEntry storage) {
        String name = storage.name();
        if (storage.energy().isPresent() == storage.energyHours().isPresent()) {
            throw new SupplyException(
                    "storage %s".formatted(name),
                    "must have either energy or energy_hours",
                    "use energy_hours for a battery of fixed duration.");
        }
        share("charge_efficiency", storage.chargeEfficiency(), name);
        share("discharge_efficiency", storage.dischargeEfficiency(), name);
        double depth = storage.depthOfDischarge().orElse(1.0);
        share("depth_of_discharge", depth, name);
        double ageing = storage.ageingCost().orElse(0.0);
        if (ageing < 0) {
            throw new SupplyException(
                    "ageing_cost (%s) of storage %s".formatted(ageing, name), "is negative", "leave it out.");
        }
        draft.capacity(Kind.STORAGE_POWER, name, name, storage.power(), 0);
        String energy = name;
        if (storage.energy().isPresent()) {
            energy = name + " energy";
            CapacityEntry stated = storage.energy().get();
            boolean none =
                    storage.mostHours().isPresent() && storage.power().max().orElse(1.0) == 0;
            draft.capacity(Kind.STORAGE_ENERGY, name, energy, none ? nothing(stated) : stated, 0);
        }
        ratios(storage, energy);
        double hours = storage.energyHours().orElse(1.0) * depth;
        draft.system.node(new Node(
                name,
                Profile.constant(0),
                Optional.of(SystemDraft.reservoir(energy, hours, storage.hourlyLoss(), storage.level()))));
        draft.activity(
                Kind.CHARGE,
                name,
                new Activity(
                        name + " charge",
                        List.of(new Port(storage.node(), -1), new Port(name, storage.chargeEfficiency())),
                        Limit.of(name),
                        Profile.constant(0)));
        draft.activity(
                Kind.DISCHARGE,
                name,
                new Activity(
                        name + " discharge",
                        List.of(new Port(storage.node(), 1), new Port(name, -1 / storage.dischargeEfficiency())),
                        Limit.of(name),
                        Profile.constant(ageing)));
    }

    private static CapacityEntry nothing(CapacityEntry stated) {
        return stated.within(stated.min(), Optional.of(0.0));
    }

    /** least power - energy <= 0 and energy - most power <= 0. */
    private void ratios(StorageEntry storage, String energy) {
        String name = storage.name();
        double least = storage.leastHours().orElse(0.0);
        double most = storage.mostHours().orElse(Double.POSITIVE_INFINITY);
        boolean stated = storage.leastHours().isPresent() || storage.mostHours().isPresent();
        if (stated && (storage.energyHours().isPresent() || !(least >= 0) || !(most > 0) || !(least <= most))) {
            throw new SupplyException(
                    "least_hours and most_hours (%s to %s) of storage %s".formatted(least, most, name),
                    "must be a range above 0, beside energy",
                    "use energy_hours alone for a fixed ratio.");
        }
        if (least == most) {
            throw new SupplyException(
                    "least_hours and most_hours (%s) of storage %s".formatted(least, name),
                    "are the same",
                    "use energy_hours for a fixed ratio.");
        }
        if (storage.power().max().orElse(1.0) == 0) {
            return; // nothing of it is built: a sum of two zeros that must not be above zero has no interior
        }
        if (least > 0) {
            draft.limits.add(new AnnualLimit(name + " least hours", Map.of(), weights(name, least, energy, -1), 0));
        }
        if (Double.isFinite(most)) {
            draft.limits.add(new AnnualLimit(name + " most hours", Map.of(), weights(name, -most, energy, 1), 0));
        }
    }

    private static Map<String, Double> weights(String power, double ofPower, String energy, double ofEnergy) {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put(power, ofPower);
        weights.put(energy, ofEnergy);
        return weights;
    }

    private static void share(String what, double share, String name) {
        if (!(share > 0 && share <= 1)) {
            throw new SupplyException(
                    "%s (%s) of storage %s".formatted(what, share, name),
                    "must be above 0 and at most 1",
                    "it was given in percent.");
        }
    }
}
