package io.dcsdk.training;

import io.dcsdk.training.checkpoint.Checkpoint;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.ProgramSession;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.tensor.Tensor;
import java.nio.file.Path;

/**
 * A trained model with any head, without its tokenizer: token ids in, logits out. For comparing with other implementations,
 * and for heads that {@link NerModel} does not serve.
 *
 * <p>Safe for several threads. It holds native memory until it is closed; using a closed one is an error.
 */
public final class ForwardPass implements AutoCloseable {
    private final ProgramSession session;

    private ForwardPass(ProgramSession session) {
        this.session = session;
    }

    /**
     * Opens a model on the best device of this machine, in binary32.
     *
     * @param folder a HuggingFace folder with a head for tokens, sequences or questions
     * @return the model, to be closed
     * @throws IllegalArgumentException if the folder does not hold such a model; the message says what is wrong
     */
    public static ForwardPass open(Path folder) {
        return open(folder, ComputeDevice.auto(), ComputePrecision.FP32);
    }

    /**
     * Opens a model.
     *
     * @param folder a HuggingFace folder with a head for tokens, sequences or questions
     * @param device where it shall run
     * @param precision what products are computed in
     * @return the model, to be closed
     * @throws IllegalArgumentException if the folder does not hold such a model; the message says what is wrong
     */
    public static ForwardPass open(Path folder, ComputeDevice device, ComputePrecision precision) {
        return new ForwardPass(ModelParts.open(Checkpoint.open(folder), device, precision));
    }

    /**
     * The model's shape, head and labels.
     *
     * @return its configuration
     */
    public ModelConfig config() {
        return session.layout().config();
    }

    /**
     * Runs forward without dropout.
     *
     * @param rows the tokens; labels are not looked at
     * @return logits, F32: (rows, width, labels) for tokens, (rows, labels) for sequences, (rows, width, 2) for questions
     * @throws TrainingException if a token or segment id is not in the model, or the rows are longer than it has positions
     */
    public Tensor logits(TokenRows rows) {
        ModelConfig config = config();
        if (rows.width() > config.maxLength()) {
            throw new TrainingException(
                    "width (%d) of the rows: the model has %d positions\nMaybe cut long texts into windows."
                            .formatted(rows.width(), config.maxLength()));
        }
        require("token id", rows.inputIds(), rows, config.vocabularySize());
        if (rows.tokenTypeIds().length > 0 && config.tokenTypes() > 0) {
            require("segment id", rows.tokenTypeIds(), rows, config.tokenTypes());
        }
        return session.logits(rows);
    }

    /** The engine would read beside its table. */
    private static void require(String what, long[] ids, TokenRows rows, int count) {
        for (int i = 0; i < rows.rows() * rows.width(); i++) {
            if (ids[i] < 0 || ids[i] >= count) {
                throw new TrainingException(
                        "%s (%d) of row %d, column %d: it is not from 0 to %d\nMaybe the ids are of another model."
                                .formatted(what, ids[i], i / rows.width(), i % rows.width(), count - 1));
            }
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
