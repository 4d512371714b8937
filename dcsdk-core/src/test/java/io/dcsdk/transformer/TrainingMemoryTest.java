package io.dcsdk.transformer;

import static io.dcsdk.transformer.PublishedShapes.A100;
import static io.dcsdk.transformer.PublishedShapes.LLAMA_405B;
import static io.dcsdk.transformer.PublishedShapes.gpt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TrainingMemoryTest {
    @Property
    void moreSequencesAtATimeNeverNeedLess(
            @ForAll @IntRange(min = 0, max = 5) int log2Microbatch,
            @ForAll @IntRange(min = 0, max = 3) int log2Pipeline,
            @ForAll Recomputation recomputation,
            @ForAll boolean sequenceParallel) {
        ParallelismPlan plan = ParallelismPlan.of(64, 4, 1 << log2Pipeline, 64 * 64)
                .withActivations(new ActivationPolicy(recomputation, sequenceParallel));
        TransformerShape shape = gpt(4096, 32, 32);
        double fewer = bytes(shape, plan.withMicrobatch(1 << log2Microbatch));
        double more = bytes(shape, plan.withMicrobatch(2 << log2Microbatch));
        assertTrue(more >= fewer);
    }

    @Property
    void higherZeroStagesNeverNeedMore(
            @ForAll @IntRange(min = 1, max = 3) int stage, @ForAll @IntRange(min = 0, max = 6) int log2Gpus) {
        ParallelismPlan plan = ParallelismPlan.of(1 << log2Gpus, 1, 1, 64);
        TransformerShape shape = gpt(1024, 8, 16);
        assertTrue(bytes(shape, plan.withZeroStage(ZeroStage.of(stage)))
                <= bytes(shape, plan.withZeroStage(ZeroStage.of(stage - 1))));
    }

    @Property
    void moreRecomputationNeverNeedsMore(@ForAll boolean sequenceParallel, @ForAll AttentionKernel attention) {
        ParallelismPlan plan = ParallelismPlan.of(64, 8, 4, 256).withAttention(attention);
        TransformerShape shape = gpt(6144, 48, 64);
        double none = bytes(shape, plan.withActivations(new ActivationPolicy(Recomputation.NONE, sequenceParallel)));
        double selective =
                bytes(shape, plan.withActivations(new ActivationPolicy(Recomputation.SELECTIVE, sequenceParallel)));
        double full = bytes(shape, plan.withActivations(new ActivationPolicy(Recomputation.FULL, sequenceParallel)));
        assertTrue(full < selective);
        assertTrue(attention == AttentionKernel.FUSED ? selective == none : selective < none);
    }

    private static double bytes(TransformerShape shape, ParallelismPlan plan) {
        return TrainingMemory.of(shape, plan).totalBytes();
    }

    @Test
    void shardsTheEighteenBytesAsZeroDefinesThem() {
        assertEquals(18, ZeroStage.of(0).stateBytesPerParameter(4));
        assertEquals(9, ZeroStage.of(1).stateBytesPerParameter(4));
        assertEquals(6, ZeroStage.of(2).stateBytesPerParameter(4));
        assertEquals(4.5, ZeroStage.of(3).stateBytesPerParameter(4));
        for (int number = 0; number <= 3; number++) {
            assertEquals(number, ZeroStage.of(number).number());
            assertEquals(18, ZeroStage.of(number).stateBytesPerParameter(1));
        }
    }

    @Test
    void holdsNoMoreMicrobatchesThanTheStepHas() {
        TransformerShape shape = gpt(4096, 32, 32);
        double one = TrainingMemory.of(shape, ParallelismPlan.of(8, 1, 8, 1)).activationBytes();
        double many = TrainingMemory.of(shape, ParallelismPlan.of(8, 1, 8, 64)).activationBytes();
        assertEquals(8, many / one, 1e-9);
    }

    @Test
    void fullRecomputationKeepsLayerInputsAndOneLayer() {
        TransformerShape shape = gpt(1024, 10, 16);
        double element = 2048.0 * 1024;
        double expected = 10 * 2 * element + element * (34 + 5.0 * 16 * 2048 / 1024);
        ParallelismPlan plan = ParallelismPlan.of(1, 1, 1, 1).withActivations(ActivationPolicy.parse("full"));
        assertEquals(expected, TrainingMemory.of(shape, plan).activationBytes(), 1e-6 * expected);
    }

    /** With sharded gradients 80 GB hold Llama 405B without recomputation (arXiv 2407.21783, section 3.3.2). */
    @Test
    void agreesThatLlamaNeedsShardingOnItsCluster() {
        ParallelismPlan plan = ParallelismPlan.of(16_384, 8, 16, 2048)
                .withInterleave(8)
                .withAttention(AttentionKernel.FUSED)
                .withActivations(ActivationPolicy.parse("sequence-parallel"));
        assertFalse(TrainingMemory.of(LLAMA_405B, plan).fits(A100));
        assertTrue(
                TrainingMemory.of(LLAMA_405B, plan.withZeroStage(ZeroStage.TWO)).fits(A100));
    }
}
