package io.dcsdk.cooling;

import io.dcsdk.series.StepTable;
import io.dcsdk.series.TimeSeries;

/**
 * A facility by the hour as columns of a table: {@code IT}, {@code cooling}, {@code power losses}, {@code lighting} and their sum
 * {@code facility} in MW, {@code PUE}, {@code WUE} in L/kWh, {@code water} in m3/h, {@code free cooling}, the share of heat removed
 * without a compressor, and {@code supply temperature} in degC. {@code facility (MW)} can be the demand of a supply.
 */
public final class FacilityTable {
    private static final double WATTS_PER_MEGAWATT = 1e6;
    private static final double WATTS_PER_KILOWATT = 1e3;
    private static final double LITRES_PER_CUBIC_METRE = 1e3;

    private FacilityTable() {}

    /**
     * Adds the columns of a facility.
     *
     * @param table of the same steps
     * @param prefix what stands before each name, such as the facility's cooling; may be empty
     * @param year the facility
     * @return the table with ten more columns; PUE and WUE have no number where the IT equipment stands still
     * @throws io.dcsdk.series.SeriesException if the table has such columns already
     */
    public static StepTable appended(StepTable table, String prefix, FacilityYear year) {
        TimeSeries facility = year.facility();
        TimeSeries equipment = year.itLoad();
        StepTable whole = power(table, prefix + "IT", equipment);
        whole = power(whole, prefix + "cooling", year.cooling());
        whole = power(whole, prefix + "power losses", year.powerLosses());
        whole = power(whole, prefix + "lighting", year.lighting());
        whole = power(whole, prefix + "facility", facility);
        return whole.with(prefix + "PUE", "", hour -> year.hourlyPowerUsageEffectiveness(hour)
                        .orElse(Double.NaN))
                .with(
                        prefix + "WUE",
                        "L/kWh",
                        hour -> ratio(WATTS_PER_KILOWATT * year.water().at(hour), equipment.at(hour)))
                .with(prefix + "water", "m3/h", hour -> year.water().at(hour) / LITRES_PER_CUBIC_METRE)
                .with(prefix + "free cooling", "", hour -> year.freeShare().at(hour))
                .with(prefix + "supply temperature", "degC", hour -> year.supplyTemperature()
                        .at(hour));
    }

    private static StepTable power(StepTable table, String name, TimeSeries watts) {
        return table.with(name, "MW", hour -> watts.at(hour) / WATTS_PER_MEGAWATT);
    }

    private static double ratio(double above, double below) {
        return below > 0 ? above / below : Double.NaN;
    }
}
