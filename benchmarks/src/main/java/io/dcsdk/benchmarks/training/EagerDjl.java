package io.dcsdk.benchmarks.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.loss.Loss;
import io.dcsdk.training.engine.TokenRows;
import java.util.ArrayList;
import java.util.List;

/**
 * A training loop written out over DJL's arrays, without its Trainer: gradients by its collector, clipping by the global
 * norm, AdamW in operations in place. Binary32.
 */
final class EagerDjl implements AutoCloseable {
    private static final double LEARNING_RATE = 1e-4;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double DECAY = 0.01;

    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    private final DjlBert block;
    private final ParameterStore store;
    private final Loss loss = Loss.softmaxCrossEntropyLoss("loss", 1, -1, true, true);
    private final TokenRows rows;
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> firstMoments = new ArrayList<>();
    private final List<NDArray> secondMoments = new ArrayList<>();
    private int steps;

    EagerDjl(TrainingShape shape, TokenRows rows) {
        this.rows = rows;
        block = new DjlBert(shape);
        block.setInitializer(new NormalInitializer(0.02f), Parameter.Type.WEIGHT);
        block.initialize(manager, DataType.FLOAT32, new Shape(rows.rows(), rows.width()));
        store = new ParameterStore(manager, false);
        block.getParameters().values().forEach(parameter -> {
            NDArray weight = parameter.getArray();
            weight.setRequiresGradient(true);
            weights.add(weight);
            firstMoments.add(weight.zerosLike());
            secondMoments.add(weight.zerosLike());
        });
    }

    /** One step, and its loss read back. */
    float step() {
        try (NDManager scope = manager.newSubManager()) {
            Shape shape = new Shape(rows.rows(), rows.width());
            NDArray ids = scope.create(rows.inputIds(), shape);
            NDArray labels =
                    scope.create(rows.labels(), new Shape(shape.size())).toType(DataType.FLOAT32, false);
            float value;
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDList logits = block.forward(store, new NDList(ids), true);
                NDList flat = new NDList(logits.singletonOrThrow().reshape(-1, TrainingShape.LABELS.size()));
                NDArray found = loss.evaluate(new NDList(labels), flat);
                collector.backward(found);
                value = found.getFloat();
                flat.close();
                logits.close();
                found.close();
            }
            update(scope);
            return value;
        }
    }

    private void update(NDManager scope) {
        steps++;
        List<NDArray> gradients = new ArrayList<>();
        NDList squares = new NDList();
        for (NDArray weight : weights) {
            NDArray gradient = weight.getGradient();
            gradient.attach(scope);
            gradients.add(gradient);
            squares.add(gradient.square().sum());
        }
        NDArray norm = ai.djl.ndarray.NDArrays.stack(squares).sum().sqrt();
        NDArray factor = norm.add(1e-6).pow(-1).minimum(1);
        double scale = LEARNING_RATE / (1 - Math.pow(BETA1, steps));
        double correction = Math.sqrt(1 - Math.pow(BETA2, steps));
        for (int i = 0; i < weights.size(); i++) {
            NDArray weight = weights.get(i);
            NDArray gradient = gradients.get(i).muli(factor);
            NDArray first = firstMoments.get(i).muli(BETA1).addi(gradient.mul(1 - BETA1));
            NDArray second =
                    secondMoments.get(i).muli(BETA2).addi(gradient.square().muli(1 - BETA2));
            NDArray direction = second.sqrt().divi(correction).addi(EPSILON);
            try (NDManager still = scope.newSubManager()) {
                NDArray change = first.div(direction).muli(scale);
                change.attach(still);
                weight.setRequiresGradient(false);
                weight.muli(1 - LEARNING_RATE * DECAY).subi(change);
                weight.setRequiresGradient(true);
            }
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
