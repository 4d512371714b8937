package io.dcsdk.design;

import io.dcsdk.compute.SoftwareEnvironment;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.security.SecurityControl;
import java.util.List;

/** Adds up C. */
final class CostModel {
    private final DesignProblem problem;
    private final ChosenItems chosen;
    private Money capital = Money.ZERO;
    private Money softwareCapital = Money.ZERO;
    private MoneyRate software = MoneyRate.ZERO;
    private MoneyRate maintenance = MoneyRate.ZERO;

    private CostModel(DesignProblem problem, ChosenItems chosen) {
        this.problem = problem;
        this.chosen = chosen;
    }

    static Cost of(DesignProblem problem, ChosenItems chosen) {
        CostModel model = new CostModel(problem, chosen);
        model.servers();
        model.storage();
        model.network();
        model.facility();
        model.controls();
        Finance finance = problem.finance();
        return new Cost(
                finance.capital(model.capital),
                finance.capital(model.softwareCapital).plus(finance.running(model.software)),
                finance.running(model.maintenance));
    }

    private void servers() {
        List<SoftwareEnvironment> environments = problem.environments();
        chosen.servers().forEach((server, count) -> {
            capital = capital.plus(server.price().times(count));
            maintenance = maintenance.plus(server.maintenance().times(count));
            for (SoftwareEnvironment environment : environments) {
                MoneyRate each = environment
                        .perServer()
                        .plus(environment.perAccelerator().times(server.acceleratorCount()));
                software = software.plus(each.times(count));
            }
        });
        for (SoftwareEnvironment environment : environments) {
            software = software.plus(environment.fixed());
        }
    }

    private void storage() {
        chosen.storage().forEach((unit, count) -> {
            capital = capital.plus(unit.price().times(count));
            maintenance = maintenance.plus(unit.maintenance().times(count));
        });
    }

    private void network() {
        chosen.fabric().ifPresent(fabric -> chosen.networkSwitch().ifPresent(item -> {
            capital = capital.plus(item.price().times(fabric.switches()))
                    .plus(item.cablePrice().times(fabric.cables()));
            maintenance = maintenance.plus(item.maintenance().times(fabric.switches()));
        }));
    }

    private void facility() {
        problem.siteOrUnlimited().rackPrice().ifPresent(price -> capital = capital.plus(price.times(chosen.racks())));
        chosen.cooling().ifPresent(system -> {
            capital = capital.plus(system.unitPrice().times(chosen.coolingUnits()));
            maintenance = maintenance.plus(system.unitMaintenance().times(chosen.coolingUnits()));
        });
        chosen.supplies().forEach((supply, use) -> {
            Money price = use.capacity().times(supply.price());
            capital = capital.plus(price);
            maintenance = maintenance.plus(
                    MoneyRate.dollarsPerYear(1).times(price.base()).times(supply.maintenanceShare()));
        });
    }

    private void controls() {
        MoneyRate staffCost = problem.finance().staffCost().orElse(MoneyRate.ZERO);
        for (SecurityControl control : chosen.controls()) {
            softwareCapital = softwareCapital.plus(control.price());
            software = software.plus(control.annual()).plus(control.perServer().times(chosen.serverCount()));
            maintenance = maintenance.plus(staffCost.times(control.staff()));
        }
    }
}
