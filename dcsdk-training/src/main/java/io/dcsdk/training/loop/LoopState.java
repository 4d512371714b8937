package io.dcsdk.training.loop;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a run stands, apart from the tensors: everything that the next step depends on.
 *
 * @param configuration what the run was started with, by name; a run resumes only with the same
 * @param updates optimizer steps done
 * @param epoch epochs that are complete
 * @param batches batches of the running epoch that are done
 * @param running sums over the steps of the running epoch
 * @param best the best evaluation so far
 * @param epochsWithoutGain epochs since then
 */
public record LoopState(
        Map<String, String> configuration,
        long updates,
        int epoch,
        int batches,
        EpochSums running,
        Optional<Best> best,
        int epochsWithoutGain) {
    /**
     * The best evaluation.
     *
     * @param epoch its epoch, from 1
     * @param f1 its F1, 0 to 1
     */
    public record Best(int epoch, double f1) {}

    /** Copies the configuration, sorted: equal states shall have equal bytes in every process. */
    public LoopState {
        configuration = ImmutableSortedMap.copyOf(configuration);
    }

    static LoopState fresh(Map<String, String> configuration) {
        return new LoopState(configuration, 0, 0, 0, EpochSums.NONE, Optional.empty(), 0);
    }

    LoopState stepped(int moreBatches) {
        return new LoopState(
                configuration, updates + 1, epoch, batches + moreBatches, running, best, epochsWithoutGain);
    }

    LoopState summed(EpochSums more) {
        return new LoopState(configuration, updates, epoch, batches, running.plus(more), best, epochsWithoutGain);
    }

    LoopState nextEpoch(Optional<Best> better, boolean evaluated) {
        int without = better.isPresent() || !evaluated ? 0 : epochsWithoutGain + 1;
        return new LoopState(configuration, updates, epoch + 1, 0, EpochSums.NONE, better.or(() -> best), without);
    }
}
