package io.dcsdk.optimizer.dominance;

import com.google.common.collect.Sets;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Finance;
import io.dcsdk.design.SupplyRule;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.Supply;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.security.ControlFamily;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.security.SecurityPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cooling systems, supplies and security controls. */
final class FacilityKinds {
    private final DesignProblem problem;
    private final Finance finance;

    FacilityKinds(DesignProblem problem) {
        this.problem = problem;
        this.finance = problem.finance();
    }

    Kind<CoolingSystem> cooling() {
        List<Respect<CoolingSystem>> respects = List.of(
                Respect.more("heat removed", "kW", system -> Respect.kilowatts(system.unitCapacity())),
                Respect.more("power in a rack", "kW", system -> Respect.kilowatts(system.maxPowerPerRack())),
                Respect.money("money over the horizon", system -> finance.capital(system.unitPrice())
                        .plus(finance.running(system.unitMaintenance()))),
                Respect.less(
                        "energy for cooling",
                        "%",
                        system -> Rational.of(system.overhead().base())),
                Respect.less(
                        "power for cooling at peak",
                        "%",
                        system -> Rational.of(system.peakOverhead().base())));
        return new Kind<>(
                "cooling",
                problem.items().cooling(),
                respects,
                system -> "",
                (better, beaten) -> canBeHad(better.available(), beaten.available()));
    }

    /** Only one system is chosen, so its units are as many as those of the other were. */
    private static boolean canBeHad(Optional<Integer> better, Optional<Integer> beaten) {
        return better.isEmpty() || (beaten.isPresent() && better.get() >= beaten.get());
    }

    Kind<Supply> supplies() {
        Optional<SupplyRule> rule = problem.supply();
        List<Respect<Supply>> respects = new ArrayList<>();
        respects.add(Respect.more(
                "firm power", "%", supply -> Rational.of(supply.firmShare().base())));
        respects.add(Respect.more(
                "annual yield",
                "%",
                supply -> Rational.of(supply.capacityFactor().base())));
        respects.add(Respect.money("money for a kilowatt over the horizon", this::perKilowatt));
        if (rule.flatMap(SupplyRule::carbonPerYear).isPresent()) {
            respects.add(Respect.less("carbon of a kilowatt for a year", "gCO2", supply -> {
                var energy = Power.kilowatts(1).times(TimeSpan.years(1));
                return Rational.of(supply.carbonIntensity().times(energy).base());
            }));
        }
        boolean mustRenew = rule.flatMap(SupplyRule::renewableShare).isPresent();
        return new Kind<>(
                "supply",
                problem.items().supplies(),
                respects,
                supply -> {
                    if (rule.isEmpty()) {
                        return "the supply of electricity is not planned";
                    }
                    boolean isNothing = supply.firmShare().isZero()
                            && supply.capacityFactor().isZero();
                    return isNothing ? "it gives neither firm power nor energy" : "";
                },
                (better, beaten) ->
                        better.maximum().isEmpty() && (!mustRenew || better.renewable() || !beaten.renewable()));
    }

    private Money perKilowatt(Supply supply) {
        Money price = Power.kilowatts(1).times(supply.price());
        MoneyRate upkeep = price.times(supply.maintenanceShare()).dividedBy(TimeSpan.years(1));
        return finance.capital(price).plus(finance.running(upkeep));
    }

    Kind<SecurityControl> controls() {
        SecurityPolicy policy = problem.policyOrNone();
        List<Respect<SecurityControl>> respects = List.of(
                Respect.money("money over the horizon", this::fixed),
                Respect.money("money for a server over the horizon", control -> finance.running(control.perServer())),
                Respect.less(
                        "overhead of compute",
                        "%",
                        control -> Rational.of(control.overhead().compute().base())),
                Respect.less(
                        "overhead of storage",
                        "%",
                        control -> Rational.of(control.overhead().storage().base())),
                Respect.less(
                        "overhead of network",
                        "%",
                        control -> Rational.of(control.overhead().network().base())));
        return new Kind<>(
                "control",
                problem.items().controls(),
                respects,
                control ->
                        needed(policy, control).isEmpty() && !policy.controls().contains(control.kind())
                                ? "the policy asks for nothing that it covers"
                                : "",
                (better, beaten) -> covers(policy, better, beaten));
    }

    private Money fixed(SecurityControl control) {
        MoneyRate staff = finance.staffCost().orElse(MoneyRate.ZERO).times(control.staff());
        return finance.capital(control.price())
                .plus(finance.running(control.annual().plus(staff)));
    }

    private static Set<ControlFamily> needed(SecurityPolicy policy, SecurityControl control) {
        return Sets.intersection(control.covers(), policy.coverage().keySet());
    }

    /** Both may be adopted in a plan; then one is left, which must not be too few. */
    private static boolean covers(SecurityPolicy policy, SecurityControl better, SecurityControl beaten) {
        Set<ControlFamily> families = needed(policy, beaten);
        return better.covers().containsAll(families)
                && families.stream().allMatch(family -> policy.coverage().getOrDefault(family, 0) == 1)
                && (!policy.controls().contains(beaten.kind()) || better.kind() == beaten.kind());
    }
}
