package io.dcsdk.profile;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a training run was measured to do. Counts, work and energy are of the same steps: those after the warm-up, without
 * evaluations and checkpoints between them.
 *
 * <p>The work is the model's: forward and backward matrix products of the batches as they were computed, so with their
 * padding, and without what activation recomputation does twice. Over the peak rate it gives model FLOP/s utilisation (MFU)
 * in the sense of Chowdhery et al., "PaLM" (arXiv 2204.02311, appendix B). Whoever wants to count padding as waste
 * multiplies with {@link #usefulShare()}.
 *
 * @param model the model
 * @param device what it ran on
 * @param precision what its matrix products were computed in
 * @param steps optimizer steps that were counted, at least 1
 * @param samples samples (sentences or windows) of them, at least 1
 * @param tokens real tokens of them, at least 1
 * @param paddedTokens tokens of the batches with padding, at least {@code tokens}
 * @param work model FLOP of the steps over all devices, above zero
 * @param time how long they took, above zero
 * @param wallTime how long the whole run took, with warm-up, evaluations and checkpoints; at least {@code time}
 * @param energy what an energy meter saw meanwhile, if there was one
 * @param memory the most memory that was held, if that was seen
 * @param checkpoint size of a complete checkpoint (weights and optimizer state), if one was written; above zero
 * @param versions versions of the SDK, the engine and the Java runtime by name
 */
public record TrainingProfile(
        ProfiledModel model,
        ProfiledDevice device,
        Precision precision,
        long steps,
        long samples,
        long tokens,
        long paddedTokens,
        ComputeWork work,
        TimeSpan time,
        TimeSpan wallTime,
        Optional<MeasuredEnergy> energy,
        Optional<MeasuredMemory> memory,
        Optional<DataSize> checkpoint,
        SortedMap<String, String> versions) {
    /** Checks the components and keeps its own map. */
    public TrainingProfile {
        ItemRules rules = ItemRules.of("training profile", "");
        rules.required("model", model);
        rules.required("device", device);
        rules.required("precision", precision);
        rules.atLeast("steps", steps, 1);
        rules.atLeast("samples", samples, 1);
        rules.atLeast("tokens", tokens, 1);
        if (paddedTokens < tokens) {
            throw rules.broken(
                    "paddedTokens", paddedTokens, "is below tokens (" + tokens + ")", "the two are swapped.");
        }
        rules.positive("work", work);
        rules.positive("time", time);
        rules.positive("wallTime", wallTime);
        rules.upTo("time", time, "wallTime", wallTime);
        energy = Objects.requireNonNullElse(energy, Optional.empty());
        memory = Objects.requireNonNullElse(memory, Optional.empty());
        checkpoint = Objects.requireNonNullElse(checkpoint, Optional.empty());
        checkpoint.ifPresent(size -> rules.positive("checkpoint", size));
        versions = new TreeMap<>(Objects.requireNonNullElse(versions, Map.of()));
        checkPeak(rules, device, precision);
    }

    private static void checkPeak(ItemRules rules, ProfiledDevice device, Precision precision) {
        device.peak().filter(rate -> rate.precision() != precision).ifPresent(rate -> {
            throw rules.broken(
                    "peak",
                    rate,
                    "is not in the precision of the run (" + precision + ")",
                    "give the peak in that one.");
        });
    }

    @Override
    public SortedMap<String, String> versions() {
        return new TreeMap<>(versions);
    }

    /**
     * Speed in samples.
     *
     * @return samples / time, over all devices, in 34 digits
     */
    public BigDecimal samplesPerSecond() {
        return perSecond(samples);
    }

    /**
     * Speed in real tokens.
     *
     * @return tokens / time, over all devices, in 34 digits
     */
    public BigDecimal tokensPerSecond() {
        return perSecond(tokens);
    }

    /**
     * Speed in tokens with padding.
     *
     * @return paddedTokens / time, over all devices, in 34 digits
     */
    public BigDecimal paddedTokensPerSecond() {
        return perSecond(paddedTokens);
    }

    private BigDecimal perSecond(long count) {
        return BigDecimal.valueOf(count).divide(time.base(), MathContext.DECIMAL128);
    }

    /**
     * The share of the tokens that are no padding.
     *
     * @return tokens / paddedTokens, above 0 and up to 1
     */
    public Ratio usefulShare() {
        return Ratio.of(BigDecimal.valueOf(tokens).divide(BigDecimal.valueOf(paddedTokens), MathContext.DECIMAL128));
    }

    /**
     * Model FLOP of a mean sample, with its padding.
     *
     * @return work / samples
     */
    public ComputeWork workPerSample() {
        return work.dividedBy(BigDecimal.valueOf(samples));
    }

    /**
     * The sustained rate of all devices together.
     *
     * @return work / time
     */
    public ComputeRate compute() {
        return work.per(time, precision);
    }

    /**
     * Model FLOP/s utilisation, MFU.
     *
     * @return compute / (count × peak), empty without a peak; above 1 only if the peak is not that of the device, or the
     *     device computed in another precision than is said (TensorFloat-32 for fp32)
     */
    public Optional<Ratio> utilisation() {
        return device.peak().map(peak -> compute().dividedBy(peak.times(device.count())));
    }

    /**
     * Energy of a mean sample, as far as the meter sees it.
     *
     * @return mean power × time / samples, empty without a meter
     */
    public Optional<Energy> energyPerSample() {
        // Energy times a ratio of times, and no power between: 300 J in 100 s of 100 samples are 3 J, to the last
        // digit.
        return energy.map(measured ->
                measured.energy().times(time.dividedBy(measured.time())).dividedBy(BigDecimal.valueOf(samples)));
    }

    /**
     * The rates for people and reports.
     *
     * @return all of them, rounded to six digits
     */
    public TrainingRates rates() {
        return TrainingRates.of(this);
    }
}
