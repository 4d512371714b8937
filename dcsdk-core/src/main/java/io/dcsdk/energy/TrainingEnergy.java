package io.dcsdk.energy;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;

/**
 * Energy and carbon of a training run after Patterson et al., "Carbon Emissions and Large Neural Network Training"
 * (2021): energy = accelerators × time × mean power × PUE; carbon = energy × carbon intensity. Exact in the decimals of
 * its inputs.
 *
 * @param accelerators how many accelerators run, at least 1
 * @param duration how long, at least 0
 * @param meanPower mean power of one accelerator with its share of the server, at least 0
 * @param effectiveness PUE of the facility
 */
public record TrainingEnergy(
        long accelerators, TimeSpan duration, Power meanPower, PowerUsageEffectiveness effectiveness) {
    /** Checks the components. */
    public TrainingEnergy {
        ItemRules rules = ItemRules.of("training energy", "");
        rules.atLeast("accelerators", accelerators, 1);
        rules.nonNegative("duration", duration);
        rules.nonNegative("meanPower", meanPower);
        rules.required("effectiveness", effectiveness);
    }

    /**
     * A run of which only the sum of the accelerators' hours is known.
     *
     * @param acceleratorTime sum of the time that each accelerator ran, at least 0
     * @param meanPower mean power of one accelerator, at least 0
     * @return the run, with a PUE of 1
     * @throws io.dcsdk.item.ItemException if a figure is negative
     */
    public static TrainingEnergy ofAcceleratorTime(TimeSpan acceleratorTime, Power meanPower) {
        return new TrainingEnergy(1, acceleratorTime, meanPower, new PowerUsageEffectiveness(Ratio.ONE));
    }

    /**
     * Energy of the accelerators with their servers.
     *
     * @return accelerators × duration × meanPower
     */
    public Energy itEnergy() {
        return meanPower.times(accelerators).times(duration);
    }

    /**
     * Energy of the facility for the run.
     *
     * @return itEnergy × PUE
     */
    public Energy energy() {
        return effectiveness.facilityEnergy(itEnergy());
    }

    /**
     * Carbon of the energy.
     *
     * @param intensity carbon intensity of the supply, at least 0
     * @return energy × intensity
     * @throws io.dcsdk.item.ItemException if the intensity is negative
     */
    public CarbonMass carbon(CarbonIntensity intensity) {
        ItemRules.of("training energy", "").nonNegative("carbonIntensity", intensity);
        return energy().times(intensity);
    }
}
