package io.dcsdk.optimizer.formulation;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.SupplyRule;
import io.dcsdk.energy.Supply;
import io.dcsdk.energy.SupplyKind;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.util.List;

/**
 * The supply of electricity in annual means: capacity x_g and mean output e_g ≤ capacity factor × x_g of each supply,
 * Σ e_g at least the mean load, Σ firm share × x_g at least the peak load. A battery gives no energy over a year.
 */
final class AnnualSupplyPart {
    private final ProgramDraft draft;
    private final DesignProblem problem;
    private final List<Supply> supplies;

    AnnualSupplyPart(ProgramDraft draft, DesignProblem problem) {
        this.draft = draft;
        this.problem = problem;
        this.supplies = problem.items().supplies();
    }

    void formulate(SupplyRule rule) {
        LinearExpression peak =
                new LinearExpression().add(draft.peakIt, Rational.ONE).add(draft.peakCooling, Rational.ONE);
        LinearExpression mean =
                new LinearExpression().add(draft.meanIt, Rational.ONE).add(draft.meanCooling, Rational.ONE);
        LinearExpression firm = new LinearExpression();
        LinearExpression output = new LinearExpression();
        LinearExpression renewable = new LinearExpression();
        LinearExpression carbon = new LinearExpression();
        for (Supply supply : supplies) {
            declare(supply, draft.largest(peak), draft.largest(mean));
            firm.add(VariableNames.capacity(supply), supply.firmShare().base());
            if (supply.kind() != SupplyKind.BATTERY) {
                output.add(VariableNames.output(supply), Rational.ONE);
                CarbonMass each =
                        supply.carbonIntensity().times(Power.kilowatts(1).times(TimeSpan.years(1)));
                carbon.add(VariableNames.output(supply), each.base());
                if (supply.renewable()) {
                    renewable.add(VariableNames.output(supply), Rational.ONE);
                }
            }
        }
        draft.requirement("supply-peak", firm, Relation.GE, peak);
        draft.requirement("supply-energy", output, Relation.GE, mean);
        rule.renewableShare()
                .ifPresent(share -> draft.requirement(
                        "renewable-share", renewable, Relation.GE, new LinearExpression().add(mean, share.base())));
        rule.carbonPerYear()
                .ifPresent(limit -> draft.requirement(
                        "carbon", carbon, Relation.LE, new LinearExpression().plusConstant(limit.base())));
    }

    private void declare(Supply supply, Rational peak, Rational mean) {
        String capacity = VariableNames.capacity(supply);
        BigDecimal factor = supply.capacityFactor().base();
        BigDecimal firm = supply.firmShare().base();
        Rational enough = Rational.ZERO;
        if (firm.signum() > 0) {
            enough = enough.max(peak.dividedBy(Rational.of(firm)));
        }
        if (factor.signum() > 0) {
            enough = enough.max(mean.dividedBy(Rational.of(factor)));
        }
        draft.continuous(capacity, enough);
        supply.maximum()
                .ifPresent(limit -> draft.requirement(
                        "maximum." + supply.id(),
                        LinearExpression.of(capacity),
                        Relation.LE,
                        new LinearExpression().plusConstant(ItemSums.kilowatts(limit))));
        if (supply.kind() != SupplyKind.BATTERY) {
            String output = VariableNames.output(supply);
            draft.continuous(output, enough.times(Rational.of(factor)));
            draft.physics(
                    "output." + supply.id(),
                    LinearExpression.of(output),
                    Relation.LE,
                    new LinearExpression().add(capacity, factor));
        }
        Money price = Power.kilowatts(1).times(supply.price());
        BigDecimal years = BigDecimal.valueOf(1);
        Money capital = problem.finance().capital(price);
        Money yearly = price.times(supply.maintenanceShare()).times(years);
        Money maintenance = problem.finance().running(yearly.dividedBy(TimeSpan.years(1)));
        draft.capital.add(capacity, capital.base());
        draft.running.add(capacity, maintenance.base());
    }
}
