package io.dcsdk.transformer;

import static io.dcsdk.transformer.PublishedShapes.LLAMA_405B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TransformerShapeTest {
    @Property
    void parametersAndFlopEqualThePublishedClosedForms(
            @ForAll @IntRange(min = 1, max = 200) int heads,
            @ForAll @IntRange(min = 1, max = 200) int layers,
            @ForAll @IntRange(min = 1, max = 9000) int sequence,
            @ForAll @IntRange(min = 1, max = 200_000) int vocabulary,
            @ForAll @IntRange(min = 1, max = 4000) int batch) {
        double h = heads * 64.0;
        double l = layers;
        double s = sequence;
        TransformerShape shape = TransformerShape.of(heads * 64, layers, heads, sequence, vocabulary);
        close(12 * l * h * h * (1 + 13 / (12 * h) + (vocabulary + s) / (12 * l * h)), shape.parameters());
        close(72 * batch * s * l * h * h * (1 + s / (6 * h) + vocabulary / (12 * l * h)), shape.modelFlop(batch));
        close(
                96 * batch * s * l * h * h * (1 + s / (6 * h) + vocabulary / (16 * l * h)),
                shape.hardwareFlop(batch, Recomputation.FULL));
        close(
                72 * batch * s * l * h * h * (1 + s / (3 * h) + vocabulary / (12 * l * h)),
                shape.hardwareFlop(batch, Recomputation.SELECTIVE));
    }

    private static void close(double expected, double actual) {
        assertEquals(expected, actual, 1e-12 * expected);
    }

    @Test
    void countsTheParametersOfPublishedCheckpoints() {
        assertEquals(405_853_388_800.0, LLAMA_405B.parameters());
        assertEquals(
                8_030_261_248.0,
                TransformerShape.gated(4096, 32, 32, 8, 14_336, 8192, 128_256).parameters());
        assertEquals(174.6e9, PublishedShapes.gpt(12_288, 96, 96).parameters(), 0.1e9);
    }

    @Test
    void rejectsHeadsThatDoNotDivideTheWidth() {
        assertMessage(
                "heads (7) of transformer shape: must divide hidden (1024)\n"
                        + "Maybe hidden and heads come from two different models.",
                () -> TransformerShape.of(1024, 2, 7, 128, 1000));
        assertMessage(
                "keyValueHeads (3) of transformer shape: must divide heads (8)\n"
                        + "Maybe as many as heads were meant: 8.",
                () -> TransformerShape.gated(1024, 2, 8, 3, 4096, 128, 1000));
        assertMessage(
                "layers (0) of transformer shape: must be at least 1\nMaybe the number of blocks is missing.",
                () -> TransformerShape.of(1024, 0, 8, 128, 1000));
    }

    static void assertMessage(String expected, Runnable action) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }
}
