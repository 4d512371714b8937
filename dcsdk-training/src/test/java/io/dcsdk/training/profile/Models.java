package io.dcsdk.training.profile;

import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import java.util.List;
import java.util.stream.IntStream;

/** Models of the tests. */
final class Models {
    /** BERT-base with the nine labels of CoNLL-2003. */
    static final ModelConfig BERT_BASE =
            model(Architecture.BERT, Head.TOKEN_CLASSIFICATION, 30_522, 768, 12, 12, 3072, 9);

    private Models() {}

    static ModelConfig model(
            Architecture architecture,
            Head head,
            int vocabulary,
            int hidden,
            int layers,
            int heads,
            int feedForward,
            int labels) {
        return new ModelConfig(
                architecture,
                head,
                vocabulary,
                hidden,
                layers,
                heads,
                feedForward,
                512,
                architecture == Architecture.DISTILBERT ? 0 : 2,
                0,
                1e-12,
                Activation.GELU,
                0.1,
                0.1,
                0.1,
                0.02,
                labels(labels));
    }

    private static List<String> labels(int count) {
        return IntStream.range(0, count).mapToObj(i -> "L" + i).toList();
    }
}
