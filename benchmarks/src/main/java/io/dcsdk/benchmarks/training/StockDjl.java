package io.dcsdk.benchmarks.training;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.AdamW;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.dcsdk.training.engine.TokenRows;

/** DJL's Trainer with its AdamW, as its documentation shows; no norm clipping, for it has none. Binary32. */
final class StockDjl implements AutoCloseable {
    private static final float LEARNING_RATE = 1e-4f;

    private final Model model;
    private final Trainer trainer;
    private final TokenRows rows;

    StockDjl(TrainingShape shape, TokenRows rows) {
        this.rows = rows;
        model = Model.newInstance("bert", Device.cpu(), "PyTorch");
        model.setBlock(new DjlBert(shape));
        Optimizer optimizer = AdamW.builder()
                .optLearningRateTracker(Tracker.fixed(LEARNING_RATE))
                .build();
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss("loss", 1, -1, true, true))
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(optimizer)
                .optInitializer(new NormalInitializer(0.02f), Parameter.Type.WEIGHT));
        trainer.initialize(new Shape(rows.rows(), rows.width()));
    }

    /** One step, and its loss read back. */
    float step() {
        try (NDManager scope = trainer.getManager().newSubManager()) {
            Shape shape = new Shape(rows.rows(), rows.width());
            NDArray ids = scope.create(rows.inputIds(), shape);
            NDArray labels =
                    scope.create(rows.labels(), new Shape(shape.size())).toType(DataType.FLOAT32, false);
            float loss;
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDList logits = trainer.forward(new NDList(ids), new NDList(labels));
                NDList flat = new NDList(logits.singletonOrThrow().reshape(-1, TrainingShape.LABELS.size()));
                NDArray found = trainer.getLoss().evaluate(new NDList(labels), flat);
                collector.backward(found);
                loss = found.getFloat();
                flat.close();
                logits.close();
                found.close();
            }
            trainer.step();
            return loss;
        }
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
