package io.dcsdk.optimizer;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Loads;
import io.dcsdk.design.SupplyRule;
import io.dcsdk.design.SupplyUse;
import io.dcsdk.energy.Supply;
import io.dcsdk.energy.SupplyKind;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cheapest supply for given loads. The variables are the capacities x and the mean outputs e, all in kW; every rule
 * is written as a'(x, e) ≤ b for {@link ExactTableau}.
 */
final class SupplyOracle {
    private static final MathContext UPWARDS = new MathContext(34, RoundingMode.CEILING);

    private final List<Supply> supplies;
    private final List<Rational[]> rows = new ArrayList<>();

    private final Finance finance;

    private SupplyOracle(DesignProblem problem) {
        this.supplies = problem.items().supplies();
        this.finance = problem.finance();
    }

    static Optional<SortedMap<String, SupplyUse>> cheapest(DesignProblem problem, SupplyRule rule, Loads loads) {
        return new SupplyOracle(problem).solve(rule, loads);
    }

    private Optional<SortedMap<String, SupplyUse>> solve(SupplyRule rule, Loads loads) {
        int count = supplies.size();
        Rational[] firm = zeros();
        Rational[] energy = zeros();
        Rational[] renewable = zeros();
        Rational[] carbon = zeros();
        Rational[] costs = new Rational[2 * count];
        for (int g = 0; g < count; g++) {
            Supply supply = supplies.get(g);
            firm[g] = ratio(supply.firmShare()).negate();
            Money price = Power.kilowatts(1).times(supply.price());
            Money upkeep = finance.running(supply.maintenance(Power.kilowatts(1)));
            costs[g] = Rational.of(finance.capital(price).plus(upkeep).base());
            costs[count + g] = Rational.ZERO;
            Rational[] output = zeros();
            output[count + g] = Rational.ONE;
            if (supply.kind() != SupplyKind.BATTERY) {
                energy[count + g] = Rational.of(-1);
                renewable[count + g] = supply.renewable() ? Rational.of(-1) : Rational.ZERO;
                carbon[count + g] = Rational.of(supply.carbonIntensity()
                        .times(Power.kilowatts(1).times(TimeSpan.years(1)))
                        .base());
                output[g] = ratio(supply.capacityFactor()).negate();
            }
            rows.add(output);
            supply.maximum().ifPresent(most -> {
                Rational[] limit = zeros();
                limit[supplies.indexOf(supply)] = Rational.ONE;
                limit[2 * count] = kilowatts(most);
                rows.add(limit);
            });
        }
        firm[2 * count] = kilowatts(loads.peak()).negate();
        energy[2 * count] = kilowatts(loads.mean()).negate();
        rows.add(firm);
        rows.add(energy);
        rule.renewableShare().ifPresent(share -> {
            renewable[2 * count] = kilowatts(loads.mean()).times(ratio(share)).negate();
            rows.add(renewable);
        });
        rule.carbonPerYear().ifPresent(limit -> {
            carbon[2 * count] = Rational.of(limit.base());
            rows.add(carbon);
        });
        return ExactTableau.minimise(rows, costs).map(this::uses);
    }

    private SortedMap<String, SupplyUse> uses(Rational[] point) {
        SortedMap<String, SupplyUse> uses = new TreeMap<>();
        for (int g = 0; g < supplies.size(); g++) {
            if (!point[g].isZero()) {
                uses.put(supplies.get(g).id(), new SupplyUse(power(point[g]), power(point[supplies.size() + g])));
            }
        }
        return uses;
    }

    private static Power power(Rational kilowatts) {
        return Power.of(
                new BigDecimal(kilowatts.numerator()).divide(new BigDecimal(kilowatts.denominator()), UPWARDS),
                Power.Unit.KILOWATT);
    }

    private static Rational kilowatts(Power power) {
        return Rational.of(power.base()).dividedBy(Rational.of(1000));
    }

    private static Rational ratio(Ratio value) {
        return Rational.of(value.base());
    }

    private Rational[] zeros() {
        Rational[] row = new Rational[2 * supplies.size() + 1];
        Arrays.fill(row, Rational.ZERO);
        return row;
    }
}
