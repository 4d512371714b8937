package io.dcsdk.examples;

import io.dcsdk.transformer.ActivationPolicy;
import io.dcsdk.transformer.ParallelismPlan;
import io.dcsdk.transformer.TransformerShape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of published step times.
 *
 * @param model a label, not used
 * @param hidden width of the residual stream
 * @param layers number of layers
 * @param heads attention heads
 * @param sequence tokens of a sequence; 2048 when absent
 * @param vocabulary size of the vocabulary; 51200 when absent
 * @param gpu name of the accelerator; A100-SXM4-80GB when absent
 * @param gpus number of GPUs
 * @param tensor tensor-parallel GPUs
 * @param pipeline pipeline stages
 * @param interleave chunks of layers on each stage
 * @param batch sequences of a step over all GPUs
 * @param microbatch sequences that go through a stage at a time
 * @param recompute what of the activations is kept, as {@link ActivationPolicy#parse} reads it
 * @param seconds what was measured, to be repeated beside the estimate
 */
record StepTimeRow(
        Optional<String> model,
        int hidden,
        int layers,
        int heads,
        Optional<Integer> sequence,
        Optional<Integer> vocabulary,
        Optional<String> gpu,
        int gpus,
        int tensor,
        int pipeline,
        int interleave,
        int batch,
        Microbatch microbatch,
        String recompute,
        Optional<BigDecimal> seconds) {
    // What the published rows share (arXiv 2205.05198).
    private static final int SEQUENCE = 2048;
    private static final int VOCABULARY = 51_200;
    private static final String GPU = "A100-SXM4-80GB";

    /** What the row leaves out, with what is taken instead: to be told to the user. */
    List<String> assumptions() {
        List<String> assumed = new ArrayList<>();
        if (sequence.isEmpty()) {
            assumed.add("sequence = " + SEQUENCE);
        }
        if (vocabulary.isEmpty()) {
            assumed.add("vocabulary = " + VOCABULARY);
        }
        if (gpu.isEmpty()) {
            assumed.add("gpu = " + GPU);
        }
        return assumed;
    }

    String accelerator() {
        return gpu.orElse(GPU);
    }

    TransformerShape shape() {
        return TransformerShape.of(hidden, layers, heads, sequence.orElse(SEQUENCE), vocabulary.orElse(VOCABULARY));
    }

    /** The plan; its microbatch is 1 where the best is to be found. */
    ParallelismPlan plan() {
        return ParallelismPlan.of(gpus, tensor, pipeline, batch)
                .withInterleave(interleave)
                .withMicrobatch(microbatch.sequences().orElse(1))
                .withActivations(ActivationPolicy.parse(recompute));
    }
}
