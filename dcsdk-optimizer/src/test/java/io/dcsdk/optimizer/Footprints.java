package io.dcsdk.optimizer;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.design.CoolingChoice;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Selection;
import io.dcsdk.design.SupplyRule;
import io.dcsdk.design.SupplyUse;
import io.dcsdk.energy.CoolingKind;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.Supply;
import io.dcsdk.energy.SupplyKind;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.PowerPrice;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.WaterIntensity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The problems of {@link TradeOffs} with a grid and servers whose making emitted carbon, or with cooling systems that draw
 * water, and all selections there are: C and carbon in kg, or C and water in L.
 */
final class Footprints {
    private static final int MOST = 6;

    private Footprints() {}

    private static Server embodied(Server item, int kilograms) {
        return new Server(
                item.id(),
                item.name(),
                item.accelerator(),
                item.acceleratorCount(),
                item.processor(),
                item.memory(),
                item.interfaces(),
                item.idlePower(),
                item.maxPower(),
                item.rackUnits(),
                item.weight(),
                item.price(),
                item.maintenance(),
                item.sustainedEfficiency(),
                Optional.of(CarbonMass.kilograms(kilograms)),
                item.available(),
                item.sources());
    }

    private static DesignProblem over(
            DesignProblem model,
            List<Server> servers,
            List<CoolingSystem> cooling,
            List<Supply> supplies,
            boolean isSupplied) {
        Catalog items = model.items();
        var builder = DesignProblem.named("footprints", model.finance(), EnergyWeight.parse("0.1 USD/kWh"))
                .workload(model.workloads().get(0))
                .fabric(FabricRule.NONE)
                .catalog(new Catalog(
                        "footprints",
                        items.accelerators(),
                        servers,
                        List.of(),
                        List.of(),
                        List.of(),
                        cooling,
                        supplies,
                        List.of()));
        return isSupplied
                ? builder.supply(new SupplyRule(Optional.empty(), Optional.empty()))
                        .build()
                : builder.build();
    }

    static Supply supply(String id, int grams, String price) {
        return new Supply(
                id,
                "Grid",
                SupplyKind.GRID,
                EnergyPrice.parse("0.1 USD/kWh"),
                CarbonIntensity.gramsPerKilowattHour(grams),
                Ratio.ONE,
                Ratio.ONE,
                false,
                PowerPrice.parse(price),
                Ratio.ZERO,
                Optional.empty(),
                List.of());
    }

    /** Carbon: one grid, and dear servers whose making emitted more. */
    static DesignProblem ofCarbon(long seed, Supply... supplies) {
        Random random = new Random(seed);
        DesignProblem model = TradeOffs.problem(seed);
        List<Server> servers = model.items().servers().stream()
                .map(server -> embodied(server, 200 + random.nextInt(3000)))
                .toList();
        return over(model, servers, List.of(), List.of(supplies), true);
    }

    /** Water: three cooling systems, the dry one of which costs most and takes most energy. */
    static DesignProblem ofWater(long seed) {
        Random random = new Random(seed);
        List<CoolingSystem> cooling = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            cooling.add(new CoolingSystem(
                    "cooling-" + k,
                    "Cooling",
                    CoolingKind.CHILLED_WATER,
                    Power.watts(1500 + 500 * random.nextInt(3)),
                    Money.dollars(300 + 200 * k + random.nextInt(100)),
                    MoneyRate.ZERO,
                    Ratio.of(new BigDecimal("0.1")),
                    Ratio.of(new BigDecimal("0.2")),
                    Power.kilowatts(1000),
                    Optional.of(WaterIntensity.litresPerKilowattHour(2 - k)),
                    Optional.empty(),
                    List.of()));
        }
        DesignProblem model = TradeOffs.problem(seed);
        return over(model, model.items().servers(), cooling, List.of(), false);
    }

    /** What each selection of at most so many of each server costs and takes; only those that no other one matches. */
    static List<TradeOffs.Point> efficient(DesignProblem problem) {
        List<TradeOffs.Point> all = new ArrayList<>();
        long[] counts = new long[problem.items().servers().size()];
        boolean more = true;
        while (more) {
            if (problem.supply().isPresent()) {
                carbon(problem, counts).ifPresent(all::add);
            } else {
                for (CoolingSystem system : problem.items().cooling()) {
                    water(problem, counts, system).ifPresent(all::add);
                }
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
        all.sort(Comparator.comparing(TradeOffs.Point::cost).thenComparing(TradeOffs.Point::energy));
        List<TradeOffs.Point> efficient = new ArrayList<>();
        for (TradeOffs.Point point : all) {
            int last = efficient.size() - 1;
            if (last < 0 || point.energy().compareTo(efficient.get(last).energy()) < 0) {
                efficient.add(point);
            }
        }
        return efficient;
    }

    private static Selection selection(
            DesignProblem problem,
            long[] counts,
            Optional<CoolingChoice> cooling,
            SortedMap<String, SupplyUse> supplies) {
        TreeMap<String, Long> servers = new TreeMap<>();
        long units = 0;
        for (int k = 0; k < counts.length; k++) {
            Server server = problem.items().servers().get(k);
            servers.put(server.id(), counts[k]);
            units += counts[k] * server.rackUnits();
        }
        return new Selection(
                servers, new TreeMap<>(), Optional.empty(), (units + 41) / 42, cooling, supplies, new TreeSet<>());
    }

    private static Optional<TradeOffs.Point> carbon(DesignProblem problem, long[] counts) {
        Selection unsupplied = selection(problem, counts, Optional.empty(), new TreeMap<>());
        Evaluation loads = Evaluation.of(problem, unsupplied);
        TreeMap<String, SupplyUse> uses = new TreeMap<>();
        uses.put(
                problem.items().supplies().get(0).id(),
                new SupplyUse(loads.loads().peak(), loads.loads().mean()));
        Evaluation evaluation = Evaluation.of(problem, selection(problem, counts, Optional.empty(), uses));
        return evaluation.feasible()
                ? Optional.of(new TradeOffs.Point(
                        Rational.of(evaluation.cost().total().base()),
                        Rational.of(evaluation
                                        .footprint()
                                        .carbon()
                                        .orElseThrow()
                                        .base())
                                .dividedBy(Rational.of(1000))))
                : Optional.empty();
    }

    private static Optional<TradeOffs.Point> water(DesignProblem problem, long[] counts, CoolingSystem system) {
        Evaluation loads = Evaluation.of(problem, selection(problem, counts, Optional.empty(), new TreeMap<>()));
        CoolingChoice choice =
                new CoolingChoice(system.id(), system.units(loads.loads().peakIt(), 0));
        Evaluation evaluation =
                Evaluation.of(problem, selection(problem, counts, Optional.of(choice), new TreeMap<>()));
        return evaluation.feasible()
                ? Optional.of(new TradeOffs.Point(
                        Rational.of(evaluation.cost().total().base()),
                        Rational.of(evaluation.footprint().water().orElseThrow().base())))
                : Optional.empty();
    }
}
