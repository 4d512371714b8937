package io.dcsdk.training.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.ModelConfig;
import java.nio.ByteBuffer;

/** Turns token rows into what the program's methods take, on the device of a scope. */
final class StepInputs {
    private final ModelConfig model;
    private final RowLimits limits;

    StepInputs(ModelConfig model) {
        this.model = model;
        this.limits = new RowLimits(model);
    }

    /** Token ids, types, mask; the last is empty where no row is padded. */
    NDList tokens(NDManager scope, TokenRows rows) {
        limits.requireTokens(rows);
        Shape shape = new Shape(rows.rows(), rows.width());
        NDArray ids = longs(scope, rows.inputIds(), shape);
        NDArray types = model.architecture() == Architecture.DISTILBERT
                ? ids
                : rows.tokenTypeIds().length > 0
                        ? longs(scope, rows.tokenTypeIds(), shape)
                        : scope.zeros(shape, DataType.INT64);
        NDArray mask =
                rows.mask().length > 0 ? longs(scope, rows.mask(), shape) : scope.create(new Shape(0), DataType.INT64);
        return new NDList(ids, types, mask);
    }

    /** The same, then labels and scalars. */
    NDList withLabels(NDManager scope, TokenRows rows, double learningRate, double labelWeight) {
        if (!(labelWeight > 0)) {
            throw new EngineException("label weight (%s) of a step: it is not positive\nMaybe no token has a label."
                    .formatted(labelWeight));
        }
        limits.requireLabels(rows);
        NDList inputs = tokens(scope, rows);
        Shape shape =
                switch (model.head()) {
                    case TOKEN_CLASSIFICATION -> new Shape(rows.rows(), rows.width());
                    case SEQUENCE_CLASSIFICATION -> new Shape(rows.rows());
                    case QUESTION_ANSWERING -> new Shape(rows.rows(), 2);
                };
        inputs.add(longs(scope, rows.labels(), shape));
        inputs.add(scalars(scope, learningRate, 1 / labelWeight));
        return inputs;
    }

    static NDArray scalars(NDManager scope, double learningRate, double inverseWeight) {
        return scope.create(new float[] {(float) learningRate, (float) inverseWeight});
    }

    private static NDArray longs(NDManager scope, long[] values, Shape shape) {
        int count = Math.toIntExact(shape.size());
        ByteBuffer bytes = scope.allocateDirect(count * Long.BYTES);
        bytes.asLongBuffer().put(values, 0, count);
        return scope.create(bytes, shape, DataType.INT64);
    }
}
