package io.dcsdk.examples;

import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import java.util.List;
import java.util.Locale;

/** Sizes of BERT to train from scratch, as in arXiv 1908.08962; the feed-forward blocks are four times as wide. */
enum ModelShape {
    /** 2 layers of 128. */
    TINY(2, 128, 2),
    /** 4 layers of 512. */
    SMALL(4, 512, 8),
    /** 12 layers of 768: BERT base. */
    BASE(12, 768, 12);

    private static final int POSITIONS = 512;
    private static final int WIDENING = 4;

    private final int layers;
    private final int width;
    private final int heads;

    ModelShape(int layers, int width, int heads) {
        this.layers = layers;
        this.width = width;
        this.heads = heads;
    }

    /** The model over a vocabulary, with BERT's dropouts and initialisation; training sets its labels. */
    ModelConfig config(int vocabularySize, int paddingId) {
        return new ModelConfig(
                Architecture.BERT,
                Head.TOKEN_CLASSIFICATION,
                vocabularySize,
                width,
                layers,
                heads,
                WIDENING * width,
                POSITIONS,
                2,
                paddingId,
                1e-12,
                Activation.GELU,
                0.1,
                0.1,
                0.1,
                0.02,
                List.of("O"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
