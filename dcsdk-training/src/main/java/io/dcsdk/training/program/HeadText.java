package io.dcsdk.training.program;

import io.dcsdk.training.model.ModelConfig;

/**
 * Writes a head: hidden state to logits, logits and labels to the summed loss. Logits are binary32; the loss is divided by
 * the weight of all labels of a step, which the caller knows, so that gradients of parts of a step add up.
 */
final class HeadText {
    private final ModelConfig config;
    private final ProgramOptions options;
    private final EncoderText encoder;
    private final ProgramText text;

    HeadText(ModelConfig config, ProgramOptions options, EncoderText encoder, ProgramText text) {
        this.config = config;
        this.options = options;
        this.encoder = encoder;
        this.text = text;
    }

    /** Hidden state (b, t, h) to logits: (b, t, labels), (b, labels), or (b, t, 2) for questions. */
    String logits(String hidden) {
        String logits =
                switch (config.head()) {
                    case TOKEN_CLASSIFICATION ->
                        encoder.linear("classifier", encoder.dropout(hidden, config.classifierDropout()));
                    case QUESTION_ANSWERING ->
                        encoder.linear("qa_outputs", encoder.dropout(hidden, config.classifierDropout()));
                    case SEQUENCE_CLASSIFICATION -> {
                        String first = text.let("torch.select(%s, 1, 0)", hidden); // the vector of [CLS]
                        yield switch (config.architecture()) {
                            case BERT -> {
                                String pooled = text.let("torch.tanh(%s)", encoder.linear("bert.pooler.dense", first));
                                yield encoder.linear("classifier", encoder.dropout(pooled, config.classifierDropout()));
                            }
                            case ROBERTA -> {
                                String dropped = encoder.dropout(first, config.classifierDropout());
                                String dense = text.let("torch.tanh(%s)", encoder.linear("classifier.dense", dropped));
                                yield encoder.linear(
                                        "classifier.out_proj", encoder.dropout(dense, config.classifierDropout()));
                            }
                            case DISTILBERT -> {
                                String dense = text.let("torch.relu(%s)", encoder.linear("pre_classifier", first));
                                yield encoder.linear("classifier", encoder.dropout(dense, config.classifierDropout()));
                            }
                        };
                    }
                };
        return encoder.inFloat(logits);
    }

    /** The sum of the labels' losses; labels of −100 do not count. Labels (b, t), (b), or (b, 2) with first and last. */
    String lossSum(String logits) {
        return switch (config.head()) {
            case TOKEN_CLASSIFICATION ->
                crossEntropy(
                        text.let(
                                "torch.view(%s, [-1, %d])",
                                logits, config.labels().size()),
                        text.let("torch.view(labels, [-1])"));
            case SEQUENCE_CLASSIFICATION -> crossEntropy(logits, "labels");
            case QUESTION_ANSWERING -> {
                String first = crossEntropy(
                        text.let("torch.select(%s, 2, 0)", logits), text.let("torch.select(labels, 1, 0)"));
                String last = crossEntropy(
                        text.let("torch.select(%s, 2, 1)", logits), text.let("torch.select(labels, 1, 1)"));
                yield text.let("torch.mul(torch.add(%s, %s, alpha=1), 0.5)", first, last);
            }
        };
    }

    private String crossEntropy(String rows, String targets) {
        String weights = options.classWeights().isEmpty() ? "None" : "self.class_weights";
        return text.let(
                "torch.cross_entropy_loss(%s, %s, %s, 2, -100, %s)",
                rows, targets, weights, ProgramText.number(options.labelSmoothing()));
    }
}
