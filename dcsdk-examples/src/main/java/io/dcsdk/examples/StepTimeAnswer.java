package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.power.DutyCycle;
import io.dcsdk.transformer.PlannedStep;
import io.dcsdk.transformer.StepTime;
import io.dcsdk.transformer.StepTimeBreakdown;
import io.dcsdk.transformer.TrainingHardware;
import io.dcsdk.transformer.TrainingMemory;
import io.dcsdk.transformer.TransformerShape;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What {@code estimate step-time} answers.
 *
 * @param seconds one step
 * @param tflopsPerGpu executed TFLOP/s, recomputation included, as arXiv 2104.04473 publishes them
 * @param mfu model FLOP utilisation, which counts no recomputation
 * @param memoryGib memory of the fullest GPU
 * @param modelTflopsPerGpu TFLOP/s without recomputation
 * @param hfu hardware FLOP utilisation, which counts recomputation
 * @param microbatch as given, or the best
 * @param microbatches how many each replica runs
 * @param replicas data-parallel replicas
 * @param parameters of the model
 * @param gpu the accelerator that was found
 * @param bubbleShare share of the step in the pipeline bubble
 * @param breakdown where the seconds go
 * @param duty what a GPU of the busiest stage does, by share of the step
 * @param measuredSeconds what the row says was measured
 * @param relativeError estimate over measurement, less 1
 */
record StepTimeAnswer(
        BigDecimal seconds,
        @JsonProperty("tflops_per_gpu") BigDecimal tflopsPerGpu,
        BigDecimal mfu,
        @JsonProperty("memory_gib") Memory memoryGib,
        @JsonProperty("model_tflops_per_gpu") BigDecimal modelTflopsPerGpu,
        BigDecimal hfu,
        int microbatch,
        int microbatches,
        int replicas,
        BigDecimal parameters,
        String gpu,
        @JsonProperty("bubble_share") BigDecimal bubbleShare,
        @JsonProperty("breakdown_seconds") Breakdown breakdown,
        @JsonProperty("duty_cycle") Duty duty,
        @JsonProperty("measured_seconds") Optional<BigDecimal> measuredSeconds,
        @JsonProperty("relative_error") Optional<BigDecimal> relativeError) {

    /** GiB of the fullest GPU, and what a GPU has. */
    record Memory(
            @JsonProperty("model_state") BigDecimal modelState,
            BigDecimal activations,
            BigDecimal total,
            BigDecimal available) {
        static Memory of(TrainingMemory memory, TrainingHardware hardware) {
            return new Memory(
                    rounded(memory.modelStateGib()),
                    rounded(memory.activationGib()),
                    rounded(memory.totalGib()),
                    rounded(hardware.memoryBytes() / (1 << 30)));
        }
    }

    /** Seconds by kind of work; they add up to the step. */
    record Breakdown(
            BigDecimal matrix,
            BigDecimal attention,
            @JsonProperty("element_wise") BigDecimal elementWise,
            BigDecimal recomputation,
            BigDecimal vocabulary,
            @JsonProperty("tensor_communication") BigDecimal tensorCommunication,
            @JsonProperty("pipeline_communication") BigDecimal pipelineCommunication,
            BigDecimal bubble,
            @JsonProperty("data_communication") BigDecimal dataCommunication,
            BigDecimal optimizer,
            BigDecimal fixed) {
        static Breakdown of(StepTimeBreakdown seconds) {
            return new Breakdown(
                    rounded(seconds.matrixSeconds()),
                    rounded(seconds.attentionSeconds()),
                    rounded(seconds.elementWiseSeconds()),
                    rounded(seconds.recomputationSeconds()),
                    rounded(seconds.vocabularySeconds()),
                    rounded(seconds.tensorCommunicationSeconds()),
                    rounded(seconds.pipelineCommunicationSeconds()),
                    rounded(seconds.bubbleSeconds()),
                    rounded(seconds.dataCommunicationSeconds()),
                    rounded(seconds.optimizerSeconds()),
                    rounded(seconds.fixedSeconds()));
        }
    }

    /** Shares of a step, as the load of energy pue takes them; the rest is idle. */
    record Duty(BigDecimal computing, BigDecimal communicating) {
        static Duty of(DutyCycle cycle) {
            return new Duty(rounded(cycle.computing()), rounded(cycle.communicating()));
        }
    }

    static StepTimeAnswer of(StepTimeRow row, TransformerShape shape, PlannedStep step, TrainingHardware hardware) {
        StepTime time = step.time();
        return new StepTimeAnswer(
                rounded(time.seconds()),
                rounded(time.hardwareTflopsPerGpu()),
                rounded(time.mfu()),
                Memory.of(step.memory(), hardware),
                rounded(time.modelTflopsPerGpu()),
                rounded(time.hfu()),
                step.plan().microbatch(),
                time.microbatches(),
                step.plan().data(),
                rounded(shape.parameters()),
                hardware.name(),
                rounded(time.bubbleShare()),
                Breakdown.of(time.breakdown()),
                Duty.of(DutyCycle.of(time.breakdown())),
                row.seconds(),
                row.seconds()
                        .filter(measured -> measured.signum() > 0)
                        .map(measured -> rounded(time.seconds() / measured.doubleValue() - 1)));
    }

    private static BigDecimal rounded(double value) {
        return EstimateCommand.rounded(value);
    }
}
