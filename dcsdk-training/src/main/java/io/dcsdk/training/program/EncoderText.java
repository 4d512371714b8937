package io.dcsdk.training.program;

import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.LayerNames;
import io.dcsdk.training.model.ModelConfig;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the encoder: embeddings and layers of BERT (arXiv 1810.04805), with dropout for training or without. Shapes: b
 * rows, t tokens a row, h hidden width, a heads of width d = h / a.
 */
final class EncoderText {
    /** Instead of the name of a bias, where no row is padded. */
    static final String NO_BIAS = "None";

    static final int BF16 = 15; // torch.bfloat16 as a number
    static final int FP32 = 6; // torch.float32 as a number

    private final ModelConfig config;
    private final StateLayout layout;
    private final ProgramOptions options;
    private final ProgramText text;
    private final boolean training;
    private final RoundedText rounded;
    private final Set<Integer> named = new LinkedHashSet<>();

    EncoderText(StateLayout layout, ProgramOptions options, ProgramText text, boolean training) {
        this.config = layout.config();
        this.layout = layout;
        this.options = options;
        this.text = text;
        this.training = training;
        this.rounded = new RoundedText(layout, options, text);
    }

    /**
     * The lines from {@code ids}, {@code types} and {@code mask} to the last hidden state.
     *
     * @param withMask whether rows are padded; without, no mask is computed nor added
     * @return the name of the hidden state, (b, t, h)
     */
    String write(boolean withMask) {
        String hidden = embeddings();
        String bias = withMask ? attentionBias() : NO_BIAS;
        for (int i = 0; i < config.layers(); i++) {
            hidden = layer(i, hidden, bias);
        }
        return hidden;
    }

    /** The leaves that the lines written so far name, in the order in which they were named first. */
    List<Integer> namedLeaves() {
        return List.copyOf(named);
    }

    /** A parameter as it is computed with. */
    String leaf(String name) {
        int leaf = layout.leaf(name);
        named.add(leaf);
        return "self." + rounded.leaves() + "[" + leaf + "]";
    }

    String linear(String name, String input) {
        return text.let("torch.linear(%s, %s, %s)", input, leaf(name + ".weight"), leaf(name + ".bias"));
    }

    String dropout(String input, double probability) {
        if (!training || probability == 0) {
            return input;
        }
        return options.kernels().dropoutFromBits()
                ? DropoutText.call(text, input, probability)
                : text.let("torch.dropout(%s, %s, True)", input, ProgramText.number(probability));
    }

    String inFloat(String input) {
        return options.precision() == ComputePrecision.BF16
                ? text.let("torch.to(%s, %d, False, False)", input, FP32)
                : input;
    }

    /** From {@code ids}, {@code types} and, in training with gradients by rows, {@code rows} to (b, t, h). */
    String embeddings() {
        sizes("ids");
        String prefix = config.architecture().modelType() + ".embeddings.";
        // No padding row is frozen: where padding is masked it has no gradient anyway, and where the loss sees it
        // (questions) the reference tensors have one.
        String words = training && options.kernels().rowGradients()
                ? text.let("torch.view(rows, [b, t, %d])", config.hiddenSize())
                : text.let("torch.embedding(%s, ids, -1, False, False)", leaf(prefix + "word_embeddings.weight"));
        String table = leaf(prefix + "position_embeddings.weight");
        String positions;
        if (config.architecture() == Architecture.ROBERTA) {
            int pad = config.padTokenId();
            // Positions count the tokens that are no padding, from pad + 1; padding has position pad.
            String real = text.let("torch.to(torch.ne(ids, %d), 4, False, False)", pad);
            String index =
                    text.let("torch.add(torch.mul(torch.cumsum(%s, 1, dtype=None), %s), %d, alpha=1)", real, real, pad);
            positions = text.let("torch.embedding(%s, %s, -1, False, False)", table, index);
        } else {
            positions = text.let("torch.slice(%s, 0, 0, t, 1)", table); // (t, h), broadcast over rows
        }
        String sum = text.let("torch.add(%s, %s, alpha=1)", words, positions);
        if (config.tokenTypes() > 0) {
            String types = text.let(
                    "torch.embedding(%s, types, -1, False, False)", leaf(prefix + "token_type_embeddings.weight"));
            sum = text.let("torch.add(%s, %s, alpha=1)", sum, types);
        }
        String normed = norm(prefix + "LayerNorm", sum);
        if (options.precision() == ComputePrecision.BF16) {
            normed = text.let("torch.to(%s, %d, False, False)", normed, BF16);
        }
        return dropout(normed, config.hiddenDropout()); // (b, t, h)
    }

    /** 0 where a key may be seen, the most negative number where it is padding: (b, 1, 1, t). */
    String attentionBias() {
        String hiddenKeys = text.let("torch.unsqueeze(torch.unsqueeze(torch.eq(mask, 0), 1), 1)");
        boolean half = options.precision() == ComputePrecision.BF16;
        String zeros = text.let("torch.zeros_like(%s, dtype=%d)", hiddenKeys, half ? BF16 : FP32);
        double lowest = half ? -3.0e38 : -Float.MAX_VALUE;
        return text.let("torch.masked_fill(%s, %s, %s)", zeros, hiddenKeys, ProgramText.number(lowest));
    }

    /** The names that shapes are written with. */
    void sizes(String input) {
        text.line("b = torch.size(%s, 0)", input);
        text.line("t = torch.size(%s, 1)", input);
    }

    /** A layer of (b, t, h); without a bias no row is padded. */
    String layer(int index, String input, String bias) {
        LayerNames names = names(index);
        String attended = attention(product(names.query(), input), bias);
        String middle = joined(names.attentionNorm(), product(names.attentionOutput(), attended), input);
        String wide = activation(product(names.intermediate(), middle)); // (b, t, intermediate)
        return joined(names.outputNorm(), product(names.output(), wide), middle);
    }

    LayerNames names(int index) {
        return LayerNames.of(config.architecture(), index);
    }

    /** A linear layer of hidden states; what oneDNN computes has no gradient. */
    String product(String name, String input) {
        return options.oneDnnProducts()
                ? OneDnnText.product(text, input, leaf(name + ".weight"), leaf(name + ".bias"))
                : linear(name, input);
    }

    /** What comes out of a linear layer, with dropout, added to what went around it, and normed. */
    String joined(String norm, String projected, String around) {
        String dropped = dropout(projected, config.hiddenDropout());
        return norm(norm, text.let("torch.add(%s, %s, alpha=1)", dropped, around));
    }

    /** From queries, keys and values stacked, (b, t, 3 h), to (b, t, h). */
    String attention(String both, String bias) {
        int width = config.hiddenSize() / config.heads();
        String split = text.let(
                "torch.permute(torch.view(%s, [b, t, 3, %d, %d]), [2, 0, 3, 1, 4])", both, config.heads(), width);
        // One gradient for all three; of three selections each would be a whole tensor of zeros first.
        String parts = text.let("torch.unbind(%s, 0)", split);
        String query = text.let("%s[0]", parts); // (b, a, t, d)
        String key = text.let("%s[1]", parts);
        String value = text.let("%s[2]", parts);
        double dropout = training ? config.attentionDropout() : 0;
        String mixed;
        if (options.kernels().fusedAttention()) {
            mixed = text.let(
                    "torch.scaled_dot_product_attention(%s, %s, %s, %s, %s, False)",
                    query, key, value, bias, ProgramText.number(dropout));
        } else {
            String scaled = text.let("torch.mul(%s, %s)", query, ProgramText.number(1 / Math.sqrt(width)));
            String scores = text.let("torch.matmul(%s, torch.transpose(%s, -2, -1))", scaled, key); // (b, a, t, t)
            if (!bias.equals(NO_BIAS)) {
                scores = text.let("torch.add(%s, %s, alpha=1)", scores, bias);
            }
            String shares = dropout(text.let("torch.softmax(%s, -1, None)", scores), dropout);
            mixed = text.let("torch.matmul(%s, %s)", shares, value); // (b, a, t, d)
        }
        return text.let("torch.reshape(torch.transpose(%s, 1, 2), [b, t, %d])", mixed, config.hiddenSize());
    }

    private String norm(String name, String input) {
        return text.let(
                "torch.layer_norm(%s, [%d], %s, %s, %s, False)",
                input,
                config.hiddenSize(),
                leaf(name + ".weight"),
                leaf(name + ".bias"),
                ProgramText.number(config.layerNormEpsilon()));
    }

    String activation(String input) {
        return switch (config.activation()) {
            case GELU -> text.let("torch.gelu(%s, approximate=\"none\")", input);
            case GELU_TANH -> text.let("torch.gelu(%s, approximate=\"tanh\")", input);
            case RELU -> text.let("torch.relu(%s)", input);
        };
    }
}
