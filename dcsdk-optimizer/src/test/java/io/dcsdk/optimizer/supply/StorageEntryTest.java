package io.dcsdk.optimizer.supply;

import static io.dcsdk.optimizer.supply.Supplies.amount;
import static io.dcsdk.optimizer.supply.Supplies.hours;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.Sizing.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Depth of discharge, ageing and ratios of energy and power, by hand. */
final class StorageEntryTest {
    /** Twelve cheap hours, twelve dear ones; what is stored saves 80. */
    private static final String DAY = hours(24) + """
            series:
              price: {daily: [10,10,10,10,10,10,10,10,10,10,10,10,90,90,90,90,90,90,90,90,90,90,90,90]}
            demands:
              - {node: site, power: 1}
            sources:
              - {name: grid, node: site, capacity: {max: 9}, price: price}
            storages:
              - name: battery
                node: site
                power: {max: 5}
                energy: {annual_cost: 20}
                charge_efficiency: 1
                discharge_efficiency: 1
            """;

    @Test
    void onlyTheDepthOfDischargeIsUsed() {
        SupplySystem whole = Supplies.supply(DAY);
        assertEquals(24 * 10 + 12 * 20, Supplies.cost(whole), 1e-3);
        SupplySystem half = Supplies.supply(DAY + "    depth_of_discharge: 0.5\n");
        Design design = Supplies.sized(half);
        assertEquals(24, amount(half, design, "battery energy"), 1e-4);
        assertEquals(24 * 10 + 24 * 20, design.cost(), 1e-3);
    }

    @Test
    void ageingIsPaidWithEveryMegawattHourGivenBack() {
        assertEquals(24 * 10 + 12 * (20 + 30), Supplies.cost(DAY + "    ageing_cost: 30\n"), 1e-3);
        // 20 + 61 are more than the 80 that it saves.
        assertEquals(12 * 10 + 12 * 90, Supplies.cost(DAY + "    ageing_cost: 61\n"), 1e-3);
    }

    @Test
    void lossesAreBoughtInTheCheapHours() {
        String lossy = DAY.replace("charge_efficiency: 1\n", "charge_efficiency: 0.8\n");
        // Both efficiencies are 0.8: a MWh given back needs 1.25 in the battery and 1.5625 from the grid.
        assertEquals(12 * 10 + 12 * 15.625 + 15 * 20, Supplies.cost(lossy), 1e-3);
    }

    @Test
    void powerIsTiedToEnergyWithinARange() {
        String priced = DAY.replace("power: {max: 5}", "power: {annual_cost: 1}");
        SupplySystem free = Supplies.supply(priced);
        assertEquals(1, amount(free, Supplies.sized(free), "battery"), 1e-4);
        // At most 4 h: 12 MWh need 3 MW. At least 15 h: 1 MW needs 15 MWh, of which 12 are used.
        SupplySystem most = Supplies.supply(priced + "    most_hours: 4\n");
        Design design = Supplies.sized(most);
        assertEquals(3, amount(most, design, "battery"), 1e-4);
        assertEquals(24 * 10 + 12 * 20 + 3, design.cost(), 1e-3);
        SupplySystem least = Supplies.supply(priced + "    least_hours: 15\n");
        design = Supplies.sized(least);
        assertEquals(15, amount(least, design, "battery energy"), 1e-4);
        assertEquals(24 * 10 + 15 * 20 + 1, design.cost(), 1e-3);
    }

    @Test
    void aStorageOfNoPowerIsNone() {
        String none = DAY.replace("power: {max: 5}", "power: {max: 0}") + "    least_hours: 1\n    most_hours: 4\n";
        assertEquals(12 * 10 + 12 * 90, Supplies.cost(none), 1e-3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "depth_of_discharge: 80|depth_of_discharge (80.0) of storage battery: must be above 0 and at most 1",
                "ageing_cost: -1|ageing_cost (-1.0) of storage battery: is negative",
                "energy_hours: 4|must have either energy or energy_hours",
                "least_hours: 4; most_hours: 4|use energy_hours for a fixed ratio.",
                "least_hours: 4; most_hours: 2|must be a range above 0, beside energy",
            })
    void saysWhatIsWrongInAStorage(String line, String message) {
        String refused = Supplies.refusal(DAY + "    " + line.replace("; ", "\n    ") + "\n");
        assertTrue(refused.contains(message), refused);
    }
}
