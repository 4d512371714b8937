package io.dcsdk.transformer;

/**
 * Where the seconds of a step go on the busiest stage; the parts add up to the step.
 *
 * @param matrixSeconds products with weights, forward and backward
 * @param attentionSeconds the attention core, forward and backward
 * @param elementWiseSeconds norms, dropouts, residual adds, activation functions
 * @param recomputationSeconds everything that runs a second time, its communication included
 * @param vocabularySeconds output layer and loss, as far as they delay the step
 * @param tensorCommunicationSeconds exposed collectives inside layers
 * @param pipelineCommunicationSeconds transfers between stages
 * @param bubbleSeconds stages that wait for the pipeline to fill and drain
 * @param dataCommunicationSeconds exposed reduction of gradients and gathering of weights over the replicas
 * @param optimizerSeconds the optimizer's pass over the model state
 * @param fixedSeconds fixed cost of a step
 */
public record StepTimeBreakdown(
        double matrixSeconds,
        double attentionSeconds,
        double elementWiseSeconds,
        double recomputationSeconds,
        double vocabularySeconds,
        double tensorCommunicationSeconds,
        double pipelineCommunicationSeconds,
        double bubbleSeconds,
        double dataCommunicationSeconds,
        double optimizerSeconds,
        double fixedSeconds) {

    /** Returns the sum of the parts. */
    public double totalSeconds() {
        return matrixSeconds
                + attentionSeconds
                + elementWiseSeconds
                + recomputationSeconds
                + vocabularySeconds
                + tensorCommunicationSeconds
                + pipelineCommunicationSeconds
                + bubbleSeconds
                + dataCommunicationSeconds
                + optimizerSeconds
                + fixedSeconds;
    }
}
