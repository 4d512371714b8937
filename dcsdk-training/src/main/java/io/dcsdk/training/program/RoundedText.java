package io.dcsdk.training.program;

import java.util.List;

/**
 * Writes the copies of parameters that products in bf16 take: made when parameters are bound, and again after every update, all in one
 * operation. They are the leaves that are differentiated, so neither they nor their gradients go through a cast that the engine
 * notes and plays back, of which a step would have two for each parameter. Embeddings have none: they are computed in
 * binary32.
 */
final class RoundedText {
    /** All leaves as they are computed with: copies, and embeddings as they are. */
    private static final String COMPUTED = "cs";

    /** The copies alone, and what they are copies of. */
    private static final String COPIES = "lo";

    private static final String ORIGINALS = "hi";

    private final StateLayout layout;
    private final boolean rounds;
    private final ProgramText text;

    RoundedText(StateLayout layout, ProgramOptions options, ProgramText text) {
        this.layout = layout;
        this.rounds = options.precision() == ComputePrecision.BF16;
        this.text = text;
    }

    /** The attributes that it needs. */
    static List<String> lists(ProgramOptions options) {
        return options.precision() == ComputePrecision.BF16 ? List.of(COMPUTED, COPIES, ORIGINALS) : List.of();
    }

    /** The attribute with the leaves that are differentiated. */
    String leaves() {
        return rounds ? COMPUTED : "ws";
    }

    /** The lines of {@code bind} for a parameter, a leaf by itself. */
    void bind(Leaf leaf, String parameter) {
        if (!rounds) {
            return;
        }
        String prefix = layout.config().architecture().modelType() + ".embeddings.";
        if (leaf.parts().get(0).name().startsWith(prefix)) {
            append(COMPUTED, parameter);
            return;
        }
        String copy = text.let(
                "torch.requires_grad_(torch.to(torch.detach(%s), %d, False, True), True)", parameter, EncoderText.BF16);
        append(COMPUTED, copy);
        append(COPIES, copy);
        append(ORIGINALS, parameter);
    }

    private void append(String list, String element) {
        text.line("_ = torch.append(%s, %s)", list, element);
    }

    /** The line after an update. */
    void refresh() {
        if (rounds) {
            text.line("torch._foreach_copy_(self.%s, self.%s, False)", COPIES, ORIGINALS);
        }
    }

    /** A gradient as the optimizer takes it. */
    String inFull(String gradient) {
        return rounds ? "torch.to(" + gradient + ", " + EncoderText.FP32 + ", False, False)" : gradient;
    }

    /** Such a gradient of a leaf that the loss does not reach. */
    static String nothing(String leaf) {
        return "torch.zeros_like(" + leaf + ", dtype=" + EncoderText.FP32 + ")";
    }
}
