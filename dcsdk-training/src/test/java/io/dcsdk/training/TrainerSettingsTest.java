package io.dcsdk.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.corpus.TagScheme;
import io.dcsdk.training.encoding.LabelAlignment;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.schedule.Decay;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fluent API refuses, and in which words. */
final class TrainerSettingsTest {
    private static final String ONCE = "\nMaybe set it once.";

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void aSettingIsSetOnce(
            String name, String first, String second, Consumer<NerTrainer> one, Consumer<NerTrainer> two) {
        NerTrainer trainer = fresh();
        one.accept(trainer);
        assertEquals(
                "%s (%s) of the trainer: it is %s already".formatted(name, second, first) + ONCE,
                message(() -> two.accept(trainer)));
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                both(
                        "training corpus",
                        "synthetic train",
                        "synthetic dev",
                        t -> t.train(TinyRun.CORPUS.train()),
                        t -> t.train(TinyRun.dev())),
                both("validation corpus", "synthetic dev", "synthetic dev", t -> t.validate(TinyRun.dev())),
                both("epochs", "3", "4", t -> t.epochs(3), t -> t.epochs(4)),
                both("batch size", "8 sentences", "1024 tokens", t -> t.batchSize(8), t -> t.tokenBudget(1024)),
                both("batch size", "1024 tokens", "8 sentences", t -> t.tokenBudget(1024), t -> t.batchSize(8)),
                both("accumulation", "2", "2", t -> t.accumulate(2)),
                both("learning rate", "2.0E-5", "2.0E-5", t -> t.learningRate(2e-5)),
                both("warm-up", "0.2", "0.0", t -> t.warmup(0.2), t -> t.warmup(0)),
                both("decay", "COSINE", "LINEAR", t -> t.decay(Decay.COSINE), t -> t.decay(Decay.LINEAR)),
                both("weight decay", "0.1", "0.1", t -> t.weightDecay(0.1)),
                both("clip norm", "0.0", "0.0", t -> t.clipNorm(0)),
                both("label smoothing", "0.1", "0.1", t -> t.labelSmoothing(0.1)),
                both("class weights", "{O=0.5}", "{O=0.5}", t -> t.classWeights(Map.of("O", 0.5))),
                both("precision", "BF16", "BF16", t -> t.precision(ComputePrecision.BF16)),
                both(
                        "devices",
                        "[cpu]",
                        "[cuda:1]",
                        t -> t.device(ComputeDevice.cpu()),
                        t -> t.devices(List.of(ComputeDevice.gpu(1)))),
                both("seed", "7", "7", t -> t.seed(7)),
                both("maximum length", "64", "64", t -> t.maxLength(64)),
                both("tag scheme", "BIOES", "BIOES", t -> t.scheme(TagScheme.BIOES)),
                both(
                        "label alignment",
                        "FIRST_SUBWORD",
                        "FIRST_SUBWORD",
                        t -> t.alignment(LabelAlignment.FIRST_SUBWORD)),
                both("patience", "2", "2", t -> t.patience(2)),
                both("output", "a", "b", t -> t.output(Path.of("a")), t -> t.output(Path.of("b"))),
                both("checkpoint interval", "5", "5", t -> t.checkpointEvery(5)),
                both("encoding cache", "a", "a", t -> t.encodingCache(Path.of("a"))));
    }

    @Test
    void theStopSignalIsSetOnce() {
        NerTrainer trainer = fresh().stopWhen(() -> false);
        assertTrue(message(() -> trainer.stopWhen(() -> true)).endsWith(" already" + ONCE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ranges")
    void aValueOutOfRangeIsRefusedWhenItIsSet(String message, Consumer<NerTrainer> call) {
        NerTrainer trainer = fresh();
        assertEquals(message, message(() -> call.accept(trainer)));
    }

    static Stream<Arguments> ranges() {
        return Stream.of(
                refused("epochs (0) of the trainer: it is below 1\nMaybe train for 3.", t -> t.epochs(0)),
                refused("batch size (0) of the trainer: it is below 1\nMaybe use 16.", t -> t.batchSize(0)),
                refused(
                        "batch size (2 tokens) of the trainer: no row is that short\nMaybe use 2048 tokens.",
                        t -> t.tokenBudget(2)),
                refused("accumulation (0) of the trainer: it is below 1\nMaybe use 1.", t -> t.accumulate(0)),
                refused(
                        "learning rate (0.0) of the trainer: it is not above 0 and at most 1\nMaybe use 2e-5 for fine-tuning.",
                        t -> t.learningRate(0)),
                refused(
                        "learning rate (1.5) of the trainer: it is not above 0 and at most 1\nMaybe use 2e-5 for fine-tuning.",
                        t -> t.learningRate(1.5)),
                refused(
                        "learning rate (NaN) of the trainer: it is not above 0 and at most 1\nMaybe use 2e-5 for fine-tuning.",
                        t -> t.learningRate(Double.NaN)),
                refused("warm-up (10.0) of the trainer: it is no share from 0 to 1\nMaybe use 0.1.", t -> t.warmup(10)),
                refused(
                        "warm-up (NaN) of the trainer: it is no share from 0 to 1\nMaybe use 0.1.",
                        t -> t.warmup(Double.NaN)),
                refused(
                        "weight decay (-1.0) of the trainer: it is negative or no number\nMaybe use 0.01.",
                        t -> t.weightDecay(-1)),
                refused(
                        "clip norm (Infinity) of the trainer: it is negative or no number\nMaybe use 1, or 0 for no clipping.",
                        t -> t.clipNorm(Double.POSITIVE_INFINITY)),
                refused(
                        "label smoothing (1.0) of the trainer: it is not from 0 to below 1\nMaybe use 0.1.",
                        t -> t.labelSmoothing(1)),
                refused(
                        "class weights (O=-2.0) of the trainer: it is negative or no number\nMaybe use 1 for what counts as usual.",
                        t -> t.classWeights(Map.of("O", -2.0))),
                refused(
                        "devices (none) of the trainer: at least one is needed\nMaybe use device(...).",
                        t -> t.devices(List.of())),
                refused(
                        "devices ([cpu, cuda:0]) of the trainer: the processor and a GPU do not train together\nMaybe name GPUs only.",
                        t -> t.devices(List.of(ComputeDevice.cpu(), ComputeDevice.gpu(0)))),
                refused("maximum length (2) of the trainer: it is below 3\nMaybe use 128.", t -> t.maxLength(2)),
                refused(
                        "patience (0) of the trainer: it is below 1\nMaybe use 2, or leave it out to train all epochs.",
                        t -> t.patience(0)),
                refused(
                        "checkpoint interval (0) of the trainer: it is below 1\nMaybe use 500.",
                        t -> t.checkpointEvery(0)),
                refused(
                        "patience (2) of the trainer: there is no validation corpus to see a gain on\nMaybe call validate(...).",
                        t -> t.train(TinyRun.CORPUS.train()).patience(2).fit()),
                refused(
                        "checkpoint interval (5) of the trainer: there is no folder to write states to\nMaybe call output(...).",
                        t -> t.train(TinyRun.CORPUS.train()).checkpointEvery(5).fit()),
                refused(
                        "accumulation (1) of the trainer: a step has fewer batches than the 2 devices, so some would never work\nMaybe call accumulate(2).",
                        t -> t.train(TinyRun.CORPUS.train())
                                .devices(List.of(ComputeDevice.cpu(), ComputeDevice.cpu()))
                                .fit()),
                refused(
                        "class weight (B-XYZ) of the trainer: the model has no such label, only [O, B-LOC, I-LOC, B-ORG, I-ORG, B-PER, I-PER]\nMaybe check its spelling.",
                        t -> t.train(TinyRun.CORPUS.train())
                                .device(ComputeDevice.cpu())
                                .classWeights(Map.of("B-XYZ", 2.0))
                                .fit()),
                refused("training corpus of the trainer: there is none\nMaybe call train(...).", t -> t.fit()));
    }

    @Test
    void aTokenBudgetBelowTheLongestRowIsRefused() {
        String message = message(() -> fresh().train(TinyRun.CORPUS.train())
                .device(ComputeDevice.cpu())
                .tokenBudget(5)
                .fit());
        assertTrue(message.contains("\nMaybe "), message);
    }

    @Test
    void aDeviceThatIsNotThereIsRefused() {
        String message = message(() -> fresh().train(TinyRun.CORPUS.train())
                .device(ComputeDevice.gpu(99))
                .fit());
        assertTrue(message.startsWith("device (cuda:99) of the session: the engine sees "), message);
    }

    private static NerTrainer fresh() {
        return NerTrainer.fromScratch(TinyRun.shape(0), TinyRun.TOKENIZER);
    }

    private static Arguments both(
            String name, String first, String second, Consumer<NerTrainer> one, Consumer<NerTrainer> two) {
        return Arguments.of(name, first, second, one, two);
    }

    private static Arguments both(String name, String first, String second, Consumer<NerTrainer> twice) {
        return both(name, first, second, twice, twice);
    }

    private static Arguments refused(String message, Consumer<NerTrainer> call) {
        return Arguments.of(message, call);
    }

    private static String message(Runnable refused) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, refused::run).getMessage());
    }
}
