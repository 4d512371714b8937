package io.dcsdk.training.profile;

import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.transformer.Recomputation;
import java.math.BigDecimal;

/**
 * Floating-point operations of an encoder's matrix products; a multiplication and an addition are two.
 *
 * <p>Forward, for B rows of S tokens (padding included, N = B S), width h, feed-forward width f, L layers and c labels:
 *
 * <pre>
 * queries, keys, values    3 × 2 N h²
 * scores, weighted values  2 × 2 B S² h     (all heads together)
 * attention output             2 N h²
 * feed-forward             2 × 2 N h f
 * layer                    8 N h² + 4 N h f + 4 B S² h
 * head                     2 N h c for tokens; 2 N h × 2 for answers; 2 B h² + 2 B h c for sequences
 * </pre>
 *
 * <p>With f = 4 h the layer is 24 B S h² (1 + S / 6h): Narayanan et al., "Efficient large-scale language model training on
 * GPU clusters" (arXiv 2104.04473, appendix), and Korthikanti et al. (arXiv 2205.05198, appendix A), whose logits layer over
 * the vocabulary gives way here to the head, for an encoder has none. The backward pass is exactly twice the forward pass:
 * each product C = A B costs as much again for the gradient of A and for that of B, in the first layer too, because the
 * embeddings are trained. Embedding rows, norms, softmax, activations and the optimizer are no matrix products and are left
 * out, as in both papers.
 *
 * <p>The usual 6 P T (Kaplan et al. 2020) differs in two ways: it has no attention scores, and counts embeddings when P is
 * all parameters. For BERT-base and 16 × 128 tokens it gives 1.338 TFLOP with all 108.9 million parameters (25 % too
 * much) and 1.044 TFLOP with the 84.9 million of the layers' matrices (2.7 % too little) for the 1.073 TFLOP counted here.
 */
public final class TransformerFlops {
    private final ModelConfig config;

    private TransformerFlops(ModelConfig config) {
        this.config = config;
    }

    /**
     * The operations of a model.
     *
     * @param config the model
     * @return its counts
     */
    public static TransformerFlops of(ModelConfig config) {
        return new TransformerFlops(config);
    }

    /**
     * A forward pass, as in evaluation.
     *
     * @param rows B, rows of the batch, at least 1
     * @param length S, tokens of each row with padding, 1 to the model's longest
     * @return the operations, exact
     * @throws ProfileException if a figure is outside
     */
    public ComputeWork forward(int rows, int length) {
        check(rows, length);
        return layers(rows, length).plus(head(rows, length));
    }

    /**
     * A training step: forward and backward pass.
     *
     * @param rows rows of the batch, at least 1
     * @param length tokens of each row with padding, 1 to the model's longest
     * @return three times the forward pass, exact: the model FLOP of MFU
     * @throws ProfileException if a figure is outside
     */
    public ComputeWork training(int rows, int length) {
        return forward(rows, length).times(3);
    }

    /**
     * A training step with what is computed again.
     *
     * @param rows rows of the batch, at least 1
     * @param length tokens of each row with padding, 1 to the model's longest
     * @param recomputation which activations are computed again in the backward pass: the attention core's (scores and
     *     weighted values), or all of the layers'
     * @return the operations that run: those of HFU, hardware FLOP/s utilisation
     * @throws ProfileException if a figure is outside
     */
    public ComputeWork executed(int rows, int length, Recomputation recomputation) {
        ComputeWork again =
                switch (recomputation) {
                    case NONE -> ComputeWork.ZERO;
                    case SELECTIVE -> attentionCore(rows, length).times(config.layers());
                    case FULL -> layers(rows, length);
                };
        return training(rows, length).plus(again);
    }

    private ComputeWork layers(int rows, int length) {
        return projections(rows, length).plus(attentionCore(rows, length)).times(config.layers());
    }

    private ComputeWork projections(int rows, int length) {
        long width = config.hiddenSize();
        return product(8, rows, length, width, width).plus(product(4, rows, length, width, config.intermediateSize()));
    }

    private ComputeWork attentionCore(int rows, int length) {
        return product(4, rows, length, length, config.hiddenSize());
    }

    private ComputeWork head(int rows, int length) {
        long width = config.hiddenSize();
        long labels = config.labels().size();
        return switch (config.head()) {
            case TOKEN_CLASSIFICATION -> product(2, rows, length, width, labels);
            case QUESTION_ANSWERING -> product(2, rows, length, width, 2);
            // All three families put a dense layer of the same width between the first token and the labels.
            case SEQUENCE_CLASSIFICATION -> product(2, rows, width, width).plus(product(2, rows, width, labels));
        };
    }

    private void check(int rows, int length) {
        if (rows < 1) {
            throw new ProfileException("rows", rows, "the batch", "is below 1", "the batch is empty: skip it.");
        }
        if (length < 1 || length > config.maxLength()) {
            throw new ProfileException(
                    "length",
                    length,
                    "the batch",
                    "is not within 1 and the model's " + config.maxLength(),
                    "window the rows first.");
        }
    }

    /** Exact whatever the size: a step of a large model goes beyond what a long holds. */
    private static ComputeWork product(long... factors) {
        BigDecimal product = BigDecimal.ONE;
        for (long factor : factors) {
            product = product.multiply(BigDecimal.valueOf(factor));
        }
        return ComputeWork.of(product, ComputeWork.Unit.FLOP);
    }
}
