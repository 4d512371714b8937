package io.dcsdk.examples;

import io.dcsdk.document.Documents;
import io.dcsdk.training.NerModel;
import io.dcsdk.training.inference.AggregationStrategy;
import io.dcsdk.training.inference.Entity;
import io.dcsdk.training.program.ComputePrecision;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code label}: entities of texts, a line for a line. */
@Command(
        name = "label",
        mixinStandardHelpOptions = true,
        description = "Finds entities in texts: a text a line on standard input, for each a line with a JSON array.",
        footer = {
            "",
            "Each answer comes as soon as its line has. Fields are those of the HuggingFace pipeline: entity (or",
            "entity_group), score, index (with --aggregation none), word, start and end in code points; and",
            "start_utf16 and end_utf16 for Java, JavaScript and C#. An empty line gives []."
        })
final class LabelCommand implements Runnable {
    @ArgGroup(multiplicity = "1")
    private ModelFolder model = new ModelFolder();

    @Option(
            names = "--aggregation",
            paramLabel = "STRATEGY",
            defaultValue = "simple",
            description =
                    "How tokens become entities: none, simple, first, average or max (default: ${DEFAULT-VALUE}).")
    private AggregationStrategy aggregation = AggregationStrategy.SIMPLE;

    @Mixin
    private Compute compute = new Compute();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    LabelCommand() {}

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        TextLines texts = new TextLines(System.in);
        Path folder = model.checkpoint(spec.commandLine().getErr()).folder();
        try (NerModel opened = NerModel.open(folder, compute.start(), ComputePrecision.FP32)) {
            boolean wanted = true;
            for (@Nullable String text = texts.next(); text != null && wanted; text = wanted ? texts.next() : null) {
                List<Entity> found = text.isEmpty() ? List.of() : opened.label(text, aggregation);
                out.println(Documents.toCompactJson(found));
                // Nobody reads on where the pipe was closed: head takes some lines and is content.
                wanted = !out.checkError();
            }
        }
    }
}
