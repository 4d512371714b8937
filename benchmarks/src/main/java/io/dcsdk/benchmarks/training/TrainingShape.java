package io.dcsdk.benchmarks.training;

import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import java.util.List;

/**
 * The size of a BERT: heads of 64, four times the width in between, 512 positions, 9 labels, dropout 0.1.
 *
 * @param layers how many layers
 * @param hidden the width, a multiple of 64
 * @param vocabulary how many words
 */
public record TrainingShape(int layers, int hidden, int vocabulary) {
    static final double DROPOUT = 0.1;

    /** The labels of four entity types. */
    static final List<String> LABELS =
            List.of("O", "B-LOC", "I-LOC", "B-MISC", "I-MISC", "B-ORG", "I-ORG", "B-PER", "I-PER");

    /** 2 layers × 128, the vocabulary of a small corpus. */
    public static final TrainingShape TINY = new TrainingShape(2, 128, 8_192);

    /** 4 layers × 512. */
    public static final TrainingShape SMALL = new TrainingShape(4, 512, 28_996);

    /** 12 layers × 768: BERT-base. */
    public static final TrainingShape BASE = new TrainingShape(12, 768, 28_996);

    /**
     * A shape by its name.
     *
     * @param name {@code tiny}, {@code small} or {@code base}
     * @return the shape
     */
    public static TrainingShape of(String name) {
        return switch (name) {
            case "tiny" -> TINY;
            case "small" -> SMALL;
            case "base" -> BASE;
            default ->
                throw new IllegalArgumentException(
                        "shape (%s) of a benchmark: is unknown\nMaybe take tiny, small or base.".formatted(name));
        };
    }

    /**
     * The configuration of the model.
     *
     * @return BERT with a head for tokens
     */
    public ModelConfig config() {
        return config(LABELS);
    }

    /**
     * The configuration of a model with labels of its own.
     *
     * @param labels what tokens are told apart by
     * @return BERT with a head for tokens
     */
    ModelConfig config(List<String> labels) {
        return config(labels, DROPOUT);
    }

    /** The same with another share of elements dropped. */
    ModelConfig config(List<String> labels, double dropout) {
        return new ModelConfig(
                Architecture.BERT,
                Head.TOKEN_CLASSIFICATION,
                vocabulary,
                hidden,
                layers,
                Math.max(1, hidden / 64),
                4 * hidden,
                512,
                2,
                0,
                1e-12,
                Activation.GELU,
                dropout,
                dropout,
                dropout,
                0.02,
                labels);
    }
}
