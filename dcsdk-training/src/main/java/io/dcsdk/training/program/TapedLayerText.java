package io.dcsdk.training.program;

import io.dcsdk.training.model.LayerNames;
import io.dcsdk.training.model.ModelConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes layers whose products have no gradient of the engine: {@code layer_0} gives a tape, all that its backward pass needs,
 * and {@code layer_0_back} plays it backwards. Between two products the engine differentiates; products are written out.
 */
final class TapedLayerText {
    /** What lies on a tape, in this order. */
    private enum Place {
        /** What went into the layer: a leaf, for it also goes around the attention. */
        INPUT(0),
        /** Queries, keys and values: a leaf. */
        HEADS(1),
        /** What attention makes of them. */
        ATTENDED(2),
        /** Its projection: a leaf. */
        PROJECTED(3),
        /** The normed sum of both. */
        MIDDLE(4),
        /** The same as a leaf, which also goes around the feed-forward part. */
        AROUND(5),
        /** Widened: a leaf. */
        WIDE(6),
        /** The same after the activation. */
        ACTIVATED(7),
        /** Narrowed again: a leaf. */
        NARROW(8),
        /** What comes out. */
        OUTPUT(9);

        private final int index;

        Place(int index) {
            this.index = index;
        }

        String on(String tape) {
            return tape + "[" + index + "]";
        }
    }

    private static final String WITH_GRADIENT = "torch.set_grad_enabled(True)";
    private static final String TAPE = "tape";

    private final StateLayout layout;
    private final ModelConfig config;
    private final ProgramText text;

    TapedLayerText(StateLayout layout, ProgramText text) {
        this.layout = layout;
        this.config = layout.config();
        this.text = text;
    }

    /** What a layer gives, on its tape. */
    static String output(String tape) {
        return Place.OUTPUT.on(tape);
    }

    /** Writes the lines from {@code x} and {@code bias} to the returned tape. */
    void forward(EncoderText encoder, int index) {
        LayerNames names = encoder.names(index);
        text.line(StepProgram.NO_GRADIENT);
        encoder.sizes("x");
        String input = leaf("torch.detach(x)");
        String heads = leaf(encoder.product(names.query(), input));
        text.line(WITH_GRADIENT);
        text.open("if torch.eq(torch.numel(bias), 0):");
        text.line("attended = %s", encoder.attention(heads, EncoderText.NO_BIAS));
        text.close();
        text.open("else:");
        text.line("attended = %s", encoder.attention(heads, "bias"));
        text.close();
        text.line(StepProgram.NO_GRADIENT);
        String projected = leaf(encoder.product(names.attentionOutput(), "attended"));
        text.line(WITH_GRADIENT);
        String middle = encoder.joined(names.attentionNorm(), projected, input);
        text.line(StepProgram.NO_GRADIENT);
        String around = leaf("torch.detach(" + middle + ")");
        String wide = leaf(encoder.product(names.intermediate(), around));
        text.line(WITH_GRADIENT);
        String activated = encoder.activation(wide);
        text.line(StepProgram.NO_GRADIENT);
        String narrow = leaf(encoder.product(names.output(), activated));
        text.line(WITH_GRADIENT);
        String output = encoder.joined(names.outputNorm(), narrow, around);
        List<String> tape =
                List.of(input, heads, "attended", projected, middle, around, wide, activated, narrow, output);
        text.line(StepProgram.NO_GRADIENT);
        text.line("return [%s]", String.join(", ", tape));
    }

    /** Writes the method from a tape and the gradient of its output to that of its input, then those of its leaves. */
    void back(int index, List<Integer> leaves) {
        LayerNames names = LayerNames.of(config.architecture(), index);
        text.open(
                "def layer_%d_back(self: __torch__.%s, tape: List[Tensor], flowing: Tensor) -> List[Tensor]:",
                index, StepProgram.CLASS);
        text.line(StepProgram.NO_GRADIENT);
        Gradients found = new Gradients();
        List<String> narrow = found.ofNorm(Place.OUTPUT, "flowing", names.outputNorm(), Place.NARROW, Place.AROUND);
        String activated = found.ofProduct(names.output(), narrow.get(0), Place.ACTIVATED);
        String wide = found.between(Place.ACTIVATED, activated, List.of(Place.WIDE.on(TAPE)))
                .get(0);
        String ofProduct = found.ofProduct(names.intermediate(), wide, Place.AROUND);
        String middle = text.let("torch.add(%s, %s, alpha=1)", ofProduct, narrow.get(1));
        List<String> projected =
                found.ofNorm(Place.MIDDLE, middle, names.attentionNorm(), Place.PROJECTED, Place.INPUT);
        String attended = found.ofProduct(names.attentionOutput(), projected.get(0), Place.ATTENDED);
        String heads = found.between(Place.ATTENDED, attended, List.of(Place.HEADS.on(TAPE)))
                .get(0);
        String ofHeads = found.ofProduct(names.query(), heads, Place.INPUT);
        List<String> all = new ArrayList<>();
        all.add(text.let("torch.add(%s, %s, alpha=1)", ofHeads, projected.get(1)));
        leaves.forEach(leaf -> all.add(found.of(leaf)));
        text.line("return [%s]", String.join(", ", all));
        text.close();
    }

    private String leaf(String value) {
        return text.let("torch.requires_grad_(%s, True)", value);
    }

    /** The gradients of a layer's leaves as they are found. */
    private final class Gradients {
        private final Map<Integer, String> found = new HashMap<>();

        String of(int leaf) {
            return Optional.ofNullable(found.get(leaf)).orElseThrow();
        }

        /** The gradient of the rows of a product, from that of what it gives. */
        String ofProduct(String name, String flowing, Place rows) {
            int weight = layout.leaf(name + ".weight");
            String flat = rows(flowing);
            found.put(weight, OneDnnText.weightGradient(text, flat, rows(rows.on(TAPE))));
            found.put(layout.leaf(name + ".bias"), text.let("torch.sum(%s, [0], False, dtype=None)", flat));
            return OneDnnText.rowGradient(text, flowing, parameter(weight));
        }

        /** The gradients of two that were added and normed, from that of what came out. */
        List<String> ofNorm(Place end, String flowing, String norm, Place first, Place second) {
            int scale = layout.leaf(norm + ".weight");
            int shift = layout.leaf(norm + ".bias");
            List<String> all =
                    between(end, flowing, List.of(first.on(TAPE), second.on(TAPE), parameter(scale), parameter(shift)));
            found.put(scale, all.get(2));
            found.put(shift, all.get(3));
            return all.subList(0, 2);
        }

        /** What the engine differentiates: the gradients of some leaves, from that of what came out. */
        List<String> between(Place end, String flowing, List<String> of) {
            String all = text.let(
                    "torch.grad([%s], [%s], annotate(List[Optional[Tensor]], [%s]), None, False, False)",
                    end.on(TAPE), String.join(", ", of), flowing);
            List<String> names = new ArrayList<>();
            for (int i = 0; i < of.size(); i++) {
                names.add(text.let("unchecked_cast(Tensor, %s[%d])", all, i));
            }
            return names;
        }

        private String rows(String value) {
            return text.let("torch.flatten(%s, 0, 1)", value);
        }

        private String parameter(int leaf) {
            return "self.ws[" + leaf + "]";
        }
    }
}
