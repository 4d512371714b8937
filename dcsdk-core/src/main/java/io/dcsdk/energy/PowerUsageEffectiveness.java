package io.dcsdk.energy;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;

/**
 * Energy of the whole facility over energy of its IT equipment (PUE; ISO/IEC 30134-2:2016).
 *
 * @param value the ratio, at least 1
 */
public record PowerUsageEffectiveness(Ratio value) {
    /** Checks the value. */
    public PowerUsageEffectiveness {
        ItemRules rules = ItemRules.of("facility", "");
        rules.required("PUE", value);
        if (value.compareTo(Ratio.ONE) < 0) {
            throw rules.broken(
                    "PUE", value, "is below 1", "it is IT energy over facility energy, which is the inverse.");
        }
    }

    /**
     * The PUE of a facility whose overheads are cooling and power distribution.
     *
     * @param coolingOverhead cooling energy over IT energy, at least 0
     * @param distributionLoss energy lost in transformers, UPS and cables over IT energy, at least 0
     * @return 1 + coolingOverhead + distributionLoss
     * @throws io.dcsdk.item.ItemException if one is negative
     */
    public static PowerUsageEffectiveness of(Ratio coolingOverhead, Ratio distributionLoss) {
        ItemRules rules = ItemRules.of("facility", "");
        rules.nonNegative("coolingOverhead", coolingOverhead);
        rules.nonNegative("distributionLoss", distributionLoss);
        return new PowerUsageEffectiveness(Ratio.ONE.plus(coolingOverhead).plus(distributionLoss));
    }

    /**
     * Energy of the facility.
     *
     * @param it energy of the IT equipment
     * @return it × PUE
     */
    public Energy facilityEnergy(Energy it) {
        return it.times(value);
    }

    /**
     * Energy of all that is not IT equipment.
     *
     * @param it energy of the IT equipment
     * @return it × (PUE − 1)
     */
    public Energy overheadEnergy(Energy it) {
        return it.times(value.minus(Ratio.ONE));
    }

    /**
     * Power of the facility.
     *
     * @param it power of the IT equipment
     * @return it × PUE
     */
    public Power facilityPower(Power it) {
        return it.times(value);
    }

    /**
     * The IT power that a facility of limited power can feed.
     *
     * @param facility power of the facility
     * @return facility / PUE, rounded to 34 digits
     */
    public Power itPower(Power facility) {
        return facility.dividedBy(value.base());
    }

    @Override
    public String toString() {
        return "PUE " + value;
    }
}
