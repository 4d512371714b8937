package io.dcsdk.optimizer.supply;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** How the file of a series is written. */
public enum SeriesForm {
    /** CSV with a line of names. */
    TABLE,
    /** An hourly file of Electricity Maps; its column is {@code direct} or {@code life-cycle}, its values become t/MWh. */
    ELECTRICITY_MAPS,
    /**
     * Generation of a grid by fuel, in MW and the codes of the EIA, with a column {@code timestamp}; its column is {@code
     * intensity}, life-cycle medians in t/MWh, or {@code carbon-free}, the share of wind, sun, water and nuclear power.
     */
    GENERATION_MIX,
    /** Hourly PV power of PVGIS, in UTC; its values become a share of the peak power. */
    PVGIS,
    /** Hourly PV power of PVWatts, a typical year in standard time; its values become a share of the DC size. */
    PVWATTS,
    /** EnergyPlus weather, a typical year in standard time; its column is a field such as {@code wind-speed}, in SI units. */
    EPW;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static SeriesForm parse(String text) {
        return KebabName.parse(SeriesForm.class, "form of a series", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
