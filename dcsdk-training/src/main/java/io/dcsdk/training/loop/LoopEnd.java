package io.dcsdk.training.loop;

import io.dcsdk.training.record.BestEpoch;
import io.dcsdk.training.record.StopReason;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param reason completed, stopped early or interrupted; other ends are exceptions
 * @param updates optimizer steps done, those before a resumption included
 * @param best the best epoch, where there was a validation set
 */
public record LoopEnd(StopReason reason, long updates, Optional<BestEpoch> best) {}
