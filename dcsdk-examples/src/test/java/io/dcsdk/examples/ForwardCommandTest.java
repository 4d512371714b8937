package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.safetensors.SafetensorsReader;
import io.dcsdk.training.safetensors.SafetensorsWriter;
import io.dcsdk.training.safetensors.TensorSource;
import io.dcsdk.training.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForwardCommandTest {
    private static final String MODEL = TinyTraining.MODEL.toString();

    @TempDir
    private Path folder;

    private Path file(TensorSource... tensors) {
        Path file = folder.resolve("in.safetensors");
        SafetensorsWriter.write(file, List.of(tensors), Map.of());
        return file;
    }

    private CommandRun forward(TensorSource... tensors) {
        return CommandRun.of(
                "forward",
                "--model",
                MODEL,
                file(tensors).toString(),
                "--out",
                folder.resolve("out").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "bert-token, logits",
        "bert-sequence, logits",
        "bert-qa, start_logits end_logits",
        "distilbert-token, logits",
        "roberta-token, logits"
    })
    void equalsTransformers(String name, String outputs) {
        Path reference = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "reference", name);
        Assumptions.assumeTrue(Files.isDirectory(reference), reference + " is not there");
        Path inputs = reference.resolve("reference.safetensors");
        Path out = folder.resolve("logits.safetensors");
        CommandRun run =
                CommandRun.of("forward", "--model", reference.toString(), inputs.toString(), "--out", out.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        try (SafetensorsReader expected = SafetensorsReader.open(inputs);
                SafetensorsReader found = SafetensorsReader.open(out)) {
            assertEquals(outputs.split(" ", -1).length, found.header().entries().size());
            for (String output : outputs.split(" ", -1)) {
                assertEquals(
                        expected.tensor(output).shape(), found.tensor(output).shape());
                assertArrayEquals(
                        expected.tensor(output).toFloats(), found.tensor(output).toFloats(), 1e-5f);
            }
        }
    }

    @Test
    void printsTheSameBytesThatItSaves() throws IOException {
        Path in = file(TensorSource.of("input_ids", Tensor.of(new long[] {2, 5, 3}, 1, 3)));
        CommandRun saved = CommandRun.of(
                "forward",
                "--model",
                MODEL,
                in.toString(),
                "--out",
                folder.resolve("out").toString());
        assertEquals(ExitCode.DONE, saved.code(), saved.err());
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int code = Main.run(printed, new PrintWriter(new StringWriter()), "forward", "--model", MODEL, in.toString());
        assertEquals(ExitCode.DONE, code);
        assertArrayEquals(Files.readAllBytes(folder.resolve("out")), printed.toByteArray());
    }

    @Test
    void refusesTensorsThatDoNotFit() {
        TensorSource ids = TensorSource.of("input_ids", Tensor.of(new long[] {2, 5, 3}, 1, 3));
        Map.of(
                        "there is none, only [ids]",
                        List.of(TensorSource.of("ids", Tensor.of(new long[] {1}, 1, 1))),
                        "it has no whole numbers",
                        List.of(TensorSource.of("input_ids", Tensor.of(new float[] {1}, 1, 1))),
                        "it has not two dimensions",
                        List.of(TensorSource.of("input_ids", Tensor.of(new long[] {1}, 1))),
                        "with something in them",
                        List.of(TensorSource.of("input_ids", Tensor.of(new long[0], 0, 3))),
                        "input_ids has the shape [1, 3]",
                        List.of(ids, TensorSource.of("attention_mask", Tensor.of(new long[] {1, 1}, 1, 2))),
                        "token id (-1) of row 0, column 1",
                        List.of(TensorSource.of("input_ids", Tensor.of(new long[] {2, -1, 3}, 1, 3))),
                        "token id (99999) of row 1, column 0",
                        List.of(TensorSource.of("input_ids", Tensor.of(new long[] {2, 99999}, 2, 1))),
                        "segment id (2)",
                        List.of(ids, TensorSource.of("token_type_ids", Tensor.of(new long[] {0, 2, 0}, 1, 3))),
                        "the model has 512 positions",
                        List.of(TensorSource.of("input_ids", Tensor.of(new long[513], 1, 513))))
                .forEach((message, tensors) -> {
                    CommandRun run = forward(tensors.toArray(TensorSource[]::new));
                    assertEquals(ExitCode.BAD_INPUT, run.code(), message);
                    assertTrue(run.err().contains(message), run.err());
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--model nope FOLDER/in|no such file",
                "--model FOLDER/model FOLDER/vocab.txt|vocab.txt",
                "--model FOLDER/model FOLDER/vocab.txt --out nope/x|its folder does not exist",
                "--model FOLDER/model|Missing required parameter",
            })
    void refusesBadPaths(String options, String message) {
        String line = "forward " + options.replace("FOLDER", TinyTraining.FOLDER.toString());
        CommandRun run = CommandRun.of(line.split(" ", -1));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
    }
}
