package io.dcsdk.training.profile;

import io.dcsdk.training.model.ModelConfig;

/** The oracle: walks every multiply-add of every matrix product of a pass and counts two for each. */
final class CountedProducts {
    private long forward;
    private long backward;

    CountedProducts(ModelConfig config, int rows, int length) {
        int tokens = rows * length;
        int width = config.hiddenSize();
        int headWidth = width / config.heads();
        for (int layer = 0; layer < config.layers(); layer++) {
            for (int projection = 0; projection < 3; projection++) {
                product(tokens, width, width);
            }
            for (int pair = 0; pair < rows * config.heads(); pair++) {
                product(length, headWidth, length);
                product(length, length, headWidth);
            }
            product(tokens, width, width);
            product(tokens, width, config.intermediateSize());
            product(tokens, config.intermediateSize(), width);
        }
        switch (config.head()) {
            case TOKEN_CLASSIFICATION, QUESTION_ANSWERING ->
                product(tokens, width, config.labels().size());
            case SEQUENCE_CLASSIFICATION -> {
                product(rows, width, width);
                product(rows, width, config.labels().size());
            }
        }
    }

    /** C (m, n) = A (m, k) B (k, n), then dA = dC Bᵀ and dB = Aᵀ dC. */
    private void product(int m, int k, int n) {
        forward += multiplyAdds(m, k, n);
        backward += multiplyAdds(m, n, k) + multiplyAdds(k, m, n);
    }

    private static long multiplyAdds(int rows, int inner, int columns) {
        long count = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int t = 0; t < inner; t++) {
                    count += 2;
                }
            }
        }
        return count;
    }

    long forward() {
        return forward;
    }

    long backward() {
        return backward;
    }
}
