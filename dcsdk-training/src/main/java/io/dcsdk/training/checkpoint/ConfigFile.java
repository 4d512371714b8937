package io.dcsdk.training.checkpoint;

import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.model.ModelException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A config.json. Fields that are not used may be anything; those that are used must have the right type and range. Where
 * one is absent, the default is that of {@code transformers} for the family. What would make the computation another one
 * is refused by name.
 */
final class ConfigFile {
    static final String NAME = "config.json";

    private static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final int MAX_LAYERS = 1000; // bounds the work that a few bytes can cause
    private static final double DISTILBERT_EPSILON = 1e-12; // a constant of its program, not a field

    private final Path file;
    private final ObjectNode object;
    private final JsonFields fields;
    private final Architecture architecture;
    private final FieldNames names;

    private ConfigFile(Path file, ObjectNode object) {
        this.file = file;
        this.object = object;
        this.fields = new JsonFields(file, object);
        this.architecture = readArchitecture();
        this.names = FieldNames.of(architecture);
    }

    static ConfigFile read(Path folder) {
        Path file = folder.resolve(NAME);
        ConfigFile config = new ConfigFile(file, JsonText.read(file, MAX_BYTES));
        config.refuseOtherPrograms();
        // Faults of the encoder come to light at once, those of a head only when it is used.
        ModelConfig unused = config.model(Head.TOKEN_CLASSIFICATION, List.of("O"));
        assert unused.architecture() == config.architecture;
        return config;
    }

    Path file() {
        return file;
    }

    Architecture architecture() {
        return architecture;
    }

    /** A copy of the whole object. */
    ObjectNode copy() {
        return object.deepCopy();
    }

    private Architecture readArchitecture() {
        String known = Arrays.stream(Architecture.values())
                .map(Architecture::modelType)
                .collect(Collectors.joining(", "));
        if (!fields.has("model_type")) {
            throw fields.fault(
                    "model_type",
                    "it is needed to know the family of the model\nMaybe add it (one of %s), or this folder is no HuggingFace checkpoint."
                            .formatted(known));
        }
        String type = fields.text("model_type", "");
        return Arrays.stream(Architecture.values())
                .filter(a -> a.modelType().equals(type))
                .findFirst()
                .orElseThrow(() -> fields.fault(
                        "model_type",
                        "it is not one of %s\nMaybe choose a checkpoint of one of these families.".formatted(known)));
    }

    private void refuseOtherPrograms() {
        if (fields.has("position_embedding_type")
                && !fields.text("position_embedding_type", "").equals("absolute")) {
            throw fields.fault(
                    "position_embedding_type",
                    "only absolute positions are supported\nMaybe choose a checkpoint that was trained with them.");
        }
        for (String decoder : List.of("is_decoder", "add_cross_attention")) {
            if (fields.has(decoder) && fields.flag(decoder, false)) {
                throw fields.fault(decoder, "only encoders are supported\nMaybe choose a checkpoint of an encoder.");
            }
        }
        if (fields.has("quantization_config")) {
            throw fields.fault(
                    "quantization_config",
                    "quantized weights are not supported\nMaybe choose the unquantized checkpoint (F32, F16 or BF16).");
        }
        @Nullable JsonNode pruned = fields.find("pruned_heads");
        if (pruned != null && !pruned.isEmpty()) {
            throw fields.fault(
                    "pruned_heads",
                    "layers of different widths are not supported\nMaybe choose the checkpoint before pruning.");
        }
    }

    /** The head that {@code architectures} names; none for a bare encoder, a language model, or a head of another kind. */
    Optional<Head> head() {
        @Nullable JsonNode classes = fields.find("architectures");
        if (classes == null) {
            return Optional.empty();
        }
        if (!classes.isArray()) {
            throw fields.wrong("architectures", "a list of class names is wanted");
        }
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        return Arrays.stream(Head.values())
                .filter(h -> FieldNames.className(architecture, h)
                        .equals(classes.get(0).asString("")))
                .findFirst();
    }

    List<String> labels() {
        return new Labels(fields).read();
    }

    /** The model with the head that the file names. */
    ModelConfig ownModel() {
        Head head = head().orElseThrow(() -> fields.fault(
                "architectures",
                "it names no token classification, sequence classification or question answering model\n"
                        + "Maybe say which head and which labels shall stand on the encoder."));
        if (head == Head.SEQUENCE_CLASSIFICATION
                && fields.has("problem_type")
                && !fields.text("problem_type", "").equals("single_label_classification")) {
            throw fields.fault(
                    "problem_type",
                    "only single_label_classification is supported\nMaybe say which head and which labels shall stand on the encoder.");
        }
        ModelConfig model = model(head, labels());
        if (!fields.has(FieldNames.OWN_CLASSIFIER_DROPOUT)) {
            return model;
        }
        return checked(head, model.labels(), fields.number(FieldNames.OWN_CLASSIFIER_DROPOUT, 0));
    }

    /** The encoder of the file under some head. */
    ModelConfig model(Head head, List<String> labels) {
        if (head == Head.QUESTION_ANSWERING && labels.size() != 2) {
            throw fields.fault(
                    "id2label",
                    "a question answering head has 2 outputs, start and end, not %d\nMaybe name two labels."
                            .formatted(labels.size()));
        }
        return checked(head, labels, classifierDropout(head));
    }

    private ModelConfig checked(Head head, List<String> labels, double classifierDropout) {
        boolean distilled = architecture == Architecture.DISTILBERT;
        // DistilBERT has names of its own, but takes the usual ones as well.
        int width = fields.wholeNumber(names.hiddenSize(), fields.wholeNumber("hidden_size", 768));
        int layers = fields.wholeNumber(names.layers(), fields.wholeNumber("num_hidden_layers", distilled ? 6 : 12));
        if (layers > MAX_LAYERS) {
            throw fields.wrong(names.layers(), "it is above %d".formatted(MAX_LAYERS));
        }
        int vocabulary = fields.wholeNumber("vocab_size", architecture == Architecture.ROBERTA ? 50265 : 30522);
        int inner = fields.wholeNumber(names.intermediateSize(), 3072);
        int positions = fields.wholeNumber("max_position_embeddings", 512);
        ModelConfig model;
        try {
            model = new ModelConfig(
                    architecture,
                    head,
                    vocabulary,
                    width,
                    layers,
                    fields.wholeNumber(names.heads(), fields.wholeNumber("num_attention_heads", 12)),
                    inner,
                    positions,
                    distilled ? 0 : fields.wholeNumber("type_vocab_size", 2),
                    padTokenId(),
                    distilled ? DISTILBERT_EPSILON : fields.number("layer_norm_eps", 1e-12),
                    activation(),
                    hiddenDropout(),
                    fields.number(names.attentionDropout(), 0.1),
                    classifierDropout,
                    fields.number("initializer_range", 0.02),
                    labels);
        } catch (ModelException e) {
            String text = String.valueOf(e.getMessage());
            int owner = text.indexOf(" of the model: ");
            throw new CheckpointException(
                    text.substring(0, owner), file, text.substring(owner + " of the model: ".length()), e);
        }
        requireSize("vocab_size", vocabulary, width);
        requireSize("max_position_embeddings", positions, width);
        requireSize(names.intermediateSize(), inner, width);
        requireSize(names.hiddenSize(), width, width);
        return model;
    }

    private void requireSize(String field, int rows, int columns) {
        if ((long) rows * columns > Integer.MAX_VALUE) {
            throw fields.wrong(field, "a parameter of %d × %d elements exceeds 2^31 - 1".formatted(rows, columns));
        }
    }

    private int padTokenId() {
        if (architecture == Architecture.ROBERTA) {
            // Positions count from it, so that null, which the others may have, means nothing here.
            return fields.wholeNumber("pad_token_id", 1);
        }
        return fields.has("pad_token_id") ? fields.wholeNumber("pad_token_id", 0) : 0;
    }

    private double hiddenDropout() {
        return fields.number(names.hiddenDropout(), 0.1);
    }

    private double classifierDropout(Head head) {
        if (architecture == Architecture.DISTILBERT) {
            return switch (head) {
                case TOKEN_CLASSIFICATION -> hiddenDropout();
                case SEQUENCE_CLASSIFICATION -> fields.number("seq_classif_dropout", 0.2);
                case QUESTION_ANSWERING -> fields.number("qa_dropout", 0.1);
            };
        }
        if (head == Head.QUESTION_ANSWERING) {
            return 0;
        }
        return fields.has("classifier_dropout") ? fields.number("classifier_dropout", 0) : hiddenDropout();
    }

    private Activation activation() {
        String text = fields.text(names.activation(), "gelu");
        return FieldNames.activations().entrySet().stream()
                .filter(e -> e.getValue().contains(text))
                .map(e -> e.getKey())
                .findFirst()
                .orElseThrow(() -> fields.fault(
                        names.activation(),
                        "it is not one of %s\nMaybe choose a checkpoint with one of these activations."
                                .formatted(FieldNames.activations().values().stream()
                                        .flatMap(List::stream)
                                        .sorted()
                                        .collect(Collectors.joining(", ")))));
    }
}
