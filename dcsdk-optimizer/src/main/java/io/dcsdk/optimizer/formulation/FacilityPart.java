package io.dcsdk.optimizer.formulation;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Site;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.quantity.Power;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Racks, cooling and the site's limits.
 *
 * <p>One cooling system c is chosen (w_c = 1). Peak heat Q_c and mean heat A_c are zero for the others, so that
 * "overhead of the chosen system times IT power" stays linear: Σ Q_c = peak IT power, Σ A_c = mean IT power, and
 * u_c (m_c − k w_c) ≥ Q_c for m_c units of capacity u_c of which k may fail.
 */
final class FacilityPart {
    private static final Rational ONE = Rational.ONE;
    private static final String RACK_POWER = "rack-power";

    private final ProgramDraft draft;
    private final DesignProblem problem;
    private final Site site;
    private final List<CoolingSystem> systems;
    private final LinearExpression racks = new LinearExpression();

    FacilityPart(ProgramDraft draft, DesignProblem problem) {
        this.draft = draft;
        this.problem = problem;
        this.site = problem.siteOrUnlimited();
        this.systems = problem.items().cooling();
    }

    void formulate(List<? extends CatalogItem> counted, FabricPart fabric, DrawOf draw) {
        long mostRacks = mostRacks();
        if (systems.isEmpty()) {
            uncooled(mostRacks);
        } else {
            cooled(mostRacks);
        }
        counted.forEach(item -> fits(item, draw.peakOf(item), List.of(VariableNames.count(item))));
        for (NetworkSwitch item : fabric.switches()) {
            fits(item, item.maxPower(), fabric.optionsOf(item));
        }
        site.powerPerRack()
                .ifPresent(limit -> draft.requirement(
                        RACK_POWER,
                        draft.peakIt,
                        Relation.LE,
                        new LinearExpression().add(racks, ItemSums.kilowatts(limit))));
        site();
    }

    /** Peak power of one unit of an item. */
    interface DrawOf {
        Power peakOf(CatalogItem item);
    }

    private long mostRacks() {
        Rational bySpace = draft.largest(draft.rackUnits).dividedBy(Rational.of(site.unitsPerRack()));
        Rational byPower = Rational.ZERO;
        Rational peak = draft.largest(draft.peakIt);
        for (Optional<Power> limit : rackLimits()) {
            if (limit.isPresent()) {
                Rational each = Rational.of(ItemSums.kilowatts(limit.get()));
                byPower = byPower.max(peak.dividedBy(each));
            }
        }
        return bySpace.max(byPower).ceiling().longValueExact() + 1;
    }

    private List<Optional<Power>> rackLimits() {
        List<Optional<Power>> limits = new ArrayList<>();
        systems.forEach(system -> limits.add(Optional.of(rackLimit(system))));
        if (systems.isEmpty()) {
            limits.add(site.powerPerRack());
        }
        return limits;
    }

    private Power rackLimit(CoolingSystem system) {
        Power own = system.maxPowerPerRack();
        return site.powerPerRack().filter(limit -> limit.compareTo(own) < 0).orElse(own);
    }

    private void uncooled(long mostRacks) {
        draft.integer(VariableNames.UNCOOLED_RACKS, mostRacks);
        racks.add(VariableNames.UNCOOLED_RACKS, ONE);
    }

    private void cooled(long mostRacks) {
        ItemSums sums = new ItemSums(draft, problem);
        Rational peak = draft.largest(draft.peakIt);
        Rational mean = draft.largest(draft.meanIt);
        LinearExpression peakHeat = new LinearExpression();
        LinearExpression meanHeat = new LinearExpression();
        LinearExpression chosen = new LinearExpression();
        LinearExpression rackPower = new LinearExpression();
        for (CoolingSystem system : systems) {
            declare(system, peak, mean, mostRacks);
            peakHeat.add(VariableNames.peakHeat(system), ONE);
            meanHeat.add(VariableNames.meanHeat(system), ONE);
            chosen.add(VariableNames.chosen(system), ONE);
            racks.add(VariableNames.racks(system), ONE);
            rackPower.add(VariableNames.racks(system), ItemSums.kilowatts(system.maxPowerPerRack()));
            draft.peakCooling.add(
                    VariableNames.peakHeat(system), system.peakOverhead().base());
            draft.meanCooling.add(
                    VariableNames.meanHeat(system), system.overhead().base());
            sums.money(LinearExpression.of(VariableNames.count(system)), system.unitPrice(), system.unitMaintenance());
        }
        draft.physics("one-cooling-system", chosen, Relation.LE, new LinearExpression().plusConstant(BigDecimal.ONE));
        draft.physics("peak-heat", draft.peakIt, Relation.EQ, peakHeat);
        draft.physics("mean-heat", draft.meanIt, Relation.EQ, meanHeat);
        draft.physics("rack-cooling", draft.peakIt, Relation.LE, rackPower);
    }

    private void declare(CoolingSystem system, Rational peak, Rational mean, long mostRacks) {
        int failing = problem.redundancyOrNone().failingCooling();
        BigDecimal unit = ItemSums.kilowatts(system.unitCapacity());
        long units = peak.dividedBy(Rational.of(unit)).ceiling().longValueExact() + failing;
        String chosen = VariableNames.chosen(system);
        String count = VariableNames.count(system);
        draft.integer(chosen, 1);
        draft.integer(count, units);
        draft.continuous(VariableNames.peakHeat(system), peak);
        draft.continuous(VariableNames.meanHeat(system), mean);
        draft.integer(VariableNames.racks(system), mostRacks);
        draft.physics(
                "cooling-units." + system.id(),
                LinearExpression.of(count),
                Relation.LE,
                new LinearExpression().add(chosen, units));
        draft.physics(
                "cooling-capacity." + system.id(),
                LinearExpression.of(VariableNames.peakHeat(system)),
                Relation.LE,
                new LinearExpression().add(count, unit).add(chosen, unit.multiply(BigDecimal.valueOf(-failing))));
        draft.physics(
                "mean-below-peak." + system.id(),
                LinearExpression.of(VariableNames.meanHeat(system)),
                Relation.LE,
                LinearExpression.of(VariableNames.peakHeat(system)));
        draft.physics(
                "racks." + system.id(),
                LinearExpression.of(VariableNames.racks(system)),
                Relation.LE,
                new LinearExpression().add(chosen, mostRacks));
        system.available()
                .ifPresent(most -> draft.requirement(
                        "available." + system.id(),
                        LinearExpression.of(count),
                        Relation.LE,
                        new LinearExpression().plusConstant(BigDecimal.valueOf(most))));
    }

    /** An item that draws more than a rack may is only possible with the cooling systems and sites that allow it. */
    private void fits(CatalogItem item, Power draw, List<String> variables) {
        LinearExpression count = new LinearExpression();
        Rational most = Rational.ONE;
        for (String variable : variables) {
            count.add(variable, ONE);
            most = most.max(draft.upperBound(variable));
        }
        LinearExpression allowing = new LinearExpression();
        boolean everywhere = true;
        for (CoolingSystem system : systems) {
            if (draw.compareTo(system.maxPowerPerRack()) <= 0) {
                allowing.add(VariableNames.chosen(system), most);
            } else {
                everywhere = false;
            }
        }
        if (!everywhere) {
            draft.physics("rack-cooling." + item.id(), count, Relation.LE, allowing);
        }
        if (site.powerPerRack().filter(limit -> draw.compareTo(limit) > 0).isPresent()) {
            draft.requirement(RACK_POWER, RACK_POWER + "." + item.id(), count, Relation.LE, new LinearExpression());
        }
    }

    private void site() {
        draft.physics(
                "rack-units",
                draft.rackUnits,
                Relation.LE,
                new LinearExpression().add(racks, Rational.of(site.unitsPerRack())));
        site.rackPrice()
                .ifPresent(price -> draft.capital.add(
                        racks, problem.finance().capital(price).base()));
        site.racks()
                .ifPresent(most -> draft.requirement(
                        "racks", racks, Relation.LE, new LinearExpression().plusConstant(BigDecimal.valueOf(most))));
        site.area()
                .ifPresent(area -> draft.requirement(
                        "floor-area",
                        new LinearExpression()
                                .add(racks, site.areaPerRack().orElseThrow().base()),
                        Relation.LE,
                        new LinearExpression().plusConstant(area.base())));
        site.floorLoad()
                .ifPresent(load -> draft.requirement(
                        "floor-load",
                        draft.weight,
                        Relation.LE,
                        new LinearExpression()
                                .plusConstant(
                                        site.area().orElseThrow().times(load).base())));
        site.power()
                .ifPresent(limit -> draft.requirement(
                        "site-power",
                        new LinearExpression().add(draft.peakIt, ONE).add(draft.peakCooling, ONE),
                        Relation.LE,
                        new LinearExpression().plusConstant(ItemSums.kilowatts(limit))));
    }
}
