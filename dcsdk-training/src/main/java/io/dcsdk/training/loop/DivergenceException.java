package io.dcsdk.training.loop;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A loss or a gradient that is not finite. No parameter has changed since the step before it, and nothing was saved since.
 */
public final class DivergenceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final long step;
    private final double learningRate;

    DivergenceException(long step, double learningRate, double loss, double norm, Optional<Path> lastGood) {
        super(
                "loss (%s) or gradient norm (%s) of step %d at learning rate %s: it is not finite; the last good state is %s\nMaybe lower the learning rate, or warm up longer."
                        .formatted(
                                loss,
                                norm,
                                step,
                                learningRate,
                                lastGood.map(Path::toString).orElse("not on disk, for no checkpoint was written yet")));
        this.step = step;
        this.learningRate = learningRate;
    }

    private DivergenceException(long step, double learningRate, String message) {
        super(message);
        this.step = step;
        this.learningRate = learningRate;
    }

    /**
     * A validation that went wrong where the steps before it did not.
     *
     * @param step the last step before it, from 1
     * @param learningRate the rate of that step
     * @param loss the mean loss, not finite
     * @return the exception
     */
    public static DivergenceException ofValidation(long step, double learningRate, double loss) {
        return new DivergenceException(
                step,
                learningRate,
                "validation loss (%s) after step %d at learning rate %s: it is not finite\nMaybe lower the learning rate, or compute in binary32."
                        .formatted(loss, step, learningRate));
    }

    /**
     * The step.
     *
     * @return its number, from 1
     */
    public long step() {
        return step;
    }

    /**
     * The learning rate of the step.
     *
     * @return at least 0
     */
    public double learningRate() {
        return learningRate;
    }
}
