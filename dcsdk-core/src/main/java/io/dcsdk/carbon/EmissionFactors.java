package io.dcsdk.carbon;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.item.ItemRules;

/**
 * Carbon of generation by fuel.
 *
 * @param gramsPerKilowattHour by the name of the fuel, 0 to 3000 gCO2e/kWh
 * @param source where they come from
 */
public record EmissionFactors(ImmutableMap<String, Double> gramsPerKilowattHour, String source) {
    /**
     * Life-cycle medians of IPCC AR5 WG III (2014), annex III, by the fuel codes of the EIA: wind on shore, photovoltaics on
     * roofs, hydro, gas in combined cycles, pulverised coal, nuclear, and biomass for other; oil, which the annex leaves out,
     * 650 as is usual beside it.
     */
    public static final EmissionFactors LIFE_CYCLE_BY_EIA_CODE = new EmissionFactors(
            ImmutableMap.of(
                    "WND", 11.0, "SUN", 41.0, "WAT", 24.0, "OIL", 650.0, "NG", 490.0, "COL", 820.0, "NUC", 12.0, "OTH",
                    230.0),
            "IPCC AR5 WG III annex III medians; oil 650");

    /** Checks the figures. */
    public EmissionFactors {
        ItemRules rules = ItemRules.of("emission factors", "");
        rules.text("source", source, 200);
        gramsPerKilowattHour.forEach((fuel, grams) -> {
            if (!(grams >= 0 && grams <= 3000)) {
                throw rules.broken(fuel, grams, "is not within 0 and 3000", "it is in g/kWh: 0.82 kg/kWh is 820.");
            }
        });
    }
}
