package io.dcsdk.transformer;

import static io.dcsdk.transformer.PublishedShapes.A100;
import static io.dcsdk.transformer.PublishedShapes.H100;
import static io.dcsdk.transformer.PublishedShapes.LLAMA_405B;
import static io.dcsdk.transformer.PublishedShapes.gpt;
import static io.dcsdk.transformer.TransformerShapeTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ParallelismSearchTest {
    @Test
    void nothingThatFitsIsFasterInBruteForce() {
        TransformerShape shape = gpt(4096, 6, 32);
        int gpus = 16;
        int batch = 48;
        PlannedStep best =
                ParallelismSearch.standard().fastest(shape, gpus, batch, A100).orElseThrow();
        int tried = 0;
        for (int t = 1; t <= 8; t++) {
            for (int p = 1; p <= 16; p++) {
                for (int v = 1; v <= 8; v++) {
                    for (int b = 1; b <= batch; b++) {
                        for (Recomputation recomputation : Recomputation.values()) {
                            for (ZeroStage zero : List.of(ZeroStage.NONE, ZeroStage.ONE)) {
                                try {
                                    ParallelismPlan plan = new ParallelismPlan(
                                            gpus, t, p, v, batch, b, recomputation, t > 1, zero, AttentionKernel.FUSED);
                                    if (TrainingMemory.of(shape, plan).fits(A100)) {
                                        double seconds = StepTimeModel.calibrated()
                                                .estimate(shape, plan, A100)
                                                .seconds();
                                        assertTrue(best.time().seconds() <= seconds, plan::toString);
                                        tried++;
                                    }
                                } catch (IllegalArgumentException notAPlan) {
                                    assertTrue(String.valueOf(notAPlan.getMessage())
                                            .contains("\nMaybe "));
                                }
                            }
                        }
                    }
                }
            }
        }
        assertTrue(tried > 100, "tried " + tried);
    }

    @Test
    void findsTheSamePlanForLlamaEveryTimeAndItFits() {
        PlannedStep best = ParallelismSearch.standard()
                .fastest(LLAMA_405B, 16_384, 2048, H100)
                .orElseThrow();
        assertTrue(best.memory().fits(H100));
        assertTrue(best.time().mfu() > 0.33, best::toString);
        assertEquals(
                best,
                ParallelismSearch.standard()
                        .fastest(LLAMA_405B, 16_384, 2048, H100)
                        .orElseThrow());
    }

    @Test
    void isEmptyWhereNoPlanFits() {
        assertTrue(ParallelismSearch.standard()
                .fastest(gpt(25_600, 128, 160), 8, 8, A100)
                .isEmpty());
    }

    @Test
    void saysThatASearchNeedsAZeroStage() {
        assertMessage(
                "zeroStages ([]) of parallelism search: must name at least one stage\nMaybe ZeroStage.NONE was meant.",
                () -> ParallelismSearch.standard().withZeroStages(List.of()));
    }
}
