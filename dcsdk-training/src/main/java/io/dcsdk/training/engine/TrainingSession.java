package io.dcsdk.training.engine;

import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.tensor.Tensor;
import java.util.List;

/**
 * Parameters, the state of their optimizer, and the program that trains them, on one device or several.
 *
 * <p>Training methods are for one thread at a time; {@link #logits} may be called by several threads while nobody trains.
 * Closing frees the native memory; using a closed session is an error.
 */
public interface TrainingSession extends AutoCloseable {
    /**
     * Where its parameters lie.
     *
     * @return the layout
     */
    StateLayout layout();

    /**
     * Replaces parameters and optimizer state.
     *
     * @param state the new state; its buffers are copied
     * @throws EngineException if it is of another model
     */
    void load(SessionState state);

    /**
     * Copies parameters and optimizer state to the host. Waits for the device.
     *
     * @return the state, F32 buffers in the layout of the session
     */
    SessionState save();

    /**
     * Copies the parameters to the host. Waits for the device.
     *
     * @return an F32 buffer in the layout of the session
     */
    Tensor parameters();

    /**
     * Runs one optimizer step over one part or several, whose gradients add up. Returns before a GPU has finished it; what it
     * measured comes with {@link #results()}.
     *
     * @param parts tokens with their labels, at least one part
     * @param learningRate the step size of AdamW, from 0
     * @param labelWeight the weight of all labels of the step (without class weights: how many there are), above 0
     * @param seed what dropout is drawn from; part i takes {@code seed + i}
     */
    void step(List<TokenRows> parts, double learningRate, double labelWeight, long seed);

    /**
     * What the steps since the last call measured. Waits for the device.
     *
     * @return a result for each step, in order
     */
    List<StepResult> results();

    /**
     * Runs forward without dropout.
     *
     * @param rows the tokens; labels are not looked at
     * @return logits, F32: (rows, width, labels) for tokens, (rows, labels) for sequences, (rows, width, 2) for questions
     */
    Tensor logits(TokenRows rows);

    @Override
    void close();
}
