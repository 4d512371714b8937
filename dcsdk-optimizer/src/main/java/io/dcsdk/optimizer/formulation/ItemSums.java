package io.dcsdk.optimizer.formulation;

import io.dcsdk.compute.Server;
import io.dcsdk.compute.SoftwareEnvironment;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Finance;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Mass;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.storage.StorageUnit;
import java.math.BigDecimal;

/** Adds what each unit of equipment costs, draws, takes and weighs to the sums of the draft. */
final class ItemSums {
    private static final BigDecimal WATTS_PER_KILOWATT = BigDecimal.valueOf(1000);

    private final ProgramDraft draft;
    private final DesignProblem problem;
    private final Finance finance;

    ItemSums(ProgramDraft draft, DesignProblem problem) {
        this.draft = draft;
        this.problem = problem;
        this.finance = problem.finance();
    }

    static BigDecimal kilowatts(Power power) {
        return power.base().divide(WATTS_PER_KILOWATT);
    }

    void server(Server server) {
        MoneyRate software = MoneyRate.ZERO;
        for (SoftwareEnvironment environment : problem.environments()) {
            software = software.plus(environment.perServer())
                    .plus(environment.perAccelerator().times(server.acceleratorCount()));
        }
        LinearExpression count = LinearExpression.of(VariableNames.count(server));
        money(count, server.price(), server.maintenance().plus(software));
        equipment(count, server.idlePower(), server.maxPower(), server.rackUnits(), server.weight());
    }

    void storage(StorageUnit unit) {
        LinearExpression count = LinearExpression.of(VariableNames.count(unit));
        money(count, unit.price(), unit.maintenance());
        equipment(count, unit.idlePower(), unit.maxPower(), unit.rackUnits(), unit.weight());
    }

    void networkSwitch(NetworkSwitch item, LinearExpression count) {
        money(count, item.price(), item.maintenance());
        equipment(count, item.idlePower(), item.maxPower(), item.rackUnits(), item.weight());
    }

    void cables(NetworkSwitch item, LinearExpression count) {
        money(count, item.cablePrice(), MoneyRate.ZERO);
    }

    /** Adds what each unit of something costs once and in a year. */
    void money(LinearExpression count, Money price, MoneyRate yearly) {
        draft.capital.add(count, finance.capital(price).base());
        draft.running.add(count, finance.running(yearly).base());
    }

    private void equipment(LinearExpression count, Power idle, Power max, int rackUnits, Mass weight) {
        Ratio utilisation = problem.utilisation();
        draft.peakIt.add(count, kilowatts(max));
        draft.meanIt.add(count, kilowatts(idle.plus(max.minus(idle).times(utilisation))));
        draft.rackUnits.add(count, Rational.of(rackUnits));
        draft.weight.add(count, weight.base());
    }
}
