package io.dcsdk.transformer;

import static io.dcsdk.transformer.PublishedShapes.LLAMA_405B;
import static io.dcsdk.transformer.PublishedShapes.gpt;
import static io.dcsdk.transformer.TransformerShapeTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class ParallelismPlanTest {
    private static final ParallelismPlan PLAN = ParallelismPlan.of(2240, 8, 35, 2240);

    @Test
    void derivesReplicasAndMicrobatches() {
        assertEquals(8, PLAN.data());
        assertEquals(280, PLAN.microbatches());
        assertEquals(140, PLAN.withMicrobatch(2).microbatches());
    }

    @Test
    void withersChangeOneFieldAndKeepTheOthers() {
        ParallelismPlan changed = PLAN.withInterleave(3)
                .withMicrobatch(2)
                .withActivations(new ActivationPolicy(Recomputation.SELECTIVE, true))
                .withZeroStage(ZeroStage.TWO)
                .withAttention(AttentionKernel.FUSED);
        assertEquals(
                new ParallelismPlan(
                        2240, 8, 35, 3, 2240, 2, Recomputation.SELECTIVE, true, ZeroStage.TWO, AttentionKernel.FUSED),
                changed);
        assertEquals(changed, changed.withInterleave(1).withInterleave(3));
        assertEquals(changed, changed.withMicrobatch(1).withMicrobatch(2));
        assertEquals(changed, changed.withZeroStage(ZeroStage.NONE).withZeroStage(ZeroStage.TWO));
        assertEquals(
                changed, changed.withAttention(AttentionKernel.MATERIALIZED).withAttention(AttentionKernel.FUSED));
        assertEquals(changed, changed.withActivations(changed.activations()));
    }

    @Test
    void rejectsWhatDoesNotDivide() {
        assertMessage(
                "tensor × pipeline (12) of parallelism plan: must divide gpus (64)\nMaybe use a multiple of 12 GPUs.",
                () -> ParallelismPlan.of(64, 4, 3, 64));
        assertMessage(
                "batch (30) of parallelism plan: must be a multiple of data × microbatch (8)\n"
                        + "Maybe use 32 sequences, or a smaller microbatch.",
                () -> ParallelismPlan.of(64, 8, 1, 30));
        assertMessage(
                "interleave (2) of parallelism plan: needs a pipeline of at least 2 stages\n"
                        + "Maybe 1 was meant: a single stage has no bubble to shrink.",
                () -> ParallelismPlan.of(64, 8, 1, 64).withInterleave(2));
        assertMessage(
                "microbatch (0) of parallelism plan: must be at least 1\nMaybe 1 was meant.",
                () -> PLAN.withMicrobatch(0));
        assertMessage(
                "zeroStage (4) of parallelism plan: must be 0, 1, 2 or 3\n"
                        + "Maybe 0 was meant: no sharding over the data-parallel replicas.",
                () -> ZeroStage.of(4));
    }

    @Test
    void rejectsPlansThatTheShapeCannotFollow() {
        assertMessage(
                "pipeline × interleave (70) of parallelism plan: must divide layers (105), or layers + 2\n"
                        + "Maybe use a pipeline and an interleaving whose product divides one of them.",
                () -> PLAN.withInterleave(2).checkFits(gpt(20_480, 105, 128)));
        assertMessage(
                "tensor (8) of parallelism plan: must divide heads (12)\n"
                        + "Maybe use a tensor parallelism that divides it, such as a smaller power of two.",
                () -> PLAN.checkFits(gpt(768, 105, 12)));
        assertMessage(
                "tensor (8) of parallelism plan: must divide feedForward (1001)\n"
                        + "Maybe use a tensor parallelism that divides it, such as a smaller power of two.",
                () -> PLAN.checkFits(TransformerShape.gated(1024, 105, 8, 8, 1001, 128, 1000)));
        assertMessage(
                "tensor (8) of parallelism plan: must divide keyValueHeads (12) or be a multiple of them\n"
                        + "Maybe use a tensor parallelism that divides it, such as a smaller power of two.",
                () -> PLAN.checkFits(TransformerShape.gated(1536, 105, 24, 12, 4096, 128, 1000)));
        assertMessage(
                "tensor (8) of parallelism plan: must divide sequence (100) for sequence parallelism\n"
                        + "Maybe leave sequence parallelism out.",
                () -> PLAN.withActivations(new ActivationPolicy(Recomputation.NONE, true))
                        .checkFits(TransformerShape.of(1024, 105, 8, 100, 1000)));
    }

    @Test
    void placesALayerLessOnFirstAndLastStageWhereLlamaDoes() {
        ParallelismPlan plan = ParallelismPlan.of(16_384, 8, 16, 2048).withInterleave(8);
        plan.checkFits(LLAMA_405B);
        assertEquals(8, plan.layersPerStage(LLAMA_405B));
        assertEquals(7, plan.layersOfLastStage(LLAMA_405B));
    }

    @Test
    void readsTheRecomputeColumnOfPublishedTables() {
        assertEquals(new ActivationPolicy(Recomputation.FULL, false), ActivationPolicy.parse("full"));
        assertEquals(new ActivationPolicy(Recomputation.NONE, true), ActivationPolicy.parse("sequence-parallel"));
        assertEquals(
                new ActivationPolicy(Recomputation.SELECTIVE, true),
                ActivationPolicy.parse("Selective + Sequence-Parallel"));
        assertEquals(
                new ActivationPolicy(Recomputation.SELECTIVE, true),
                ActivationPolicy.parse("sequence-parallel+selective"));
        for (String wrong :
                new String[] {"", "ful", "full+selective", "sequence-parallel+sequence-parallel", "none+"}) {
            assertMessage(
                    "recompute (" + wrong + ") of parallelism plan: is not one of none, selective, full, "
                            + "sequence-parallel, or one of the first three joined with +sequence-parallel\n"
                            + "Maybe selective+sequence-parallel was meant.",
                    () -> ActivationPolicy.parse(wrong));
        }
    }

    @Property
    void activationPolicyRoundTripsThroughItsText(
            @ForAll Recomputation recomputation, @ForAll boolean sequenceParallel) {
        ActivationPolicy policy = new ActivationPolicy(recomputation, sequenceParallel);
        assertEquals(policy, ActivationPolicy.parse(policy.toString()));
    }
}
