package io.dcsdk.training.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a backward pass that goes through the segments one by one. With recomputation it keeps only the input of each and
 * computes what lies between again (Chen et al. 2016, arXiv 1604.06174, with one checkpoint a layer): about a third more
 * work, and the activations of one layer in memory instead of all. Without, it keeps the tapes of the layers.
 *
 * <p>It follows {@code ws}, {@code rows} and, with gradients by rows, {@code flat}; the gradients with recomputation are bit for bit
 * those without, for a segment's seed makes it drop the same elements.
 */
final class SegmentedPassText {
    private static final String WITH_GRADIENT = "torch.set_grad_enabled(True)";

    private final ProgramText text;
    private final SegmentText segments;
    private final RoundedText rounded;
    private final int rowLeaf;
    private final boolean recomputes;
    private final Map<Integer, String> gradients = new HashMap<>();

    /**
     * @param rowLeaf the leaf whose looked up rows are differentiated instead, or -1
     * @param recomputes whether segments are computed again; they must be, unless their layers give tapes
     */
    SegmentedPassText(ProgramText text, SegmentText segments, RoundedText rounded, int rowLeaf, boolean recomputes) {
        this.text = text;
        this.segments = segments;
        this.rounded = rounded;
        this.rowLeaf = rowLeaf;
        this.recomputes = recomputes;
    }

    void write(int leaves) {
        String seed = segments.drawn();
        String bias = segments.bias("mask");
        String rows = rowLeaf < 0 ? "rows" : leaf("rows");
        List<String> inputs = new ArrayList<>();
        List<String> tapes = new ArrayList<>();
        if (!recomputes) {
            text.line(WITH_GRADIENT);
        }
        inputs.add(segments.embedded(rows, seed));
        text.line(StepProgram.NO_GRADIENT);
        for (int i = 0; i < segments.layers(); i++) {
            if (recomputes) {
                inputs.add(segments.layered(i, inputs.get(i), bias, seed));
            } else {
                tapes.add(segments.tape(i, inputs.get(i), bias, seed));
                inputs.add(text.let("%s", TapedLayerText.output(tapes.get(i))));
            }
        }
        int top = segments.layers();
        String hidden = leaf(inputs.get(top));
        text.line(WITH_GRADIENT);
        String loss = segments.loss(hidden, seed);
        String flowing = differentiate(loss, "None", segments.leaves(top + 1), hidden);
        for (int i = top - 1; i >= 0; i--) {
            flowing = segments.taped()
                    ? played(i, recomputes ? segments.tape(i, inputs.get(i), bias, seed) : tapes.get(i), flowing)
                    : recomputed(i, inputs.get(i), bias, seed, flowing);
        }
        String embedded = inputs.get(0);
        if (recomputes) {
            text.line(WITH_GRADIENT);
            embedded = segments.embedded(rows, seed);
        }
        String ofRows = differentiate(embedded, flowing, segments.leaves(0), rowLeaf < 0 ? "" : rows);
        if (rowLeaf >= 0) {
            gradients.put(rowLeaf, text.let("self.scatter(flat, %s, fresh)", ofRows));
        }
        give(loss, leaves);
    }

    /** Gives the loss and the gradient of every leaf. Parameters that the loss does not reach have gradient zero. */
    private void give(String loss, int leaves) {
        text.line("all = annotate(List[Tensor], [])");
        text.line("_2 = torch.append(all, torch.detach(%s))", loss);
        for (int i = 0; i < leaves; i++) {
            text.line("_3 = torch.append(all, %s)", gradients.getOrDefault(i, RoundedText.nothing("ws[" + i + "]")));
        }
        text.line("return all");
    }

    private String leaf(String value) {
        return text.let("torch.requires_grad_(torch.detach(%s), True)", value);
    }

    /** Plays a tape back, notes the gradients of the layer's leaves and names that of its input. */
    private String played(int layer, String tape, String flowing) {
        String found = segments.back(layer, tape, flowing);
        List<Integer> leaves = segments.leaves(layer + 1);
        String input = text.let("%s[0]", found);
        for (int i = 0; i < leaves.size(); i++) {
            gradients.put(leaves.get(i), text.let("%s[%d]", found, i + 1));
        }
        return input;
    }

    /** Computes a layer once more, notes the gradients of its leaves and names that of its input. */
    private String recomputed(int layer, String kept, String bias, String seed, String flowing) {
        String input = leaf(kept);
        text.line(WITH_GRADIENT);
        String output = segments.layered(layer, input, bias, seed);
        return differentiate(output, flowing, segments.leaves(layer + 1), input);
    }

    /** Notes the gradients of some leaves and names that of an input; nothing for no input. */
    private String differentiate(String output, String flowing, List<Integer> leaves, String input) {
        List<String> all =
                new ArrayList<>(leaves.stream().map(leaf -> "ws[" + leaf + "]").toList());
        if (!input.isEmpty()) {
            all.add(input);
        }
        String outer = flowing.equals("None") ? "None" : "annotate(List[Optional[Tensor]], [" + flowing + "])";
        String found =
                text.let("torch.grad([%s], [%s], %s, None, False, False)", output, String.join(", ", all), outer);
        text.line(StepProgram.NO_GRADIENT);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            names.add(text.let("unchecked_cast(Tensor, %s[%d])", found, i));
        }
        for (int i = 0; i < leaves.size(); i++) {
            gradients.put(leaves.get(i), text.let("%s", rounded.inFull(names.get(i))));
        }
        return input.isEmpty() ? "" : names.get(leaves.size());
    }
}
