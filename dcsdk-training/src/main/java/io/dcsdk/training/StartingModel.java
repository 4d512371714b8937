package io.dcsdk.training;

import io.dcsdk.training.checkpoint.Checkpoint;
import io.dcsdk.training.checkpoint.WeightBinding;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.model.FreshParameter;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run starts from: the model's shape with the corpus's labels, and its first parameters. */
final class StartingModel {
    private static final Logger LOG = LoggerFactory.getLogger(StartingModel.class);

    private StartingModel() {}

    static ModelConfig config(NerTrainer trainer, Corpus train) {
        List<String> labels = labels(trainer, train);
        if (trainer.shape.isPresent()) {
            return trainer.shape.get().withHead(Head.TOKEN_CLASSIFICATION, labels);
        }
        Checkpoint checkpoint = trainer.checkpoint.orElseThrow();
        if (checkpoint.head().equals(Optional.of(Head.TOKEN_CLASSIFICATION))) {
            ModelConfig own = checkpoint.config();
            if (own.labels().containsAll(labels)) {
                return own;
            }
        }
        return checkpoint.config(Head.TOKEN_CLASSIFICATION, labels);
    }

    /** The tags of all types of both corpora; those of the validation corpus could not be predicted otherwise. */
    private static List<String> labels(NerTrainer trainer, Corpus train) {
        TreeSet<String> types = new TreeSet<>(train.types());
        trainer.validation.get().ifPresent(corpus -> types.addAll(corpus.types()));
        return trainer.scheme.get().tagNames(List.copyOf(types));
    }

    static Tensor parameters(NerTrainer trainer, ModelConfig config, StateLayout layout) {
        long seed = trainer.seed.get();
        if (trainer.checkpoint.isEmpty()) {
            return layout.flatten(parameter -> FreshParameter.of(config, parameter, seed));
        }
        try (WeightBinding weights = trainer.checkpoint.get().bind(config)) {
            if (!weights.fresh().isEmpty()) {
                LOG.info("Fresh parameters, for the checkpoint has none that fit: {}", weights.fresh());
            }
            if (!weights.unexpected().isEmpty()) {
                LOG.warn("Parameters of the checkpoint that the model does not use: {}", weights.unexpected());
            }
            return layout.flatten(
                    parameter -> weights.tensor(parameter).orElseGet(() -> FreshParameter.of(config, parameter, seed)));
        }
    }
}
