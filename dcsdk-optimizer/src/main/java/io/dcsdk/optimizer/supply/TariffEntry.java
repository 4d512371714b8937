package io.dcsdk.optimizer.supply;

import java.util.List;
import java.util.Optional;

/**
 * A tariff by time of use, in the clocks of the document's zone: rules in the document, or in a table beside it (CSV, RFC 4180, with
 * a line of names), such as
 *
 * <pre>
 * season,period,months,days,from,to,price (USD/MWh),demand charge (USD/MW)
 * ,any time,all,all,0,24,,1500
 * summer,on-peak,6-9,weekdays,16,21,145,4500
 * summer,off-peak,6-9,weekdays,21,16,62,
 * summer,off-peak,6-9,weekends,0,24,62,
 * winter,off-peak,10-5,all,0,24,48,
 * </pre>
 *
 * <ul>
 *   <li>{@code months}: numbers and ranges like {@code 1 3-5 11-2}, or {@code all};
 *   <li>{@code days}: a {@link DayKind};
 *   <li>{@code from}, {@code to}: of the clock, like 16 or 16:30, 24 at the end of a day; over midnight where {@code to} is earlier,
 *       and then a part of both days;
 *   <li>{@code price}: of energy, {@code (CURRENCY/MWh)} or {@code (CURRENCY/kWh)} in the name of its column, in the document's
 *       currency. Rows with a price hold every minute of the year exactly once, or the tariff has no price at all;
 *   <li>{@code demand charge}: for the largest power of each month within the rows of the same season and period together,
 *       {@code (CURRENCY/MW)} or {@code (CURRENCY/kW)}; the same in each of these rows. 0 is no charge. Charges add, each named by its
 *       season and period;
 *   <li>{@code season}, {@code period}: names; a season has the same months in all its rows. Either column may be left out.
 * </ul>
 *
 * <p>A table has at most 1,000 rows.
 *
 * @param name unique in the document
 * @param file the table, a path relative to the folder of the document; in place of {@code energy} and {@code demand}
 * @param energy prices of energy: in each step the first rule that fits counts, and one must; empty for a tariff of demand
 *     charges alone, beside a source's price
 * @param demand charges for the largest power of each month, each within its window; they add
 * @param holidays dates like 2023-07-04 that count as weekend, unless a rule is for holidays or for weekends only
 */
public record TariffEntry(
        String name, Optional<String> file, List<EnergyRule> energy, List<DemandRule> demand, List<String> holidays) {
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
