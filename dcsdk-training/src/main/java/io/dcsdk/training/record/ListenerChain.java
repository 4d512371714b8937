package io.dcsdk.training.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes every call on, in order; the end of the run reaches all, so that every file is closed. */
record ListenerChain(List<TrainingListener> listeners) implements TrainingListener {
    @Override
    public void onStart(RunStart start) {
        listeners.forEach(listener -> listener.onStart(start));
    }

    @Override
    public void onStep(StepRecord step) {
        listeners.forEach(listener -> listener.onStep(step));
    }

    @Override
    public void onEvaluation(EvaluationRecord evaluation) {
        listeners.forEach(listener -> listener.onEvaluation(evaluation));
    }

    @Override
    public void onEpoch(EpochRecord epoch) {
        listeners.forEach(listener -> listener.onEpoch(epoch));
    }

    @Override
    public void onFinish(RunEnd end) {
        @Nullable RuntimeException first = null;
        for (TrainingListener listener : listeners) {
            try {
                listener.onFinish(end);
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
