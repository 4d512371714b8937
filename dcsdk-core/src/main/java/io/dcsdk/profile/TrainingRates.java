package io.dcsdk.profile;

import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rates that follow from a profile, rounded to six digits: for showing, not for computing with.
 *
 * @param samplesPerSecond samples in a second over all devices
 * @param tokensPerSecond real tokens in a second
 * @param paddedTokensPerSecond tokens in a second, with padding
 * @param workPerSample model FLOP of a mean sample
 * @param compute sustained rate over all devices
 * @param utilisation model FLOP/s utilisation, if the peak is known
 * @param energyPerSample energy of a mean sample, if there was a meter
 * @param meanPower mean power that the meter saw, if there was one
 */
public record TrainingRates(
        BigDecimal samplesPerSecond,
        BigDecimal tokensPerSecond,
        BigDecimal paddedTokensPerSecond,
        ComputeWork workPerSample,
        ComputeRate compute,
        Optional<Ratio> utilisation,
        Optional<Energy> energyPerSample,
        Optional<Power> meanPower) {
    private static final MathContext SHOWN = new MathContext(6);

    static TrainingRates of(TrainingProfile profile) {
        return new TrainingRates(
                shown(profile.samplesPerSecond()),
                shown(profile.tokensPerSecond()),
                shown(profile.paddedTokensPerSecond()),
                ComputeWork.of(shown(profile.workPerSample().base()), ComputeWork.Unit.FLOP),
                ComputeRate.of(shown(profile.compute().base()), ComputeRate.Unit.FLOP_PER_SECOND, profile.precision()),
                profile.utilisation().map(ratio -> Ratio.of(shown(ratio.base()))),
                profile.energyPerSample().map(energy -> Energy.of(shown(energy.base()), Energy.Unit.JOULE)),
                profile.energy().map(energy -> Power.of(shown(energy.meanPower().base()), Power.Unit.WATT)));
    }

    private static BigDecimal shown(BigDecimal exact) {
        BigDecimal rounded = exact.round(SHOWN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /**
     * The rates for people to read.
     *
     * @return one line each
     */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add("%s samples/s".formatted(samplesPerSecond.toPlainString()));
        lines.add("%s tokens/s (%s with padding)"
                .formatted(tokensPerSecond.toPlainString(), paddedTokensPerSecond.toPlainString()));
        lines.add("%s of model work, %s a sample".formatted(compute, workPerSample));
        utilisation.ifPresent(ratio -> lines.add("MFU %s".formatted(ratio)));
        energyPerSample.ifPresent(energy -> lines.add("%s a sample".formatted(energy)));
        meanPower.ifPresent(power -> lines.add("%s mean".formatted(power)));
        return List.copyOf(lines);
    }
}
