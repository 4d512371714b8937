package io.dcsdk.training.model;

import io.dcsdk.training.model.ParameterSpec.Initialization;
import java.util.ArrayList;
import java.util.List;

/**
 * Every parameter of a model, in a fixed order: embeddings, layers from the bottom up, head. Names and shapes are those of
 * HuggingFace checkpoints.
 */
public final class ParameterLayout {
    private final ModelConfig config;
    private final List<ParameterSpec> parameters = new ArrayList<>();

    private ParameterLayout(ModelConfig config) {
        this.config = config;
    }

    /**
     * The parameters of a model.
     *
     * @param config the model
     * @return all of them, in order
     */
    public static List<ParameterSpec> of(ModelConfig config) {
        ParameterLayout layout = new ParameterLayout(config);
        layout.embeddings();
        for (int i = 0; i < config.layers(); i++) {
            LayerNames names = LayerNames.of(config.architecture(), i);
            layout.layer(names);
        }
        layout.head();
        return List.copyOf(layout.parameters);
    }

    private void embeddings() {
        String prefix = config.architecture().modelType() + ".embeddings.";
        int width = config.hiddenSize();
        add(
                prefix + "word_embeddings.weight",
                Initialization.NORMAL_ZERO_PADDING_ROW,
                true,
                false,
                config.vocabularySize(),
                width);
        boolean rowOfZeros = config.architecture() == Architecture.ROBERTA;
        add(
                prefix + "position_embeddings.weight",
                rowOfZeros ? Initialization.NORMAL_ZERO_PADDING_ROW : Initialization.NORMAL,
                true,
                false,
                config.maxPositions(),
                width);
        if (config.tokenTypes() > 0) {
            add(
                    prefix + "token_type_embeddings.weight",
                    Initialization.NORMAL,
                    true,
                    false,
                    config.tokenTypes(),
                    width);
        }
        norm(prefix + "LayerNorm");
    }

    private void layer(LayerNames names) {
        int width = config.hiddenSize();
        linear(names.query(), width, width, false);
        linear(names.key(), width, width, false);
        linear(names.value(), width, width, false);
        linear(names.attentionOutput(), width, width, false);
        norm(names.attentionNorm());
        linear(names.intermediate(), config.intermediateSize(), width, false);
        linear(names.output(), width, config.intermediateSize(), false);
        norm(names.outputNorm());
    }

    private void head() {
        int width = config.hiddenSize();
        int labels = config.labels().size();
        switch (config.head()) {
            case TOKEN_CLASSIFICATION -> linear("classifier", labels, width, true);
            case QUESTION_ANSWERING -> linear("qa_outputs", 2, width, true);
            case SEQUENCE_CLASSIFICATION -> {
                switch (config.architecture()) {
                    case BERT -> {
                        // The pooler belongs to the encoder's checkpoint, but only this head uses it.
                        linear("bert.pooler.dense", width, width, true);
                        linear("classifier", labels, width, true);
                    }
                    case ROBERTA -> {
                        linear("classifier.dense", width, width, true);
                        linear("classifier.out_proj", labels, width, true);
                    }
                    case DISTILBERT -> {
                        linear("pre_classifier", width, width, true);
                        linear("classifier", labels, width, true);
                    }
                }
            }
        }
    }

    private void linear(String name, int out, int in, boolean ofHead) {
        add(name + ".weight", Initialization.NORMAL, true, ofHead, out, in);
        add(name + ".bias", Initialization.ZERO, false, ofHead, out);
    }

    private void norm(String name) {
        add(name + ".weight", Initialization.ONE, false, false, config.hiddenSize());
        add(name + ".bias", Initialization.ZERO, false, false, config.hiddenSize());
    }

    private void add(String name, Initialization initialization, boolean decays, boolean ofHead, Integer... shape) {
        parameters.add(new ParameterSpec(name, List.of(shape), initialization, decays, ofHead));
    }
}
