package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.safetensors.SafetensorsReader;
import io.dcsdk.training.safetensors.SafetensorsWriter;
import io.dcsdk.training.safetensors.TensorSource;
import io.dcsdk.training.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TrainCommandTest {
    @TempDir
    private Path folder;

    private Path out() {
        return folder.resolve("out");
    }

    private static void refused(CommandRun run, String message) {
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertTrue(run.err().contains("\nMaybe"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void printsTheFinalMetricsAsOneJsonObject() {
        CommandRun run = TinyTraining.train(out(), "--test", TinyTraining.file("test.jsonl"), "--json");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        JsonNode summary = JsonMapper.shared().readTree(run.out());
        assertEquals("completed", summary.get("status").asString());
        assertEquals(out().toString(), summary.get("out").asString());
        assertEquals(4, summary.get("steps").asInt());
        assertEquals(1, summary.get("best").get("epoch").asInt());
        for (String part : new String[] {"validation", "test"}) {
            JsonNode scores = summary.get(part);
            for (String figure : new String[] {"loss", "accuracy", "precision", "recall", "f1"}) {
                assertTrue(scores.get(figure).isNumber(), figure);
            }
            assertTrue(scores.get("by_type").get("PER").get("f1").isNumber());
        }
        assertEquals(summary.get("best").get("f1"), summary.get("validation").get("f1"));
        assertTrue(summary.get("rates").get("samplesPerSecond").asDouble() > 0);
        assertEquals("bert", summary.get("profile").get("model").get("type").asString());
    }

    @Test
    void printsAReportForEachEpochAndTheFinalOnes() {
        CommandRun run = TinyTraining.train(
                out(), "--epochs", "2", "--patience", "2", "--test", TinyTraining.file("test.conll"));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals(2, run.err().split("weighted avg", -1).length - 1, run.err());
        assertTrue(run.err().contains("train.conll: 64 sentences, "), run.err());
        assertTrue(run.err().contains(" entities (LOC, ORG, PER) in BIO"), run.err());
        assertEquals(2, run.out().split("weighted avg", -1).length - 1, run.out());
        assertTrue(run.out().contains("On " + TinyTraining.file("test.conll")), run.out());
        assertTrue(run.out().contains("Model and records in " + out()), run.out());
    }

    @Test
    void writesAFolderThatIsTrainedOn() {
        CommandRun run = TinyTraining.train(out(), "--model", TinyTraining.MODEL.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(Files.isRegularFile(out().resolve("model.safetensors")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--train nope.conll|--train (nope.conll): there is no such file",
                "--dev FOLDER|: is a folder",
                "--test nope.conll|--test (nope.conll): there is no such file",
                "--vocab nope.txt|--vocab (nope.txt): there is no such file",
                "--model nope|folder (nope) of ",
                "--model FOLDER|file (config.json) of ",
                "--train FOLDER/empty|empty",
                "--train FOLDER/latin1|UTF-8",
                "--column 0|tag (",
                "--column 7|column",
                "--test FOLDER/test.jsonl --column -1|--column (-1): ",
                "--test FOLDER/train.conll --format jsonl|FOLDER/train.conll:1",
                "--epochs 0|epochs (0)",
                "--batch-size 0|(0)",
                "--learning-rate -1|learning rate (-1.0)",
                "--warmup 2|warm-up (2.0)",
                "--max-length 2|maximum length (2)",
                "--patience 0|patience (0)",
                "--checkpoint-every 0|checkpoint interval (0)",
                "--device cuda:9|--device (cuda:9): the engine sees no GPU",
                "--threads 0|threads (0)",
            })
    void refusesWhatCannotBeTrainedOn(String options, String message) throws IOException {
        String place = TinyTraining.FOLDER.toString();
        Files.writeString(TinyTraining.FOLDER.resolve("empty"), "");
        Files.write(TinyTraining.FOLDER.resolve("latin1"), "Zo\u00eb\tB-PER\n".getBytes(StandardCharsets.ISO_8859_1));
        refused(
                TinyTraining.train(out(), options.replace("FOLDER", place).split(" ", -1)),
                message.replace("FOLDER", place));
        assertFalse(Files.exists(out()), "nothing was begun");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train|Missing required",
                "train --train a --dev b --out c|Missing required argument",
                "train --train a --dev b --out c --shape tiny|--vocab",
                "train --train a --dev b --out c --shape huge --vocab v|huge",
                "train --train a --dev b --out c --model m --shape tiny --vocab v|mutually exclusive",
                "train --train a --dev b --out c --model m --hub h|mutually exclusive",
                "train --train a --dev b --out c --model m --device tpu|none of auto, cpu, cuda:N",
                "train --train a --dev b --out c --model m --precision fp8|fp8",
                "train --train a --dev b --out c --model m --format xml|xml",
            })
    void refusesOptionsThatDoNotFit(String line, String message) {
        CommandRun run = CommandRun.of(line.split(" ", -1));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void refusesAFolderThatIsNotEmptyOrAFile() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        refused(
                TinyTraining.train(folder),
                "--out (%s): is not empty\nMaybe name a new folder, or add --resume.".formatted(folder));
        refused(TinyTraining.train(folder.resolve("file")), "is a file");
        refused(TinyTraining.train(folder.resolve("file"), "--resume"), "is a file");
    }

    @Test
    void refusesATokenizerOfAnotherModel() throws IOException {
        Path model = TinyTraining.copy(folder.resolve("model"));
        Files.delete(model.resolve("tokenizer.json"));
        List<String> longer = new ArrayList<>(Files.readAllLines(TinyTraining.FOLDER.resolve("vocab.txt")));
        longer.add("##foreign");
        Files.write(model.resolve("vocab.txt"), longer);
        refused(
                TinyTraining.train(out(), "--model", model.toString()),
                "tokenizer (%d ids) of the model: its word embedding has %d rows"
                        .formatted(longer.size(), longer.size() - 1));
    }

    @Test
    void refusesWeightsThatAreAPickleOrAnotherModelsOrDamaged() throws IOException {
        Path model = TinyTraining.copy(folder.resolve("model"));
        Path weights = model.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        Files.write(weights, Arrays.copyOf(bytes, bytes.length - 1));
        refused(TinyTraining.train(out(), "--model", model.toString()), weights.toString());
        Files.write(weights, bytes);
        Path config = model.resolve("config.json");
        String text = Files.readString(config);
        Files.writeString(config, text.replace("\"bert\"", "\"gpt2\""));
        refused(TinyTraining.train(out(), "--model", model.toString()), "gpt2");
        Files.writeString(config, text);
        Files.move(weights, model.resolve("pytorch_model.bin"));
        refused(TinyTraining.train(out(), "--model", model.toString()), "pytorch_model.bin");
    }

    @Test
    void refusesToResumeWithOtherSettingsAndStartsWhereThereIsNothing() throws IOException {
        CommandRun first = TinyTraining.train(out(), "--resume");
        assertEquals(ExitCode.DONE, first.code(), first.err());
        byte[] weights = Files.readAllBytes(out().resolve("model.safetensors"));
        refused(TinyTraining.train(out(), "--resume", "--seed", "43"), "seed (43) of the run: it was 42");
        CommandRun again = TinyTraining.train(out(), "--resume");
        assertEquals(ExitCode.DONE, again.code(), again.err());
        assertEquals(
                first.out().lines().limit(12).toList(),
                again.out().lines().limit(12).toList());
        assertArrayEquals(weights, Files.readAllBytes(out().resolve("model.safetensors")));
    }

    @Test
    void tellsDivergenceByItsExitCode() throws IOException {
        Path model = TinyTraining.copy(folder.resolve("model"));
        Path weights = model.resolve("model.safetensors");
        List<TensorSource> spoilt;
        try (SafetensorsReader reader = SafetensorsReader.open(weights)) {
            spoilt = reader.header().entries().keySet().stream()
                    .map(name -> TensorSource.of(
                            name,
                            name.equals("classifier.bias")
                                    ? Tensor.of(
                                            filled(reader.tensor(name)),
                                            reader.tensor(name).elements())
                                    : reader.tensor(name)))
                    .toList();
        }
        SafetensorsWriter.write(weights, spoilt, Map.of("format", "pt"));
        CommandRun run = TinyTraining.train(out(), "--model", model.toString());
        assertEquals(ExitCode.REJECTED, run.code(), run.err());
        assertTrue(run.err().contains("of step 1 at learning rate"), run.err());
    }

    private static float[] filled(Tensor like) {
        float[] values = new float[Math.toIntExact(like.elements())];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    /** In a process of its own, for the signal ends the process. */
    @Test
    void endsWithAStateOnASignalAndResumesToTheSameBytes() throws IOException, InterruptedException {
        Assumptions.assumeFalse(System.getProperty("os.name", "").startsWith("Windows"), "Windows has no SIGTERM");
        String[] options = {"--epochs", "30", "--checkpoint-every", "2"};
        CommandRun straight = TinyTraining.train(folder.resolve("straight"), options);
        assertEquals(ExitCode.DONE, straight.code(), straight.err());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(TinyTraining.arguments(out(), options)));
        Path messages = folder.resolve("messages");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(messages.toFile())
                .start();
        while (process.isAlive() && states() == 0) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        process.destroy();
        int code = process.waitFor();
        assertEquals(143, code, Files.readString(messages));
        assertTrue(Files.readString(messages).contains("the same command with --resume."), Files.readString(messages));
        List<String> resumed = new ArrayList<>(List.of(options));
        resumed.add("--resume");
        CommandRun rest = TinyTraining.train(out(), resumed.toArray(String[]::new));
        assertEquals(ExitCode.DONE, rest.code(), rest.err());
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("straight").resolve("model.safetensors")),
                Files.readAllBytes(out().resolve("model.safetensors")));
    }

    private long states() throws IOException {
        Path states = out().resolve("checkpoints");
        if (!Files.isDirectory(states)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(states)) {
            return entries.filter(entry -> entry.toString().endsWith(".safetensors"))
                    .count();
        }
    }
}
