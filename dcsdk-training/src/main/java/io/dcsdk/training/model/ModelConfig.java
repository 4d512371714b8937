package io.dcsdk.training.model;

import java.util.List;

/**
 * The shape of a BERT-family model: what config.json says, in the field's own terms.
 *
 * @param architecture the encoder family
 * @param head what stands on the encoder
 * @param vocabularySize rows of the word embedding, at least 1
 * @param hiddenSize width of a token's vector, a multiple of {@code heads}
 * @param layers encoder layers, at least 1
 * @param heads attention heads a layer, at least 1
 * @param intermediateSize width inside the feed-forward block, at least 1
 * @param maxPositions rows of the position embedding, at least 1; RoBERTa loses {@code padTokenId + 1} of them
 * @param tokenTypes rows of the segment embedding; 0 for DistilBERT, which has none
 * @param padTokenId the id that fills short rows, from 0
 * @param layerNormEpsilon added to the variance in layer norms, above 0
 * @param activation the non-linearity of the feed-forward blocks
 * @param hiddenDropout probability to drop an element of embeddings and block outputs, from 0 to below 1
 * @param attentionDropout probability to drop an attention weight, from 0 to below 1
 * @param classifierDropout probability to drop an element before the head, from 0 to below 1
 * @param initializerRange standard deviation of fresh weights, from 0
 * @param labels the names of the head's outputs, in order; at least one, no two equal
 */
public record ModelConfig(
        Architecture architecture,
        Head head,
        int vocabularySize,
        int hiddenSize,
        int layers,
        int heads,
        int intermediateSize,
        int maxPositions,
        int tokenTypes,
        int padTokenId,
        double layerNormEpsilon,
        Activation activation,
        double hiddenDropout,
        double attentionDropout,
        double classifierDropout,
        double initializerRange,
        List<String> labels) {
    /**
     * Checks the ranges.
     *
     * @throws ModelException if a figure is out of its range
     */
    public ModelConfig {
        labels = List.copyOf(labels);
        atLeastOne("vocab_size", vocabularySize);
        atLeastOne("hidden_size", hiddenSize);
        atLeastOne("num_hidden_layers", layers);
        atLeastOne("num_attention_heads", heads);
        atLeastOne("intermediate_size", intermediateSize);
        atLeastOne("max_position_embeddings", maxPositions);
        if (hiddenSize % heads != 0) {
            throw new ModelException("hidden_size", hiddenSize, "is no multiple of the " + heads + " attention heads");
        }
        if (architecture == Architecture.DISTILBERT ? tokenTypes != 0 : tokenTypes < 1) {
            throw new ModelException(
                    "type_vocab_size", tokenTypes, "does not fit model type " + architecture.modelType());
        }
        if (padTokenId < 0 || padTokenId >= vocabularySize) {
            throw new ModelException("pad_token_id", padTokenId, "is not in the vocabulary of " + vocabularySize);
        }
        if (!(layerNormEpsilon > 0 && layerNormEpsilon < 1)) {
            throw new ModelException("layer_norm_eps", layerNormEpsilon, "is not between 0 and 1");
        }
        probability("hidden_dropout_prob", hiddenDropout);
        probability("attention_probs_dropout_prob", attentionDropout);
        probability("classifier_dropout", classifierDropout);
        if (!(initializerRange >= 0 && initializerRange < Double.POSITIVE_INFINITY)) {
            throw new ModelException("initializer_range", initializerRange, "is negative or no number");
        }
        if (labels.isEmpty()) {
            throw new ModelException("id2label", "empty", "there is no label");
        }
        if (labels.stream().distinct().count() < labels.size()) {
            throw new ModelException("id2label", labels, "two labels have the same name");
        }
        if (usablePositions(architecture, maxPositions, padTokenId) < 1) {
            throw new ModelException("max_position_embeddings", maxPositions, "leaves no position for a token");
        }
    }

    /**
     * The longest row of tokens, special ones included.
     *
     * @return positions that tokens can have, at least 1
     */
    public int maxLength() {
        return usablePositions(architecture, maxPositions, padTokenId);
    }

    /**
     * The same model with another head and its labels.
     *
     * @param newHead what shall stand on the encoder
     * @param newLabels the names of its outputs, in order
     * @return a changed configuration
     */
    public ModelConfig withHead(Head newHead, List<String> newLabels) {
        return new ModelConfig(
                architecture,
                newHead,
                vocabularySize,
                hiddenSize,
                layers,
                heads,
                intermediateSize,
                maxPositions,
                tokenTypes,
                padTokenId,
                layerNormEpsilon,
                activation,
                hiddenDropout,
                attentionDropout,
                classifierDropout,
                initializerRange,
                newLabels);
    }

    private static int usablePositions(Architecture architecture, int maxPositions, int padTokenId) {
        return architecture == Architecture.ROBERTA ? maxPositions - padTokenId - 1 : maxPositions;
    }

    private static void atLeastOne(String field, int value) {
        if (value < 1) {
            throw new ModelException(field, value, "is less than 1");
        }
    }

    private static void probability(String field, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new ModelException(field, value, "is not from 0 to below 1");
        }
    }
}
