package io.dcsdk.training.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.model.ParameterLayout;
import io.dcsdk.transformer.Recomputation;
import io.dcsdk.transformer.TransformerShape;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class TransformerFlopsTest {
    private static final TransformerFlops BERT_BASE = TransformerFlops.of(Models.BERT_BASE);

    private static long flop(ComputeWork work) {
        return work.base().longValueExact();
    }

    /**
     * N = 2,048, h = 768, f = 3,072. Layer: 8 N h² = 9,663,676,416; 4 N h f = 19,327,352,832; 4 B S² h = 805,306,368;
     * together 29,796,335,616, twelve times 357,556,027,392. Head: 2 N h 9 = 28,311,552. Forward 357,584,338,944. The
     * same number as torch.utils.flop_counter gives for BertForTokenClassification (transformers 5.18, torch 2.13), forward
     * and, doubled, backward.
     */
    @Test
    void bertBaseOnSixteenRowsOf128IsWhatTheHandAndTorchCount() {
        assertEquals(357_584_338_944L, flop(BERT_BASE.forward(16, 128)));
        assertEquals(1_072_753_016_832L, flop(BERT_BASE.training(16, 128)));
    }

    /** Two more shapes that torch.utils.flop_counter counted. */
    @Test
    void smallShapesAreWhatTorchCounts() {
        ModelConfig tiny = Models.model(Architecture.BERT, Head.TOKEN_CLASSIFICATION, 1000, 128, 2, 2, 512, 9);
        assertEquals(315_457_536L, flop(TransformerFlops.of(tiny).training(4, 32)));
        ModelConfig small = Models.model(Architecture.BERT, Head.TOKEN_CLASSIFICATION, 1000, 256, 4, 4, 1024, 7);
        assertEquals(10_071_834_624L, flop(TransformerFlops.of(small).training(8, 64)));
    }

    @Test
    void everyHeadAndFamilyIsWhatEnumerationCounts() {
        for (Architecture architecture : Architecture.values()) {
            for (Head head : Head.values()) {
                ModelConfig config =
                        Models.model(architecture, head, 11, 8, 2, 2, 12, head == Head.QUESTION_ANSWERING ? 2 : 5);
                CountedProducts counted = new CountedProducts(config, 3, 7);
                TransformerFlops flops = TransformerFlops.of(config);
                assertEquals(counted.forward(), flop(flops.forward(3, 7)), architecture + " " + head);
                assertEquals(
                        counted.forward() + counted.backward(), flop(flops.training(3, 7)), architecture + " " + head);
            }
        }
    }

    /** The papers' 24 B S h² (1 + S / 6h) for a layer, by the core's model of decoders. */
    @Test
    void aLayerCostsWhatThePapersSay() {
        TransformerShape shape = TransformerShape.of(768, 12, 12, 128, 30_522);
        long head = 2L * 16 * 128 * 768 * 9;
        double layers = flop(BERT_BASE.forward(16, 128)) - head;
        assertEquals(12 * 16 * 128 * shape.layerForwardFlopPerToken(), layers, 0);
    }

    /** The comparison that the Javadoc gives. */
    @Test
    void sixParametersTimesTokensMissesAttentionAndCountsEmbeddings() {
        double counted = flop(BERT_BASE.training(16, 128));
        long all = ParameterLayout.of(Models.BERT_BASE).stream()
                .mapToLong(parameter -> parameter.elements())
                .sum();
        assertEquals(108_898_569L, all);
        assertEquals(1.25, 6.0 * all * 2048 / counted, 0.005);
        long matrices = 12L * (4 * 768 * 768 + 2 * 768 * 3072);
        assertEquals(84_934_656L, matrices);
        assertEquals(0.973, 6.0 * matrices * 2048 / counted, 0.0005);
    }

    @Test
    void recomputationRunsTheAttentionCoreOrTheLayersAgain() {
        long training = flop(BERT_BASE.training(16, 128));
        assertEquals(training, flop(BERT_BASE.executed(16, 128, Recomputation.NONE)));
        assertEquals(training + 12L * 805_306_368, flop(BERT_BASE.executed(16, 128, Recomputation.SELECTIVE)));
        assertEquals(training + 357_556_027_392L, flop(BERT_BASE.executed(16, 128, Recomputation.FULL)));
    }

    @Test
    void aStepBeyondALongIsExact() {
        ModelConfig wide = Models.model(Architecture.BERT, Head.TOKEN_CLASSIFICATION, 11, 32_768, 128, 2, 131_072, 2);
        ComputeWork work = TransformerFlops.of(wide).forward(1_000_000, 512);
        // 128 x (8 N h² + 4 N h f + 4 B S² h) + 4 N h with N = 512,000,000
        BigDecimal n = new BigDecimal("512000000");
        BigDecimal h = new BigDecimal("32768");
        BigDecimal layer = n.multiply(h)
                .multiply(h)
                .multiply(new BigDecimal("24"))
                .add(n.multiply(h).multiply(new BigDecimal("2048")));
        BigDecimal expected =
                layer.multiply(new BigDecimal("128")).add(n.multiply(h).multiply(new BigDecimal("4")));
        assertEquals(0, work.base().compareTo(expected));
    }

    @Test
    void refusesBatchesThatCannotBe() {
        assertEquals(
                "rows (0) of the batch: is below 1\nMaybe the batch is empty: skip it.",
                assertThrows(ProfileException.class, () -> BERT_BASE.forward(0, 8))
                        .getMessage());
        assertEquals(
                "length (513) of the batch: is not within 1 and the model's 512\nMaybe window the rows first.",
                assertThrows(ProfileException.class, () -> BERT_BASE.training(1, 513))
                        .getMessage());
    }
}
