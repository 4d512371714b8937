package io.dcsdk.optimizer;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Random problems of four servers that trade money for energy, small enough that all selections can be listed: what they
 * cost and take, by {@link Evaluation}, and which of them are efficient.
 */
final class TradeOffs {
    private static final int MOST = 6;

    /** C in USD and E in kWh. */
    record Point(Rational cost, Rational energy) {
        Rational at(Rational lambda) {
            return cost.plus(lambda.times(energy));
        }
    }

    private TradeOffs() {}

    static DesignProblem problem(long seed) {
        Random random = new Random(seed);
        Catalog fixture = FoundingFixture.catalog();
        List<Server> servers = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            int chips = 1 + k % 2 + k / 2;
            // Dear servers are frugal ones, and the last watts cost most.
            int level = 1 + random.nextInt(6);
            int price = chips * (2000 + 250 * level * level + random.nextInt(400));
            int watts = chips * (1600 - 200 * level + random.nextInt(100));
            servers.add(server(fixture.servers().get(0), k, chips, price, watts));
        }
        return DesignProblem.named("trade-offs", Finance.over(TimeSpan.years(4)), EnergyWeight.parse("0.1 USD/kWh"))
                .workload(Requirement.of(
                        "r",
                        ComputeRate.parse(200 + 50 * random.nextInt(9) + " TFLOP/s bf16"),
                        DataSize.parse("0 TB"),
                        DataRate.parse("0 GB/s")))
                .fabric(FabricRule.NONE)
                .catalog(new Catalog(
                        "trade-offs",
                        fixture.accelerators(),
                        servers,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()))
                .build();
    }

    private static Server server(Server model, int k, int chips, int price, int watts) {
        return new Server(
                "server-" + k,
                model.name(),
                model.accelerator(),
                chips,
                model.processor(),
                model.memory(),
                model.interfaces(),
                Power.watts(watts).times(new BigDecimal("0.5")),
                Power.watts(watts),
                model.rackUnits(),
                model.weight(),
                Money.dollars(price),
                MoneyRate.ZERO,
                model.sustainedEfficiency(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The points of all feasible selections of at most so many of each server that no other one matches. */
    static List<Point> efficient(DesignProblem problem) {
        List<Point> all = new ArrayList<>();
        long[] counts = new long[problem.items().servers().size()];
        boolean more = true;
        while (more) {
            TreeMap<String, Long> servers = new TreeMap<>();
            long units = 0;
            for (int k = 0; k < counts.length; k++) {
                Server server = problem.items().servers().get(k);
                servers.put(server.id(), counts[k]);
                units += counts[k] * server.rackUnits();
            }
            long racks = (units + 41) / 42;
            Selection selection = new Selection(
                    servers,
                    new TreeMap<>(),
                    Optional.empty(),
                    racks,
                    Optional.empty(),
                    new TreeMap<>(),
                    new TreeSet<>());
            Evaluation evaluation = Evaluation.of(problem, selection);
            if (evaluation.feasible()) {
                all.add(point(
                        evaluation.cost().total(), evaluation.energy().total().base()));
            }
            int k = 0;
            while (k < counts.length && counts[k] == MOST) {
                counts[k++] = 0;
            }
            more = k < counts.length;
            if (more) {
                counts[k]++;
            }
        }
        all.sort(Comparator.comparing(Point::cost).thenComparing(Point::energy));
        List<Point> efficient = new ArrayList<>();
        for (Point point : all) {
            int last = efficient.size() - 1;
            if (last < 0 || point.energy().compareTo(efficient.get(last).energy()) < 0) {
                efficient.add(point);
            }
        }
        return efficient;
    }

    static Point point(Money cost, BigDecimal joules) {
        return new Point(Rational.of(cost.base()), Rational.of(joules).dividedBy(Rational.of(3_600_000)));
    }

    /** The points that are the only best ones at some lambda between 0 and 1: tried between all crossings of two lines. */
    static List<Point> corners(List<Point> efficient) {
        TreeSet<Rational> crossings = new TreeSet<>(List.of(Rational.ZERO, Rational.ONE));
        for (Point one : efficient) {
            for (Point other : efficient) {
                if (!one.energy().equals(other.energy())) {
                    Rational met = other.cost()
                            .minus(one.cost())
                            .dividedBy(one.energy().minus(other.energy()));
                    if (met.signum() > 0 && met.compareTo(Rational.ONE) < 0) {
                        crossings.add(met);
                    }
                }
            }
        }
        List<Point> corners = new ArrayList<>();
        Rational before = crossings.first();
        for (Rational next : crossings.tailSet(before, false)) {
            Rational between = before.plus(next).times(Rational.of(1, 2));
            Point best = efficient.stream()
                    .min(Comparator.comparing(point -> point.at(between)))
                    .orElseThrow();
            if (!corners.contains(best)) {
                corners.add(best);
            }
            before = next;
        }
        return corners;
    }
}
