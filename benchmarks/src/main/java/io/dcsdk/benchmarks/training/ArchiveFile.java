package io.dcsdk.benchmarks.training;

import io.dcsdk.document.Documents;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.Kernels;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.program.StepProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the training program of a shape to a file, for {@code archive_step.py}: so it can be run where there is a GPU and torch, but no
 * JVM.
 *
 * <p>Arguments: {@code LAYERS HIDDEN VOCAB fp32|bf16 processors|gpus dropout|certain FILE [recompute]}; {@code certain} is a model without
 * dropout, whose steps can be compared. Beside it {@code FILE.json} says what it is of, how many elements its parameters have, and which of
 * them begin as 1.
 */
public final class ArchiveFile {
    private ArchiveFile() {}

    /**
     * Writes both files.
     *
     * @param arguments see above
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        TrainingShape shape = new TrainingShape(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        ComputePrecision precision = ComputePrecision.valueOf(arguments[3].toUpperCase(Locale.ROOT));
        Kernels kernels =
                switch (arguments[4]) {
                    case "processors" -> Kernels.forProcessors();
                    case "gpus" -> Kernels.forGpus();
                    default ->
                        throw new IllegalArgumentException(
                                "kernels (%s) of an archive: are unknown\nMaybe take processors or gpus."
                                        .formatted(arguments[4]));
                };
        double dropout =
                switch (arguments[5]) {
                    case "dropout" -> TrainingShape.DROPOUT;
                    case "certain" -> 0;
                    default ->
                        throw new IllegalArgumentException(
                                "dropout (%s) of an archive: is unknown\nMaybe take dropout or certain."
                                        .formatted(arguments[5]));
                };
        boolean recompute = arguments.length > 7;
        if (recompute && !arguments[7].equals("recompute")) {
            throw new IllegalArgumentException(
                    "option (%s) of an archive: is unknown\nMaybe take recompute, or nothing.".formatted(arguments[7]));
        }
        Path file = Path.of(arguments[6]);
        StateLayout layout = StateLayout.of(shape.config(TrainingShape.LABELS, dropout));
        Files.write(
                file,
                StepProgram.of(
                                layout,
                                ProgramOptions.defaults()
                                        .with(precision, kernels)
                                        .withRecomputeActivations(recompute))
                        .archive());
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("layers", shape.layers());
        about.put("hidden", shape.hidden());
        about.put("vocabulary", shape.vocabulary());
        about.put("labels", TrainingShape.LABELS.size());
        about.put("precision", arguments[3]);
        about.put("kernels", arguments[4]);
        about.put("dropout", dropout);
        about.put("recompute", recompute);
        about.put("elements", layout.size());
        about.put("ones", ones(layout));
        Documents.write(Path.of(file + ".json"), about);
    }

    /** First and number of the elements of every layer norm's weight, which begin as 1. */
    private static List<List<Integer>> ones(StateLayout layout) {
        return layout.parameters().stream()
                .filter(parameter -> parameter.name().endsWith("LayerNorm.weight"))
                .map(parameter -> List.of(layout.offset(parameter.name()), parameter.elements()))
                .toList();
    }
}
