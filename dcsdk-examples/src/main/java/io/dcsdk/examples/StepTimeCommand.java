package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.document.Documents;
import io.dcsdk.transformer.ParallelismPlan;
import io.dcsdk.transformer.PlannedStep;
import io.dcsdk.transformer.StepTimeModel;
import io.dcsdk.transformer.TrainingHardware;
import io.dcsdk.transformer.TrainingMemory;
import io.dcsdk.transformer.TransformerShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code estimate step-time}: seconds and memory of one training step. */
@Command(
        name = "step-time",
        mixinStandardHelpOptions = true,
        description = "Seconds and memory per GPU of one training step of a GPT.",
        footer = {
            "",
            "Fields: hidden, layers, heads, gpus, tensor, pipeline, interleave, batch, microbatch (a number or",
            "\"best\"), recompute (none, selective, full, sequence-parallel, selective+sequence-parallel, ...);",
            "sequence (2048), vocabulary (51200) and gpu (A100-SXM4-80GB) may be left out, which is told on",
            "standard error. Labels that change nothing: model, seconds (as measured).",
            "tflops_per_gpu counts recomputation, as arXiv 2104.04473 does; mfu does not."
        })
final class StepTimeCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "One JSON object; - for standard input.")
    private String file = "";

    @Option(names = "--json", description = "Accepted for uniformity: the answer is JSON in any case.")
    @SuppressWarnings("UnusedVariable")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    StepTimeCommand() {}

    @Override
    public void run() {
        StepTimeRow row = Input.read(file, StepTimeRow.class);
        TrainingHardware hardware = new TrainingAccelerators(Catalog.builtIn()).named(row.accelerator());
        TransformerShape shape = row.shape();
        PlannedStep step = step(row, shape, hardware);
        if (!row.assumptions().isEmpty()) {
            spec.commandLine().getErr().printf("Assumed: %s%n", String.join(", ", row.assumptions()));
        }
        if (!step.memory().fits(hardware)) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "The step needs %s GiB, more than 90 %% of the %s GiB of %s.%n",
                            Rounded.number(step.memory().totalGib()),
                            Rounded.number(hardware.memoryBytes() / (1 << 30)),
                            hardware.name());
        }
        spec.commandLine().getOut().print(Documents.toJson(StepTimeAnswer.of(row, shape, step, hardware)));
    }

    private static PlannedStep step(StepTimeRow row, TransformerShape shape, TrainingHardware hardware) {
        StepTimeModel model = StepTimeModel.calibrated();
        ParallelismPlan plan = row.plan();
        if (row.microbatch().sequences().isPresent()) {
            return new PlannedStep(plan, model.estimate(shape, plan, hardware), TrainingMemory.of(shape, plan));
        }
        return model.bestMicrobatch(shape, plan, hardware)
                .orElseThrow(() -> new BadInput(
                        "microbatch (best) of step-time row",
                        "not even one sequence fits the memory of " + hardware.name(),
                        "use more tensor or pipeline parallelism, or more recomputation."));
    }
}
