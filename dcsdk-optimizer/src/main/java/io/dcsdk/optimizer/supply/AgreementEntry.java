package io.dcsdk.optimizer.supply;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A power-purchase agreement: so many MW of a profile, or of the same power in every hour (baseload), at a strike price. It is
 * paid as produced: {@code Σ hours strike profile} for each MW, whether the energy is used, stored, sold or curtailed.
 *
 * @param name unique in the document
 * @param node where its energy arrives
 * @param capacity MW contracted; min and max the same where it is given; an annual cost is a fee beside the strike price
 * @param profile MW delivered for one MW contracted, 0 to 1; 1 in every step if absent: baseload
 * @param strike currency per MWh
 * @param carbon t/MWh, location-based: what the grid emits on average where the energy is taken, whatever was contracted (GHG
 *     Protocol, Scope 2 Guidance). Needed where the document counts carbon, unless {@code behindTheMeter}
 * @param carbonMarket t/MWh, market-based; 0 if absent, as with certificates of wind and sun
 * @param carbonFree the share of its energy that is made without carbon, 0 to 1; 1 if absent
 * @param behindTheMeter true where its energy comes over a line of its own and not out of the grid: then it counts 0 t/MWh by location
 * @param carbonSource where the factors are from, for reports
 */
public record AgreementEntry(
        String name,
        String node,
        CapacityEntry capacity,
        Optional<SupplyValue> profile,
        SupplyValue strike,
        Optional<SupplyValue> carbon,
        @JsonProperty("carbon_market") Optional<SupplyValue> carbonMarket,
        @JsonProperty("carbon_free") Optional<SupplyValue> carbonFree,
        @JsonProperty("behind_the_meter") Optional<Boolean> behindTheMeter,
        @JsonProperty("carbon_source") Optional<String> carbonSource) {}
