package io.dcsdk.training.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.model.ModelException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The bytes that the engine is given; that it takes them is tested beside the session. */
final class StepProgramTest {
    private static ModelConfig model(double dropout) {
        return new ModelConfig(
                Architecture.BERT,
                Head.TOKEN_CLASSIFICATION,
                30,
                8,
                2,
                2,
                12,
                16,
                2,
                0,
                1e-12,
                Activation.GELU,
                dropout,
                dropout,
                dropout,
                0.02,
                List.of("O", "B-X", "I-X"));
    }

    private static byte[] archive(double dropout, ProgramOptions options) {
        return StepProgram.of(StateLayout.of(model(dropout)), options).archive();
    }

    @Test
    void equalProgramsHaveEqualBytesWhereverAndWheneverTheyAreWritten() {
        byte[] first = archive(0.1, ProgramOptions.defaults());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertArrayEquals(first, archive(0.1, ProgramOptions.defaults()));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void otherProgramsHaveOtherBytes() {
        byte[] first = archive(0.1, ProgramOptions.defaults());
        assertFalse(Arrays.equals(first, archive(0.2, ProgramOptions.defaults())));
        assertFalse(Arrays.equals(first, archive(0.1, ProgramOptions.forInference(ComputePrecision.FP32, false))));
        assertFalse(Arrays.equals(
                archive(0.1, ProgramOptions.forInference(ComputePrecision.BF16, false)),
                archive(0.1, ProgramOptions.forInference(ComputePrecision.FP32, false))));
    }

    @Test
    void anArchiveHasStoredEntriesAndNoPickleThatNamesAnythingButTensors() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        byte[] archive = archive(0, ProgramOptions.defaults());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertEquals(ZipEntry.STORED, entry.getMethod());
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertEquals(
                List.of(
                        "program/data.pkl",
                        "program/code/__torch__.py",
                        "program/data/0",
                        "program/constants.pkl",
                        "program/version"),
                List.copyOf(entries.keySet()));
        String text = new String(entries.get("program/code/__torch__.py"), StandardCharsets.UTF_8);
        assertEquals(
                StepProgram.of(StateLayout.of(model(0)), ProgramOptions.defaults())
                        .text(),
                text);
        assertFalse(text.contains("torch.dropout"), "without dropout nothing is dropped");
    }

    @Test
    void dropoutIsInTheTrainingHalfOnly() {
        String text = StepProgram.of(StateLayout.of(model(0.5)), ProgramOptions.defaults())
                .text();
        String inference = text.substring(text.indexOf("def hidden_inference"), text.indexOf("def scatter"));
        assertTrue(text.contains("= self.keep("));
        assertFalse(inference.contains("= self.keep("));
    }

    /** What is not detached holds the graph of its layer, and with it most of what recomputation is there to save. */
    @Test
    void recomputationKeepsNothingOfALayerButItsInput() {
        ProgramOptions options = ProgramOptions.defaults()
                .with(ComputePrecision.FP32, Kernels.forProcessors().withOneDnnProducts(true))
                .withRecomputeActivations(true);
        String text = StepProgram.of(StateLayout.of(model(0.1)), options).text();
        String gradients = text.substring(text.indexOf("def gradients("), text.indexOf("def gradient("));
        String forward = gradients.substring(0, gradients.indexOf("torch.grad("));
        Matcher tape = Pattern.compile("(x\\d+) = self\\.layer_\\d+\\(").matcher(forward);
        int layers = 0;
        while (tape.find()) {
            layers++;
            String detached = "torch.detach(" + tape.group(1) + "[";
            assertTrue(forward.contains(detached), detached);
            assertEquals(2, forward.split(tape.group(1) + "\\b", -1).length - 1, "the tape is used for nothing else");
        }
        assertEquals(model(0.1).layers(), layers);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        StateLayout layout = StateLayout.of(model(0));
        ProgramOptions two = new ProgramOptions(
                ComputePrecision.FP32, Kernels.forProcessors(), 0.9, 0.999, 1e-8, 0, 0, 0, List.of(1.0, 2.0), false);
        assertEquals(
                "class weights (2) of the training: the model has 3 labels\nMaybe give one for each.",
                assertThrows(ModelException.class, () -> StepProgram.of(layout, two))
                        .getMessage());
        for (double beta : new double[] {-0.1, 1, Double.NaN}) {
            assertEquals(
                    "beta1 (%s) of the training: is not from 0 to below 1\nMaybe leave it at its default."
                            .formatted(beta),
                    assertThrows(
                                    ModelException.class,
                                    () -> new ProgramOptions(
                                            ComputePrecision.FP32,
                                            Kernels.forProcessors(),
                                            beta,
                                            0.999,
                                            1e-8,
                                            0,
                                            0,
                                            0,
                                            List.of(),
                                            false))
                            .getMessage());
        }
    }
}
