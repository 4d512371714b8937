package io.dcsdk.optimizer.supply;

import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Port;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Reservoir;
import io.dcsdk.optimizer.supply.GeneratorEntry.Tank;
import io.dcsdk.optimizer.supply.SupplyPart.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Generators, agreements and flexible load as parts of the system. */
final class ContractParts {
    private final SystemDraft draft;

    ContractParts(SystemDraft draft) {
        this.draft = draft;
    }

    void generator(GeneratorEntry generator) {
        String name = generator.name();
        double efficiency = generator.efficiency();
        if (!(efficiency > 0 && efficiency <= 1)) {
            throw new SupplyException(
                    "efficiency (%s) of generator %s".formatted(efficiency, name),
                    "must be above 0 and at most 1",
                    "it was given in percent.");
        }
        Profile fuelPrice = draft.series.of(generator.fuelPrice(), name);
        Profile cost = Profile.constant(generator.variableCost().orElse(0.0));
        if (generator.fuelCarbon().isPresent()) {
            Profile carbon = draft.series.of(generator.fuelCarbon().get(), name).times(1 / efficiency);
            cost = cost.plus(draft.emit(name, carbon, carbon));
        }
        draft.free(name, Profile.constant(0));
        draft.capacity(Kind.GENERATOR, name, name, generator.capacity(), 0);
        Profile availability = draft.value(generator.availability(), SupplyValue.ONE, name);
        Limit limit = Limit.of(name, SystemDraft.product(availability, draft.allowed(name)));
        List<Port> ports = List.of(new Port(generator.node(), 1));
        if (generator.tank().isPresent()) {
            String fuel = tank(name, generator.tank().get(), fuelPrice);
            ports = List.of(new Port(fuel, -1 / efficiency), new Port(generator.node(), 1));
        } else {
            cost = cost.plus(fuelPrice.times(1 / efficiency));
        }
        draft.activity(Kind.GENERATOR, name, new Activity(name, ports, limit, cost));
        draft.mostHours(name, name, generator.mostHours());
    }

    /** A node with a reservoir of fuel and what is delivered to it. */
    private String tank(String generator, Tank tank, Profile price) {
        String fuel = generator + " fuel";
        String delivery = generator + " delivery";
        Profile delivered = draft.series.of(tank.delivery(), delivery);
        draft.capacity(Kind.TANK, generator, generator + " tank", tank.energy(), 0);
        draft.system.node(new Node(
                fuel,
                Profile.constant(0),
                Optional.of(SystemDraft.reservoir(generator + " tank", 1, Optional.empty(), tank.level()))));
        double most = delivered.maximum();
        if (!(most > 0) || delivered.minimum() < 0) {
            throw new SupplyException(
                    "delivery (%s to %s MW) of the tank of generator %s"
                            .formatted(delivered.minimum(), most, generator),
                    "must be at least 0 and above it at times: the level is the same at both ends",
                    "give the fuel that one delivery brings, over the hours of its step.");
        }
        draft.capacity(Kind.DELIVERY, generator, Capacity.given(delivery, most));
        Limit limit = Limit.of(delivery, delivered.times(1 / most));
        draft.activity(Kind.DELIVERY, generator, new Activity(delivery, List.of(new Port(fuel, 1)), limit, price));
        return fuel;
    }

    void agreement(AgreementEntry agreement) {
        String name = agreement.name();
        Profile profile = draft.value(agreement.profile(), SupplyValue.ONE, name);
        Profile strike = draft.series.of(agreement.strike(), name);
        double paid = 0;
        for (int t = 0; t < draft.document.steps(); t++) {
            paid += draft.document.hours() * strike.at(t) * profile.at(t);
        }
        if (paid < 0) {
            throw new SupplyException(
                    "strike of agreement %s".formatted(name),
                    "pays the buyer %s for one MW over the horizon".formatted(-paid),
                    "a negative price was read from the wrong column.");
        }
        requireCarbon(agreement);
        Profile cost = Profile.constant(0);
        if (countsCarbon()) {
            Profile byLocation = draft.value(agreement.carbon(), SupplyValue.ZERO, name);
            Profile byMarket = draft.value(agreement.carbonMarket(), SupplyValue.ZERO, name);
            cost = draft.emit(name, byLocation, byMarket);
        }
        draft.free(name, draft.value(agreement.carbonFree(), SupplyValue.ONE, name));
        draft.capacity(Kind.AGREEMENT, name, name, agreement.capacity(), paid);
        Limit limit = Limit.of(name, SystemDraft.product(profile, draft.allowed(name)));
        draft.activity(Kind.AGREEMENT, name, new Activity(name, List.of(new Port(agreement.node(), 1)), limit, cost));
    }

    /** By location a contract changes nothing: only what does not come out of the grid carries none of its carbon. */
    private void requireCarbon(AgreementEntry agreement) {
        String owner = "carbon of agreement %s".formatted(agreement.name());
        boolean isBehind = agreement.behindTheMeter().orElse(false);
        if (isBehind && agreement.carbon().isPresent()) {
            throw new SupplyException(owner, "does not go with behind_the_meter", "leave it out, or behind_the_meter.");
        }
        if (!isBehind && agreement.carbon().isEmpty() && countsCarbon()) {
            throw new SupplyException(
                    owner,
                    "is not stated: by location its energy counts as that of the grid it is taken from",
                    "state the grid's factor, or behind_the_meter: true for a line of its own.");
        }
    }

    /** Whether the document has a factor, a price or a cap of carbon. */
    private boolean countsCarbon() {
        SupplyDocument document = draft.document;
        return document.carbon().isPresent()
                || document.sources().stream()
                        .anyMatch(source -> source.carbon().isPresent())
                || document.generators().stream()
                        .anyMatch(generator -> generator.fuelCarbon().isPresent())
                || document.agreements().stream()
                        .anyMatch(agreement -> agreement.carbon().isPresent()
                                || agreement.carbonMarket().isPresent()
                                || agreement.behindTheMeter().orElse(false));
    }

    /** A node that demands what is due, and a reservoir of what was done before. */
    void flexible(FlexibleEntry load) {
        String name = load.name();
        int steps = draft.document.steps();
        double hours = draft.document.hours();
        double window = load.windowHours() / hours;
        if (!(window >= 0 && window < steps) || window != Math.rint(window)) {
            throw new SupplyException(
                    "window_hours (%s) of flexible load %s".formatted(load.windowHours(), name),
                    "must be a multiple of a step (%s h), from 0 to below the horizon".formatted(hours),
                    "use 0 for load that cannot wait.");
        }
        Profile arriving = draft.series.of(load.power(), name);
        if (arriving.minimum() < 0) {
            throw new SupplyException(
                    "power (%s MW) of flexible load %s".formatted(arriving.minimum(), name),
                    "is negative",
                    "the series was read from the wrong column.");
        }
        int wait = (int) window;
        double[] due = new double[steps];
        double[] waiting = new double[steps];
        double most = 0;
        for (int t = 0; t < steps; t++) {
            due[t] = arriving.at(Math.floorMod(t - wait, steps));
            for (int k = 0; k < wait; k++) {
                waiting[t] += hours * arriving.at(Math.floorMod(t - k, steps));
            }
            most = Math.max(most, waiting[t]);
        }
        String room = name + " waiting";
        draft.capacity(Kind.WAITING, name, Capacity.given(room, most));
        Profile share = most > 0 ? Profile.of(waiting).times(1 / most) : Profile.constant(1);
        Reservoir ahead = new Reservoir(room, 1, 0, OptionalDouble.empty(), share);
        draft.system.node(new Node(name, Profile.of(due), Optional.of(ahead)));
        draft.capacity(Kind.FLEXIBLE, name, Capacity.given(name, load.max()));
        draft.activity(
                Kind.FLEXIBLE,
                name,
                new Activity(
                        name,
                        List.of(new Port(load.node(), -1), new Port(name, 1)),
                        Limit.of(name),
                        Profile.constant(0)));
    }
}
