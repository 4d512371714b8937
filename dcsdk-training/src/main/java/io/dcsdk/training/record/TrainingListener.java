package io.dcsdk.training.record;

import java.util.List;

/**
 * Is told how a training run goes. Every method does nothing unless it is overridden.
 *
 * <p>The order of calls is a promise of the training loop:
 *
 * <pre>
 * onStart  ( onStep+  onEvaluation?  onEpoch )*  onEvaluation*  onFinish
 * </pre>
 *
 * <p>{@link #onStart} comes once, before the first step. {@link #onFinish} comes exactly once after it, however the run
 * ends: also when it diverges, is interrupted or fails, and also when a listener refuses to start, so a listener must bear
 * it after a start that failed. A run that is resumed is a new run to its listeners, with
 * {@link RunStart#resumed()} set: steps after {@link RunStart#stepsDone()} that an earlier, killed process had told about
 * are done again. A step record ends wherever a checkpoint is written, so that none spans the point of resumption.
 *
 * <p>All calls come from the thread that trains, so that a slow listener slows training. An exception thrown by a
 * listener ends the run.
 */
public interface TrainingListener {
    /**
     * The run begins.
     *
     * @param start what is trained, on what, and from which step
     */
    default void onStart(RunStart start) {}

    /**
     * Some steps are done. The loss is read from the device every few steps only, so a record may cover several.
     *
     * @param step the steps since the last record
     */
    default void onStep(StepRecord step) {}

    /**
     * The model was evaluated, on the validation set after an epoch or on the test set at the end.
     *
     * @param evaluation its scores
     */
    default void onEvaluation(EvaluationRecord evaluation) {}

    /**
     * An epoch is done, with the evaluation that belongs to it.
     *
     * @param epoch the epoch
     */
    default void onEpoch(EpochRecord epoch) {}

    /**
     * The run is over. Files are closed here.
     *
     * @param end why, and the best epoch
     */
    default void onFinish(RunEnd end) {}

    /**
     * One listener that passes every call on to several, in their order. When one of them throws, the others are not
     * called, except for {@link #onFinish}, which reaches all: the first exception is thrown afterwards with the others
     * suppressed.
     *
     * @param listeners the listeners; none is fine
     * @return the listener
     */
    static TrainingListener all(List<? extends TrainingListener> listeners) {
        return new ListenerChain(List.copyOf(listeners));
    }
}
