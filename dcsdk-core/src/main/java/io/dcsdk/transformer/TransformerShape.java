package io.dcsdk.transformer;

/**
 * The dimensions of a decoder-only transformer.
 *
 * <p>Two families are covered. The GPT block of arXiv 2104.04473 has two feed-forward matrices, biases, learned positions
 * and tied embeddings. The gated block of Llama (arXiv 2407.21783) has three feed-forward matrices, no biases, no learned
 * positions and separate input and output embeddings.
 *
 * @param hidden h, width of the residual stream
 * @param layers l
 * @param heads a, attention heads; divides hidden
 * @param sequence s, tokens per sequence
 * @param vocabulary V
 * @param feedForward width of the feed-forward layer, usually 4h
 * @param keyValueHeads heads of keys and values (grouped-query attention); divides heads
 * @param gated whether the block is of the gated family
 */
public record TransformerShape(
        int hidden,
        int layers,
        int heads,
        int sequence,
        int vocabulary,
        int feedForward,
        int keyValueHeads,
        boolean gated) {
    private static final String OWNER = "transformer shape";

    /** Checks that everything is at least 1 and that heads divide as they must. */
    public TransformerShape {
        Rules.positive(hidden, "hidden", OWNER, "the width of the residual stream is missing.");
        Rules.positive(layers, "layers", OWNER, "the number of blocks is missing.");
        Rules.positive(heads, "heads", OWNER, "the number of attention heads is missing.");
        Rules.positive(sequence, "sequence", OWNER, "2048 was meant.");
        Rules.positive(vocabulary, "vocabulary", OWNER, "51200 was meant.");
        Rules.positive(feedForward, "feedForward", OWNER, "four times hidden was meant: " + 4L * hidden + ".");
        Rules.positive(keyValueHeads, "keyValueHeads", OWNER, "as many as heads were meant: " + heads + ".");
        Rules.require(
                hidden % heads == 0,
                "heads",
                heads,
                OWNER,
                "must divide hidden (" + hidden + ")",
                "hidden and heads come from two different models.");
        Rules.require(
                heads % keyValueHeads == 0,
                "keyValueHeads",
                keyValueHeads,
                OWNER,
                "must divide heads (" + heads + ")",
                "as many as heads were meant: " + heads + ".");
    }

    /** Returns a GPT shape: feed-forward width 4h, as many key and value heads as heads, not gated. */
    public static TransformerShape of(int hidden, int layers, int heads, int sequence, int vocabulary) {
        return new TransformerShape(
                hidden,
                layers,
                heads,
                sequence,
                vocabulary,
                (int) Math.min(Integer.MAX_VALUE, 4L * hidden),
                heads,
                false);
    }

    /** Returns a Llama shape: gated feed-forward, grouped-query attention. */
    public static TransformerShape gated(
            int hidden, int layers, int heads, int keyValueHeads, int feedForward, int sequence, int vocabulary) {
        return new TransformerShape(hidden, layers, heads, sequence, vocabulary, feedForward, keyValueHeads, true);
    }

    /** Returns h/a, the width of one head. */
    public int headWidth() {
        return hidden / heads;
    }

    /** Returns how many feed-forward matrices read the residual stream: 2 when gated, else 1. */
    int upProjections() {
        return gated ? 2 : 1;
    }

    /** Returns the width of the joint query, key and value projection; 3h without grouped queries. */
    long attentionInputWidth() {
        return hidden + 2L * keyValueHeads * headWidth();
    }

    /** Returns the parameters of one layer's matrices; 12 h² for GPT. The memory formula counts these alone. */
    public double layerMatrixParameters() {
        double h = hidden;
        return h * attentionInputWidth() + h * h + (upProjections() + 1) * h * feedForward;
    }

    /** Returns all parameters of one layer, biases and norms included; 12 h² + 13 h for GPT. */
    public double layerParameters() {
        double h = hidden;
        return layerMatrixParameters() + (gated ? 2 * h : attentionInputWidth() + feedForward + 6 * h);
    }

    /** Returns h V, the parameters of one embedding. */
    public double embeddingParameters() {
        return (double) hidden * vocabulary;
    }

    /**
     * Returns all parameters; for GPT 12 l h² (1 + 13/(12h) + (V + s)/(12 l h)), arXiv 2104.04473 equation 2. The gated
     * family has two embeddings and one more norm.
     */
    public double parameters() {
        double h = hidden;
        double outside = gated ? 2 * embeddingParameters() + h : embeddingParameters() + h * sequence;
        return layers * layerParameters() + outside;
    }

    /** Returns FLOP of one layer's forward pass per token, 2 matrix parameters + 4 s h; scores are counted unmasked. */
    public double layerForwardFlopPerToken() {
        return 2 * layerMatrixParameters() + attentionForwardFlopPerToken();
    }

    /** Returns FLOP of the attention core of one layer per token, forward: 4 s h. */
    public double attentionForwardFlopPerToken() {
        return 4.0 * sequence * hidden;
    }

    /** Returns model FLOP per token: forward and backward, no recomputation. */
    public double flopPerToken() {
        return 3 * (layers * layerForwardFlopPerToken() + 2 * embeddingParameters());
    }

    /**
     * Returns model FLOP of a step of {@code batch} sequences; for GPT 72 B s l h² (1 + s/(6h) + V/(12 l h)), arXiv
     * 2205.05198 equation 7.
     */
    public double modelFlop(int batch) {
        Rules.positive(batch, "batch", OWNER, "the global batch in sequences was meant.");
        return (double) batch * sequence * flopPerToken();
    }

    /**
     * Returns the FLOP of a step of {@code batch} sequences as the papers count those executed: model FLOP and what is
     * computed again. With {@link Recomputation#FULL} for GPT 96 B s l h² (1 + s/(6h) + V/(16 l h)), arXiv 2104.04473
     * equation 3; with {@link Recomputation#SELECTIVE} 72 B s l h² (1 + s/(3h) + V/(12 l h)), arXiv 2205.05198 equation 8,
     * which counts the attention core's backward pass twice as well, although only its forward pass runs again.
     */
    public double hardwareFlop(int batch, Recomputation recomputation) {
        double again =
                switch (recomputation) {
                    case NONE -> 0;
                    case SELECTIVE -> 3 * attentionForwardFlopPerToken();
                    case FULL -> layerForwardFlopPerToken();
                };
        return modelFlop(batch) + (double) batch * sequence * layers * again;
    }
}
