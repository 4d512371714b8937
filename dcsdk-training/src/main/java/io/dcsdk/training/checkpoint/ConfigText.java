package io.dcsdk.training.checkpoint;

import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.tensor.ElementType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a config.json: the fields of the model replace those of the folder that it came from, every other field stays.
 */
final class ConfigText {
    // Names for the same things that would contradict what is written here.
    private static final List<String> REPLACED = List.of("num_labels", "_num_labels", "torch_dtype");
    private static final List<String> REPLACED_OF_DISTILBERT =
            List.of("hidden_size", "num_hidden_layers", "num_attention_heads");

    private final ModelConfig model;
    private final ObjectNode object;
    private final FieldNames names;

    private ConfigText(ModelConfig model, ObjectNode object) {
        this.model = model;
        this.object = object;
        this.names = FieldNames.of(model.architecture());
    }

    /** The text of the file; the base is changed. */
    static String of(ModelConfig model, ElementType type, ObjectNode base) {
        ConfigText text = new ConfigText(model, base);
        text.fields(type);
        return JsonText.print(text.object);
    }

    private void fields(ElementType type) {
        REPLACED.forEach(object::remove);
        object.putArray("architectures").add(FieldNames.className(model.architecture(), model.head()));
        object.put("model_type", model.architecture().modelType());
        object.put("dtype", dtype(type));
        object.put("vocab_size", model.vocabularySize());
        object.put(names.hiddenSize(), model.hiddenSize());
        object.put(names.layers(), model.layers());
        object.put(names.heads(), model.heads());
        object.put(names.intermediateSize(), model.intermediateSize());
        object.put("max_position_embeddings", model.maxPositions());
        object.put("pad_token_id", model.padTokenId());
        object.put("initializer_range", model.initializerRange());
        object.put(names.hiddenDropout(), model.hiddenDropout());
        object.put(names.attentionDropout(), model.attentionDropout());
        activation();
        if (model.architecture() == Architecture.DISTILBERT) {
            REPLACED_OF_DISTILBERT.forEach(object::remove);
            // The positions are read from the weights and learned on, so they need no longer be what the formula says.
            object.put("sinusoidal_pos_embds", false);
        } else {
            object.put("type_vocab_size", model.tokenTypes());
            object.put("layer_norm_eps", model.layerNormEpsilon());
        }
        classifierDropout();
        labels();
    }

    private void activation() {
        List<String> spellings = Objects.requireNonNull(FieldNames.activations().get(model.activation()));
        @Nullable JsonNode present = object.get(names.activation());
        if (present == null || !spellings.contains(present.asString(""))) {
            object.put(names.activation(), spellings.get(0));
        }
    }

    private void classifierDropout() {
        double wanted = model.classifierDropout();
        object.remove(FieldNames.OWN_CLASSIFIER_DROPOUT);
        if (model.architecture() == Architecture.DISTILBERT) {
            switch (model.head()) {
                case TOKEN_CLASSIFICATION -> ownClassifierDropout(model.hiddenDropout());
                case SEQUENCE_CLASSIFICATION -> object.put("seq_classif_dropout", wanted);
                case QUESTION_ANSWERING -> object.put("qa_dropout", wanted);
            }
        } else if (model.head() == Head.QUESTION_ANSWERING) {
            ownClassifierDropout(0);
        } else if (wanted == model.hiddenDropout()) {
            object.putNull("classifier_dropout");
        } else {
            object.put("classifier_dropout", wanted);
        }
    }

    private void ownClassifierDropout(double implied) {
        if (model.classifierDropout() != implied) {
            object.put(FieldNames.OWN_CLASSIFIER_DROPOUT, model.classifierDropout());
        }
    }

    private void labels() {
        if (!"single_label_classification".equals(object.path("problem_type").asString(""))
                || model.head() != Head.SEQUENCE_CLASSIFICATION
                || model.labels().size() < 2) {
            object.remove("problem_type");
        }
        ObjectNode names = object.putObject("id2label");
        ObjectNode indices = object.putObject("label2id");
        for (int i = 0; i < model.labels().size(); i++) {
            names.put(String.valueOf(i), model.labels().get(i));
            indices.put(model.labels().get(i), i);
        }
    }

    private static String dtype(ElementType type) {
        return switch (type) {
            case F32 -> "float32";
            case F16 -> "float16";
            case BF16 -> "bfloat16";
            case F64, I64, I32, I16, I8, U8, BOOL -> throw new IllegalStateException("type of weights: " + type);
        };
    }
}
