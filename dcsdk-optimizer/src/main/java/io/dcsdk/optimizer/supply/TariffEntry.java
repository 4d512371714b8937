package io.dcsdk.optimizer.supply;

import java.util.List;
import java.util.Optional;

/**
 * A tariff by time of use, in the clocks of the document's zone.
 *
 * @param name unique in the document
 * @param energy prices of energy: in each step the first rule that fits counts, and one must; empty for a tariff of demand
 *     charges alone, beside a source's price
 * @param demand charges for the largest power of each month, each within its window; they add
 * @param holidays dates like 2023-07-04 that count as weekend
 */
public record TariffEntry(String name, List<EnergyRule> energy, List<DemandRule> demand, List<String> holidays) {
    /** Copies the lists. */
    public TariffEntry {
        energy = List.copyOf(energy);
        demand = List.copyOf(demand);
        holidays = List.copyOf(holidays);
    }

    /**
     * A price of energy within a window.
     *
     * @param price currency per MWh
     * @param months 1 to 12; all if empty
     * @param days all if absent
     * @param hours ranges of the clock like 14-20, the end not included; all if empty
     */
    public record EnergyRule(double price, List<Integer> months, Optional<DayKind> days, List<String> hours) {
        /** Copies the lists. */
        public EnergyRule {
            months = List.copyOf(months);
            hours = List.copyOf(hours);
        }
    }

    /**
     * A charge for the largest power that is drawn within a window in a month. Power is the mean of a step: with steps of an
     * hour a peak of 15 minutes is not seen.
     *
     * @param name such as on-peak
     * @param charge currency per MW, for each month in which the window has a step
     * @param months 1 to 12; all if empty
     * @param days all if absent
     * @param hours ranges of the clock like 14-20, the end not included; all if empty
     */
    public record DemandRule(
            String name, double charge, List<Integer> months, Optional<DayKind> days, List<String> hours) {
        /** Copies the lists. */
        public DemandRule {
            months = List.copyOf(months);
            hours = List.copyOf(hours);
        }
    }
}
