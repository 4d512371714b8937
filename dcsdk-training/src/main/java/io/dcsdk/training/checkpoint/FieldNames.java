package io.dcsdk.training.checkpoint;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import java.util.List;
import java.util.Map;

/** What the fields of config.json are called in each family, and which texts stand for what. */
record FieldNames(
        String hiddenSize,
        String layers,
        String heads,
        String intermediateSize,
        String activation,
        String hiddenDropout,
        String attentionDropout) {
    /**
     * A dropout before the head that the fields of {@code transformers} cannot say, for instance that of a DistilBERT
     * token head, which there is always that of the encoder. It only matters for further training.
     */
    static final String OWN_CLASSIFIER_DROPOUT = "dcsdk_classifier_dropout";

    private static final FieldNames BERT = new FieldNames(
            "hidden_size",
            "num_hidden_layers",
            "num_attention_heads",
            "intermediate_size",
            "hidden_act",
            "hidden_dropout_prob",
            "attention_probs_dropout_prob");

    private static final FieldNames DISTILBERT =
            new FieldNames("dim", "n_layers", "n_heads", "hidden_dim", "activation", "dropout", "attention_dropout");

    // The first of each kind is the one that is written.
    private static final Map<Activation, List<String>> ACTIVATIONS = ImmutableMap.of(
            Activation.GELU, List.of("gelu", "gelu_python"),
            Activation.GELU_TANH, List.of("gelu_new", "gelu_pytorch_tanh", "gelu_fast"),
            Activation.RELU, List.of("relu"));

    static FieldNames of(Architecture architecture) {
        return architecture == Architecture.DISTILBERT ? DISTILBERT : BERT;
    }

    static Map<Activation, List<String>> activations() {
        return ACTIVATIONS;
    }

    /** The class that {@code transformers} builds, like BertForTokenClassification. */
    static String className(Architecture architecture, Head head) {
        return switch (architecture) {
                    case BERT -> "Bert";
                    case ROBERTA -> "Roberta";
                    case DISTILBERT -> "DistilBert";
                }
                + head.suffix();
    }
}
