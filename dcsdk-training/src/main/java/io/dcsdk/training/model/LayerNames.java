package io.dcsdk.training.model;

/**
 * What the parts of one encoder layer are called in a HuggingFace checkpoint; each has a {@code .weight} and a {@code
 * .bias}.
 *
 * @param query projection to queries
 * @param key projection to keys
 * @param value projection to values
 * @param attentionOutput projection of the attended values
 * @param attentionNorm layer norm after the attention block
 * @param intermediate widening product of the feed-forward block
 * @param output narrowing product of the feed-forward block
 * @param outputNorm layer norm after the feed-forward block
 */
public record LayerNames(
        String query,
        String key,
        String value,
        String attentionOutput,
        String attentionNorm,
        String intermediate,
        String output,
        String outputNorm) {
    /**
     * The names in one layer.
     *
     * @param architecture the encoder family
     * @param index the layer, from 0
     * @return its names
     */
    public static LayerNames of(Architecture architecture, int index) {
        if (architecture == Architecture.DISTILBERT) {
            String layer = "distilbert.transformer.layer." + index + ".";
            return new LayerNames(
                    layer + "attention.q_lin",
                    layer + "attention.k_lin",
                    layer + "attention.v_lin",
                    layer + "attention.out_lin",
                    layer + "sa_layer_norm",
                    layer + "ffn.lin1",
                    layer + "ffn.lin2",
                    layer + "output_layer_norm");
        }
        String layer = architecture.modelType() + ".encoder.layer." + index + ".";
        return new LayerNames(
                layer + "attention.self.query",
                layer + "attention.self.key",
                layer + "attention.self.value",
                layer + "attention.output.dense",
                layer + "attention.output.LayerNorm",
                layer + "intermediate.dense",
                layer + "output.dense",
                layer + "output.LayerNorm");
    }
}
