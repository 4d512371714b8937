package io.dcsdk.optimizer.explanation;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Site;
import io.dcsdk.energy.Supply;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.optimizer.explanation.StatedFigure.Motion;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Quantity;
import io.dcsdk.workload.Demand;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The figures behind the requirements and limits of a problem. That a planned supply covers peak and mean load has no figure
 * of its own: such requirements can be in a conflict and are never moved.
 */
public final class StatedFigures {
    private static final Rational GRAMS_PER_TONNE = Rational.of(1_000_000);
    private static final Rational JOULES_PER_KILOWATT_HOUR = Rational.of(3_600_000);

    private final Set<String> named;
    private final Map<String, StatedFigure> figures = new LinkedHashMap<>();

    private StatedFigures(Set<String> named) {
        this.named = named;
    }

    /**
     * The figures of a problem.
     *
     * @param formulation the problem as algebra
     * @return by name of the requirement, in the order of the program
     */
    public static Map<String, StatedFigure> of(DesignFormulation formulation) {
        StatedFigures list = new StatedFigures(
                new LinkedHashSet<>(formulation.requirementOfRow().values()));
        DesignProblem problem = formulation.problem();
        list.demand(problem.demand());
        list.market(problem);
        list.site(problem.siteOrUnlimited());
        list.rules(problem);
        Map<String, StatedFigure> ordered = new LinkedHashMap<>();
        for (String name : list.named) {
            Optional.ofNullable(list.figures.get(name)).ifPresent(figure -> ordered.put(name, figure));
        }
        return ordered;
    }

    private void add(String name, Rational value, String unit, Rational rowUnits, boolean raised, Motion motion) {
        if (named.contains(name)) {
            figures.put(name, new StatedFigure(name, value, unit, rowUnits, raised, motion));
        }
    }

    private void required(String name, Quantity<?> value, int exponent, String unit) {
        BigDecimal figure = value.base().movePointLeft(exponent);
        add(name, Rational.of(figure), unit, Rational.ONE, false, Motion.ANY);
    }

    private void atMost(String name, BigDecimal value, String unit, Rational rowUnits) {
        add(name, Rational.of(value), unit, rowUnits, true, Motion.ANY);
    }

    private void whole(String name, long value, boolean raised) {
        add(name, Rational.of(value), "", Rational.ONE, raised, Motion.WHOLE);
    }

    private void demand(Demand demand) {
        required("compute", demand.compute(), 12, "TFLOP/s");
        whole("accelerators", demand.accelerators(), false);
        required("accelerator-memory", demand.acceleratorMemory(), 9, "GB");
        required("memory-bandwidth", demand.memoryBandwidth(), 9, "GB/s");
        required("network", demand.network(), 9, "GB/s");
        required("storage", demand.storage(), 9, "GB");
        required("storage-read", demand.storageRead(), 9, "GB/s");
        required("storage-write", demand.storageWrite(), 9, "GB/s");
        whole("storage-metadata", demand.metadataOperationsPerSecond(), false);
    }

    private void market(DesignProblem problem) {
        Catalog catalog = problem.items();
        catalog.servers().forEach(item -> available(item, item.available()));
        catalog.storage().forEach(item -> available(item, item.available()));
        catalog.cooling().forEach(item -> available(item, item.available()));
        for (Supply supply : catalog.supplies()) {
            supply.maximum().ifPresent(most -> atMost("maximum." + supply.id(), kilowatts(most), "kW", Rational.ONE));
        }
        problem.serverTypes().ifPresent(most -> whole("server-types", most, true));
        problem.energyLimit()
                .map(limit -> Rational.of(limit.base()).dividedBy(JOULES_PER_KILOWATT_HOUR))
                .ifPresent(limit -> add("energy", limit, "kWh", Rational.ONE, true, Motion.ANY));
        problem.finance().budget().ifPresent(budget -> atMost("budget", budget.base(), "USD", Rational.ONE));
    }

    private void available(CatalogItem item, Optional<Integer> most) {
        most.ifPresent(count -> whole("available." + item.id(), count, true));
    }

    private void site(Site site) {
        site.racks().ifPresent(most -> whole("racks", most, true));
        site.area().ifPresent(area -> atMost("floor-area", area.base(), "m2", Rational.ONE));
        site.floorLoad()
                .ifPresent(load -> atMost(
                        "floor-load",
                        load.base(),
                        "kg/m2",
                        Rational.of(site.area().orElseThrow().base())));
        site.power().ifPresent(limit -> atMost("site-power", kilowatts(limit), "kW", Rational.ONE));
        site.powerPerRack()
                .ifPresent(limit ->
                        add("rack-power", Rational.of(kilowatts(limit)), "kW", Rational.ONE, true, Motion.STEPS));
    }

    private void rules(DesignProblem problem) {
        problem.supply().ifPresent(rule -> {
            rule.renewableShare()
                    .filter(share -> !share.isZero())
                    .ifPresent(share ->
                            add("renewable-share", Rational.of(share.base()), "%", Rational.ONE, false, Motion.STEPS));
            rule.carbonPerYear()
                    .ifPresent(limit -> atMost("carbon", limit.base().movePointLeft(6), "tCO2", GRAMS_PER_TONNE));
        });
        problem.policyOrNone().coverage().forEach((family, least) -> whole("security." + family, least, false));
        problem.policyOrNone().controls().forEach(kind -> whole("security." + kind, 1, false));
    }

    private static BigDecimal kilowatts(Power power) {
        return power.base().movePointLeft(3);
    }
}
