package io.dcsdk.examples;

import io.dcsdk.training.ForwardPass;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.safetensors.SafetensorsReader;
import io.dcsdk.training.safetensors.SafetensorsWriter;
import io.dcsdk.training.safetensors.TensorSource;
import io.dcsdk.training.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code forward}: logits of token ids, to compare with other implementations. */
@Command(
        name = "forward",
        mixinStandardHelpOptions = true,
        description = "Runs a model of any head over token ids in a safetensors file and gives its logits as another.",
        footer = {
            "",
            "Taken from the file: input_ids (rows, width), and if they are there attention_mask and token_type_ids,",
            "all of whole numbers. Given back, in F32: logits (rows, width, labels) for tokens, (rows, labels) for",
            "sequences; start_logits and end_logits (rows, width) for questions."
        })
final class ForwardCommand implements Runnable {
    private static final long[] NONE = new long[0];
    private static final Map<String, String> METADATA = Map.of("format", "pt");

    @ArgGroup(multiplicity = "1")
    private ModelFolder model = new ModelFolder();

    @Parameters(paramLabel = "FILE", description = "Token ids, as safetensors.")
    private String file = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Where the logits go (default: standard output).")
    private @Nullable String out;

    @Mixin
    private Compute compute = new Compute();

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ForwardCommand() {}

    @Override
    public void run() {
        @Nullable Path target = out == null ? null : Input.writable("--out", out);
        TokenRows rows = rows(Input.path(file));
        Path folder = model.checkpoint(spec.commandLine().getErr()).folder();
        try (ForwardPass opened = ForwardPass.open(folder, compute.start(), ComputePrecision.FP32)) {
            Tensor logits = opened.logits(rows);
            List<TensorSource> named = opened.config().head() == Head.QUESTION_ANSWERING
                    ? List.of(
                            TensorSource.of("start_logits", part(logits, 0)),
                            TensorSource.of("end_logits", part(logits, 1)))
                    : List.of(TensorSource.of("logits", logits));
            if (target != null) {
                SafetensorsWriter.write(target, named, METADATA);
            } else {
                print(named);
            }
        }
    }

    private void print(List<TensorSource> named) {
        OutputStream results = main.results();
        try {
            SafetensorsWriter.write(Channels.newChannel(results), "standard output", named, METADATA);
            results.flush();
        } catch (IOException e) {
            // ResultStream remembers it, and tells a closed pipe from a full disk.
        }
    }

    private static TokenRows rows(Path file) {
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            Tensor ids = whole(file, reader, "input_ids");
            List<Long> shape = ids.shape();
            if (shape.size() != 2 || ids.elements() == 0) {
                throw new BadInput(
                        "input_ids (%s) of %s".formatted(ids, file),
                        "it has not two dimensions, rows and width, with something in them",
                        "one text is a row too: [1, width].");
            }
            return new TokenRows(
                    Math.toIntExact(shape.get(0)),
                    Math.toIntExact(shape.get(1)),
                    ids.toLongs(),
                    optional(file, reader, "token_type_ids", shape),
                    optional(file, reader, "attention_mask", shape),
                    NONE);
        }
    }

    private static long[] optional(Path file, SafetensorsReader reader, String name, List<Long> shape) {
        if (!reader.header().entries().containsKey(name)) {
            return NONE;
        }
        Tensor tensor = whole(file, reader, name);
        if (!tensor.shape().equals(shape)) {
            throw new BadInput(
                    "%s (%s) of %s".formatted(name, tensor, file),
                    "input_ids has the shape %s".formatted(shape),
                    "they belong to different texts.");
        }
        return tensor.toLongs();
    }

    private static Tensor whole(Path file, SafetensorsReader reader, String name) {
        if (!reader.header().entries().containsKey(name)) {
            throw new BadInput(
                    "tensor (%s) of %s".formatted(name, file),
                    "there is none, only %s"
                            .formatted(reader.header().entries().keySet().stream()
                                    .sorted()
                                    .limit(10)
                                    .toList()),
                    "it has another name; dcsdk forward --help tells which are taken.");
        }
        Tensor tensor = reader.tensor(name);
        if (tensor.type().isFloatingPoint()) {
            throw new BadInput(
                    "%s (%s) of %s".formatted(name, tensor, file), "it has no whole numbers", "convert it to I64.");
        }
        return tensor;
    }

    /** One of the two logits of each token: (rows, width). */
    private static Tensor part(Tensor logits, int which) {
        float[] both = logits.toFloats();
        float[] one = new float[both.length / 2];
        for (int i = 0; i < one.length; i++) {
            one[i] = both[2 * i + which];
        }
        return Tensor.of(one, logits.shape().get(0), logits.shape().get(1));
    }
}
