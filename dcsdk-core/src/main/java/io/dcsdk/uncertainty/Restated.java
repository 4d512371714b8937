package io.dcsdk.uncertainty;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.design.SupplyRule;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.workload.Workload;
import java.util.List;
import java.util.Optional;

/** A design problem of which a scenario or a year differs in some parts. */
final class Restated {
    private final DesignProblem base;
    private List<Workload> workloads;
    private Finance finance;
    private EnergyWeight lambda;
    private Ratio utilisation;
    private Optional<Catalog> catalog;
    private Optional<FabricRule> fabric;
    private Optional<SupplyRule> supply;
    private boolean isLimitedInEnergy = true;

    private Restated(DesignProblem base) {
        this.base = base;
        this.workloads = base.workloads();
        this.finance = base.finance();
        this.lambda = base.lambda();
        this.utilisation = base.utilisation();
        this.catalog = base.catalog();
        this.fabric = base.fabric();
        this.supply = base.supply();
    }

    static Restated of(DesignProblem base) {
        return new Restated(base);
    }

    Restated workload(Workload only) {
        workloads = List.of(only);
        return this;
    }

    Restated finance(Finance value) {
        finance = value;
        return this;
    }

    Restated lambda(EnergyWeight value) {
        lambda = value;
        return this;
    }

    Restated utilisation(Ratio value) {
        utilisation = value;
        return this;
    }

    Restated catalog(Catalog value) {
        catalog = Optional.of(value);
        return this;
    }

    /** The same over-subscription, in a network that is there. */
    Restated withGivenFabric() {
        fabric = Optional.of(new FabricRule(false, base.fabricOrNonBlocking().oversubscription()));
        return this;
    }

    Restated withoutSupply() {
        supply = Optional.empty();
        return this;
    }

    Restated withoutEnergyLimit() {
        isLimitedInEnergy = false;
        return this;
    }

    DesignProblem problem() {
        return new DesignProblem(
                base.name(),
                workloads,
                finance,
                lambda,
                utilisation,
                base.site(),
                base.redundancy(),
                fabric,
                supply,
                base.policy(),
                base.software(),
                base.serverTypes(),
                isLimitedInEnergy ? base.energyLimit() : Optional.empty(),
                catalog);
    }
}
