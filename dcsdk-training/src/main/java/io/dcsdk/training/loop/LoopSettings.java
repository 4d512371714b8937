package io.dcsdk.training.loop;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.training.schedule.LearningRate;
import java.util.List;
import java.util.Map;

/**
 * How a loop goes.
 *
 * @param epochs passes over the data, at least 1
 * @param accumulation batches whose gradients make one optimizer step, at least 1
 * @param seed what shuffling and dropout are drawn from
 * @param rates the learning rate of every step
 * @param classWeights a weight for each label, or empty for 1 each
 * @param patience epochs without a better F1 after which the run stops early; 0 for never
 * @param checkpointEvery optimizer steps between states on disk within an epoch; 0 for states at the end of epochs only
 * @param readEvery optimizer steps between looks at the device; each look waits for it
 * @param configuration everything that the result depends on, by name; a run is resumed only with the same
 */
public record LoopSettings(
        int epochs,
        int accumulation,
        long seed,
        LearningRate rates,
        List<Double> classWeights,
        int patience,
        long checkpointEvery,
        int readEvery,
        Map<String, String> configuration) {
    /** Copies the collections. */
    public LoopSettings {
        classWeights = List.copyOf(classWeights);
        configuration = ImmutableMap.copyOf(configuration);
    }

    /** A number for the generator of a step; neighbouring steps and parts have unrelated ones (SplitMix64's mixer). */
    long seedOf(long step) {
        long z = seed + (step + 1) * 0x9E37_79B9_7F4A_7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return (z ^ (z >>> 31)) >>> 1;
    }
}
