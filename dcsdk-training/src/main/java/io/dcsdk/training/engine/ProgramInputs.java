package io.dcsdk.training.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.ModelConfig;
import java.nio.ByteBuffer;

/**
 * Makes the arrays that a program's methods take, on the processor: the program copies them to its device without waiting for it, the
 * engine would wait. Safe for use by several threads.
 */
final class ProgramInputs {
    private static final int IDS = 0;
    private static final int TYPES = 1;
    private static final int MASK = 2;
    private static final int LABELS = 3;

    private final ThreadLocal<InputBuffers> buffers = ThreadLocal.withInitial(InputBuffers::new);
    private final ModelConfig config;
    private final RowLimits limits;

    ProgramInputs(ModelConfig config) {
        this.config = config;
        this.limits = new RowLimits(config);
    }

    /** Tokens, labels and scalars, in the order of the program's arguments. */
    NDList withLabels(NDManager scope, TokenRows rows, double learningRate, double labelWeight) {
        if (!(labelWeight > 0)) {
            throw new EngineException("label weight (%s) of a step: it is not positive\nMaybe no token has a label."
                    .formatted(labelWeight));
        }
        limits.requireLabels(rows);
        NDList inputs = tokens(scope, rows);
        Shape shape =
                switch (config.head()) {
                    case TOKEN_CLASSIFICATION -> new Shape(rows.rows(), rows.width());
                    case SEQUENCE_CLASSIFICATION -> new Shape(rows.rows());
                    case QUESTION_ANSWERING -> new Shape(rows.rows(), 2);
                };
        inputs.add(longs(scope, LABELS, rows.labels(), shape));
        inputs.add(scalars(scope, learningRate, 1 / labelWeight));
        return inputs;
    }

    /** Token ids, segment ids and mask. */
    NDList tokens(NDManager scope, TokenRows rows) {
        limits.requireTokens(rows);
        Shape shape = new Shape(rows.rows(), rows.width());
        NDArray ids = longs(scope, IDS, rows.inputIds(), shape);
        boolean typed = config.architecture() != Architecture.DISTILBERT && rows.tokenTypeIds().length > 0;
        NDArray types = typed ? longs(scope, TYPES, rows.tokenTypeIds(), shape) : nothing(scope);
        NDArray mask = rows.mask().length > 0 ? longs(scope, MASK, rows.mask(), shape) : nothing(scope);
        return new NDList(ids, types, mask);
    }

    /** Learning rate and 1 / label weight. */
    static NDArray scalars(NDManager scope, double learningRate, double inverseWeight) {
        return scope.create(new float[] {(float) learningRate, (float) inverseWeight});
    }

    private static NDArray nothing(NDManager scope) {
        return scope.create(new Shape(0), DataType.INT64);
    }

    private NDArray longs(NDManager scope, int slot, long[] values, Shape shape) {
        int count = Math.toIntExact(shape.size());
        ByteBuffer bytes = buffers.get().filled(slot, values, count);
        return scope.create(bytes, shape, DataType.INT64);
    }
}
