package io.dcsdk.optimizer.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/** Small energy systems with rounded numbers, so that ties and bounds that are met exactly are common. */
public final class RandomSystems {
    private RandomSystems() {}

    private static double tenths(Random random, int most) {
        return random.nextInt(most + 1) / 10.0;
    }

    private static Profile series(Random random, int steps, int most) {
        double[] values = new double[steps];
        for (int t = 0; t < steps; t++) {
            values[t] = tenths(random, most);
        }
        return Profile.of(values);
    }

    /** One storage beside one to three sources; load can be shed in three systems of four. */
    public static EnergySystem oneStorage(Random random, boolean chosen) {
        int steps = 1 + random.nextInt(8);
        Profile hours = random.nextBoolean() ? Profile.constant(1) : Profile.constant(3);
        EnergySystemBuilder system = EnergySystem.builder(steps, hours).bus("bus", series(random, steps, 50));
        int sources = 1 + random.nextInt(3);
        for (int k = 0; k < sources; k++) {
            String name = "source " + k;
            system.capacity(capacity(random, name, 60, chosen));
            Profile cost = random.nextBoolean() ? Profile.constant(tenths(random, 40)) : series(random, steps, 40);
            Limit limit = random.nextBoolean() ? Limit.of(name) : Limit.of(name, series(random, steps, 10));
            system.source(name, "bus", limit, cost);
        }
        if (random.nextInt(4) > 0) {
            system.capacity(Capacity.given("shedding", 6))
                    .source("shedding", "bus", Limit.of("shedding"), Profile.constant(20));
        }
        addStorage(random, system, "storage", chosen);
        return system.build();
    }

    /** Two storages, a second bus behind a link, and now and then a cap. */
    public static EnergySystem twoStorages(Random random) {
        int steps = 1 + random.nextInt(6);
        EnergySystemBuilder system = EnergySystem.builder(steps, Profile.constant(1))
                .bus("bus", series(random, steps, 50))
                .bus("far", series(random, steps, 10))
                .capacity(capacity(random, "sun", 60, true))
                .source("sun", "bus", Limit.of("sun", series(random, steps, 10)), Profile.constant(0))
                .capacity(capacity(random, "grid", 60, true))
                .source("grid", "bus", Limit.of("grid"), series(random, steps, 40))
                .capacity(Capacity.given("shedding", 6))
                .source("shedding", "bus", Limit.of("shedding"), Profile.constant(20))
                .source("shedding far", "far", Limit.of("shedding"), Profile.constant(30))
                .capacity(capacity(random, "line", 20, true))
                .link("line", "bus", "far", 0.9, Limit.of("line"));
        addStorage(random, system, "first", true);
        addStorage(random, system, "second", true);
        if (random.nextBoolean()) {
            system.limit(new AnnualLimit(
                    "carbon",
                    com.google.common.collect.ImmutableMap.of("grid", series(random, steps, 10)),
                    tenths(random, 100)));
        }
        return system.build();
    }

    /**
     * A storage whose room changes from step to step, a plant with so many hours of use, a ratio of two capacities, and a
     * sale to the grid.
     */
    public static EnergySystem withContracts(Random random) {
        int steps = 1 + random.nextInt(7);
        Profile hours = random.nextBoolean() ? Profile.constant(1) : Profile.constant(3);
        int use = random.nextInt(4);
        // Where nothing limits a capacity, that there is no design may be true and yet not be proven: those have one.
        double most = use == 0 ? 40 : Double.POSITIVE_INFINITY;
        List<Double> rooms = List.of(0.0, 0.5, 1.0, 2.0);
        double[] room = new double[steps];
        for (int t = 0; t < steps; t++) {
            room[t] = rooms.get(random.nextInt(4));
        }
        EnergySystemBuilder system = EnergySystem.builder(steps, hours)
                .bus("bus", series(random, steps, 50))
                .capacity(new Capacity("grid", 0, 2 + tenths(random, 40), 0))
                .source(
                        "grid",
                        "bus",
                        Limit.of("grid"),
                        series(random, steps, 40).plus(Profile.constant(2)))
                .capacity(new Capacity("plant", 0, most, 0.1 + tenths(random, 30)))
                .source("plant", "bus", Limit.of("plant"), Profile.constant(tenths(random, 20)))
                .capacity(new Capacity("power", 0, most, 0.1 + tenths(random, 10)))
                .capacity(new Capacity("energy", 0, 2 + tenths(random, 60), 0.1 + tenths(random, 10)))
                .capacity(Capacity.given("sale", tenths(random, 30)))
                .activity(new Activity(
                        "sale", List.of(new Port("bus", -1)), Limit.of("sale"), Profile.constant(-tenths(random, 20))))
                .storage(
                        "storage",
                        "bus",
                        "power",
                        new Reservoir(
                                "energy", 1, random.nextBoolean() ? 0 : 0.1, OptionalDouble.empty(), Profile.of(room)),
                        0.9,
                        0.9)
                .limit(new AnnualLimit(
                        "use of the plant",
                        com.google.common.collect.ImmutableMap.of("plant", Profile.constant(1)),
                        com.google.common.collect.ImmutableMap.of("plant", -1.0 * use),
                        tenths(random, 5)));
        if (random.nextBoolean()) {
            system.limit(new AnnualLimit(
                    "hours of the storage",
                    com.google.common.collect.ImmutableMap.of(),
                    com.google.common.collect.ImmutableMap.of("energy", 1.0, "power", -(1.0 + random.nextInt(3))),
                    0));
        }
        return system.build();
    }

    /** Most capacities have no upper limit; sources may be there in no hour; a cap or a share of the load may be out of reach. */
    public static EnergySystem endless(Random random) {
        int steps = 1 + random.nextInt(6);
        Profile hours = random.nextBoolean() ? Profile.constant(1) : Profile.constant(3);
        EnergySystemBuilder system = EnergySystem.builder(steps, hours)
                .bus("bus", series(random, steps, 30))
                .bus("far", series(random, steps, 10));
        for (String name : List.of("sun", "wind", "grid")) {
            if (random.nextInt(4) > 0) {
                double[] share = new double[steps];
                for (int t = 0; t < steps; t++) {
                    share[t] = random.nextInt(3) == 0 ? 0 : (1 + random.nextInt(10)) / 10.0;
                }
                system.capacity(endlessOrNot(random, name, 30));
                system.source(name, "bus", Limit.of(name, Profile.of(share)), series(random, steps, 40));
            }
        }
        system.capacity(Capacity.given("water", 1))
                .source("water", "bus", Limit.of("water"), Profile.constant(1))
                .capacity(endlessOrNot(random, "line", 10))
                .link("line", "bus", "far", 0.9, Limit.of("line"));
        if (random.nextBoolean()) {
            system.capacity(endlessOrNot(random, "back", 10)).link("back", "far", "bus", 0.8, Limit.of("back"));
        }
        List<Double> efficiencies = List.of(1.0, 0.9, 0.8, 0.96);
        List<Double> losses = List.of(0.0, 0.0, 0.01, 0.2);
        for (String name : List.of("first", "second")) {
            if (random.nextBoolean()) {
                system.capacity(endlessOrNot(random, name, 10)).capacity(endlessOrNot(random, name + " energy", 20));
                double level = random.nextInt(4) == 0 ? tenths(random, 10) : -1;
                system.storage(
                        name,
                        name.equals("first") ? "bus" : "far",
                        name,
                        new Reservoir(
                                name + " energy",
                                1,
                                losses.get(random.nextInt(4)),
                                level < 0 ? OptionalDouble.empty() : OptionalDouble.of(level)),
                        efficiencies.get(random.nextInt(4)),
                        efficiencies.get(random.nextInt(4)));
                if (random.nextBoolean()) {
                    system.limit(new AnnualLimit(
                            "hours of " + name,
                            com.google.common.collect.ImmutableMap.of(),
                            com.google.common.collect.ImmutableMap.of(
                                    name + " energy", 1.0, name, -(1.0 + random.nextInt(3))),
                            tenths(random, 10)));
                }
            }
        }
        if (random.nextInt(3) == 0) {
            system.limit(new AnnualLimit(
                    "share",
                    com.google.common.collect.ImmutableMap.of(
                            "water", series(random, steps, 10).times(-1)),
                    com.google.common.collect.ImmutableMap.of(),
                    0,
                    com.google.common.collect.ImmutableMap.of("bus", -tenths(random, 9), "far", -tenths(random, 9))));
        }
        if (random.nextInt(3) == 0) {
            system.limit(new AnnualLimit(
                    "cap",
                    com.google.common.collect.ImmutableMap.of("line", series(random, steps, 10)),
                    tenths(random, 30)));
        }
        return system.build();
    }

    private static Capacity endlessOrNot(Random random, String name, int most) {
        double cost = 0.1 + tenths(random, 30);
        return random.nextInt(4) > 0
                ? Capacity.extendable(name, cost)
                : new Capacity(name, 0, 1 + tenths(random, most), cost);
    }

    private static Capacity capacity(Random random, String name, int most, boolean chosen) {
        double lower = random.nextBoolean() ? 0 : tenths(random, most);
        return chosen && random.nextInt(4) > 0
                ? new Capacity(name, lower, lower + 10, 0.1 + tenths(random, 50))
                : Capacity.given(name, tenths(random, most));
    }

    private static void addStorage(Random random, EnergySystemBuilder system, String name, boolean chosen) {
        List<Double> efficiencies = List.of(1.0, 0.9, 0.8, 0.96);
        List<Double> losses = List.of(0.0, 0.0, 0.01, 0.2);
        Capacity room = capacity(random, name, 30, chosen);
        system.capacity(room);
        double hours = List.of(1.0, 2.0, 3.0).get(random.nextInt(3));
        double given = random.nextInt(4) == 0 ? tenths(random, 10) : 0;
        boolean free = random.nextInt(3) > 0;
        String energy = name;
        if (random.nextBoolean()) {
            energy = name + " energy";
            room = capacity(random, energy, 60, chosen);
            system.capacity(room);
        }
        given = Math.min(given, room.upper() * hours);
        system.storage(
                name,
                "bus",
                name,
                new Reservoir(
                        energy,
                        hours,
                        losses.get(random.nextInt(4)),
                        free ? OptionalDouble.empty() : OptionalDouble.of(given)),
                efficiencies.get(random.nextInt(4)),
                efficiencies.get(random.nextInt(4)));
    }

    /** The amounts of a system without choice. */
    public static List<Double> amounts(EnergySystem system) {
        List<Double> amounts = new ArrayList<>();
        system.capacities().forEach(capacity -> amounts.add(capacity.lower()));
        return amounts;
    }

    /** The same system with all capacities given. */
    static EnergySystem given(EnergySystem system, List<Double> amounts) {
        EnergySystemBuilder given = EnergySystem.builder(system.steps(), hours(system));
        for (int c = 0; c < amounts.size(); c++) {
            Capacity capacity = system.capacities().get(c);
            given.capacity(new Capacity(capacity.name(), amounts.get(c), amounts.get(c), capacity.annualCost()));
        }
        system.nodes().forEach(given::node);
        system.activities().forEach(given::activity);
        system.limits().forEach(given::limit);
        return given.build();
    }

    private static Profile hours(EnergySystem system) {
        double[] hours = new double[system.steps()];
        for (int t = 0; t < hours.length; t++) {
            hours[t] = system.hours(t);
        }
        return Profile.of(hours);
    }
}
