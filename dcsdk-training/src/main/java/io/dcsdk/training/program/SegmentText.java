package io.dcsdk.training.program;

import io.dcsdk.training.model.ModelConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the training pass as methods of its own for each segment: {@code embed}, {@code layer_0} and so on, {@code head}.
 *
 * <p>A segment that drops elements seeds the generator by its own number, so it can be run again later and drops the same ones.
 */
final class SegmentText {
    /** The first segment takes the number that is drawn, the others those that follow. */
    private static final String SEED = "seed";

    private final StateLayout layout;
    private final ProgramOptions options;
    private final ProgramText text;
    private final ModelConfig config;
    private final List<List<Integer>> leaves = new ArrayList<>();

    SegmentText(StateLayout layout, ProgramOptions options, ProgramText text) {
        this.layout = layout;
        this.options = options;
        this.text = text;
        this.config = layout.config();
    }

    /** Writes the methods, in the order of the segments. */
    void write() {
        draw();
        bias();
        embed();
        for (int i = 0; i < config.layers(); i++) {
            layer(i);
        }
        head();
    }

    /** How many layers there are between {@code embed} and {@code head}. */
    int layers() {
        return config.layers();
    }

    /** Whether layers give tapes, because some of their products have no gradient of the engine. */
    boolean taped() {
        return options.oneDnnProducts();
    }

    /** The leaves of a segment: 0 is {@code embed}, then the layers, then {@code head}. */
    List<Integer> leaves(int segment) {
        return leaves.get(segment);
    }

    String drawn() {
        return text.let("self.draw()");
    }

    String bias(String mask) {
        return text.let("self.bias(%s)", mask);
    }

    String embedded(String rows, String seed) {
        return text.let("self.embed(%s, ids, types, %s)", rows, seed);
    }

    /** What a layer gives; the tape is dropped, if there is one, and with it what the engine keeps for its gradients. */
    String layered(int layer, String input, String bias, String seed) {
        String given = tape(layer, input, bias, seed);
        return taped() ? text.let("torch.detach(%s)", TapedLayerText.output(given)) : given;
    }

    /** What the method of a layer gives: its tape, if layers give tapes. */
    String tape(int layer, String input, String bias, String seed) {
        return text.let("self.layer_%d(%s, %s, torch.add(%s, %d))", layer, input, bias, seed, layer + 1);
    }

    /** The gradients of a layer's input and of its leaves, as a list, from its tape and the gradient of its output. */
    String back(int layer, String tape, String flowing) {
        return text.let("self.layer_%d_back(%s, %s)", layer, tape, flowing);
    }

    String loss(String hidden, String seed) {
        return text.let("self.head(%s, labels, scalars, torch.add(%s, %d))", hidden, seed, layers() + 1);
    }

    private boolean drops() {
        return config.hiddenDropout() > 0 || config.attentionDropout() > 0 || config.classifierDropout() > 0;
    }

    /** A number from the generator that the host seeds; on the host, so that no device is waited for. */
    private void draw() {
        text.open("def draw(self: __torch__.%s) -> int:", StepProgram.CLASS);
        if (drops()) {
            text.line("x = torch.empty([1], dtype=4, layout=None, device=torch.device(\"cpu\"))");
            text.line("_0 = torch.random_(x)");
            text.line("return int(x)");
        } else {
            text.line("return 0");
        }
        text.close();
    }

    /** What is added to attention's scores; without elements where no row is padded. */
    private void bias() {
        StepProgram.method(text, "bias", List.of("mask"), "Tensor");
        text.open("if torch.eq(torch.numel(mask), 0):");
        text.line("found = mask");
        text.close();
        text.open("else:");
        text.line("found = %s", new EncoderText(layout, options, text, true).attentionBias());
        text.close();
        text.line("return found");
        text.close();
    }

    private void embed() {
        EncoderText encoder = open("embed", List.of("rows", "ids", "types"), config.hiddenDropout() > 0, "Tensor");
        text.line("return %s", encoder.embeddings());
        close(encoder);
    }

    private void layer(int index) {
        EncoderText encoder = open(
                "layer_" + index,
                List.of("x", "bias"),
                config.hiddenDropout() > 0 || config.attentionDropout() > 0,
                taped() ? "List[Tensor]" : "Tensor");
        if (taped()) {
            TapedLayerText layer = new TapedLayerText(layout, text);
            layer.forward(encoder, index);
            close(encoder);
            layer.back(index, encoder.namedLeaves());
            return;
        }
        encoder.sizes("x");
        text.open("if torch.eq(torch.numel(bias), 0):");
        text.line("h = %s", encoder.layer(index, "x", EncoderText.NO_BIAS));
        text.close();
        text.open("else:");
        text.line("h = %s", encoder.layer(index, "x", "bias"));
        text.close();
        text.line("return h");
        close(encoder);
    }

    /** The summed loss times 1 / weight. */
    private void head() {
        EncoderText encoder = open("head", List.of("h", "labels", "scalars"), config.classifierDropout() > 0, "Tensor");
        HeadText head = new HeadText(config, options, encoder, text);
        text.line("return torch.mul(%s, torch.select(scalars, 0, 1))", head.lossSum(head.logits("h")));
        close(encoder);
    }

    private EncoderText open(String name, List<String> tensors, boolean drops, String type) {
        text.open(
                "def %s(self: __torch__.%s, %s: Tensor, %s: int) -> %s:",
                name, StepProgram.CLASS, String.join(": Tensor, ", tensors), SEED, type);
        if (drops) {
            text.line("_0 = torch.manual_seed(%s)", SEED);
        }
        return new EncoderText(layout, options, text, true);
    }

    private void close(EncoderText encoder) {
        leaves.add(encoder.namedLeaves());
        text.close();
    }
}
