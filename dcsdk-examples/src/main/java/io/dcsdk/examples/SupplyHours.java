package io.dcsdk.examples;

import io.dcsdk.optimizer.hourly.DispatchTable;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.supply.CarbonBasis;
import io.dcsdk.optimizer.supply.SupplySystem;
import io.dcsdk.series.StepTable;

/** A sized supply step by step. */
final class SupplyHours {
    private SupplyHours() {}

    /** The steps at their times where the document has a calendar, else by their number. */
    static StepTable steps(SupplySystem stated) {
        return stated.calendar()
                .axis()
                .map(StepTable::at)
                .orElseGet(() -> StepTable.of(stated.system().steps()));
    }

    /**
     * Adds the columns of a design, with its carbon on both bases if a factor is known.
     *
     * @param table of the same steps
     * @param stated the supply
     * @param system what was sized: that of the supply, or the same with a further load
     * @param design a design of it
     */
    static StepTable appended(StepTable table, SupplySystem stated, EnergySystem system, Design design) {
        StepTable whole = DispatchTable.appended(
                table, system, design, stated.document().currency().orElse(""));
        if (stated.emissions().isEmpty()) {
            return whole;
        }
        for (CarbonBasis basis : CarbonBasis.values()) {
            whole = DispatchTable.withCarbon(
                    whole, "%s-based carbon".formatted(basis), system, design, stated.emissions(basis));
        }
        return whole;
    }
}
