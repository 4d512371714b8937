package io.dcsdk.benchmarks.training;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtModel;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.engine.TorchRuntime;
import io.dcsdk.training.model.FreshParameter;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.program.StepProgram;
import io.dcsdk.training.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The training program by itself, its inputs made beforehand: what is measured is the native call and nothing around it. */
final class ProgramFixture implements AutoCloseable {
    private static final float LEARNING_RATE = 1e-4f;

    private final Model model;
    private final NDManager manager;
    private final ParameterStore store;
    private final NDList batch;
    private final NDArray flatGradient;
    private final NDArray scalars;
    private final NDArray wordRows;

    private ProgramFixture(Model model, StateLayout layout, TrainingShape shape, TokenRows rows) {
        this.model = model;
        this.manager = model.getNDManager();
        this.store = new ParameterStore(manager, false);
        Tensor fresh = layout.flatten(parameter -> FreshParameter.of(shape.config(), parameter, 1));
        NDArray parameters = manager.create(fresh.bytes().asFloatBuffer(), new Shape(layout.size()));
        call(
                "bind",
                new NDList(
                        parameters,
                        parameters.zerosLike(),
                        parameters.zerosLike(),
                        manager.zeros(new Shape()),
                        manager.create(new float[0])));
        Shape cells = new Shape(rows.rows(), rows.width());
        scalars = manager.create(new float[] {LEARNING_RATE, 1f / (rows.rows() * rows.width())});
        batch = new NDList(
                manager.create(rows.inputIds(), cells),
                manager.zeros(cells, DataType.INT64),
                manager.create(new Shape(0), DataType.INT64),
                manager.create(rows.labels(), cells),
                scalars);
        wordRows = manager.randomNormal(new Shape(cells.size(), shape.hidden()));
        NDList loss = call("accumulate", batch);
        flatGradient = call("take_flat", new NDList(loss.singletonOrThrow())).singletonOrThrow();
    }

    static ProgramFixture open(TrainingShape shape, int rows, int width, ProgramOptions options) {
        TorchRuntime.start();
        StateLayout layout = StateLayout.of(shape.config());
        byte[] archive = StepProgram.of(layout, options).archive();
        Model model = Model.newInstance("step", Device.cpu(), "PyTorch");
        try {
            ((PtModel) model).load(new ByteArrayInputStream(archive), Map.of("mapLocation", "true"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedModelException e) {
            throw new IllegalStateException(e);
        }
        return new ProgramFixture(model, layout, shape, StepFixture.fullRows(shape, rows, width));
    }

    /** Forward with dropout, and the loss; where words have gradients by rows, without looking them up. */
    NDList forward() {
        NDList inputs = new NDList(wordRows);
        inputs.addAll(batch);
        return call("loss", inputs);
    }

    /** Forward and backward; the gradient stays in the program and is dropped. */
    void gradient() {
        NDList loss = call("gradient", batch);
        loss.close();
    }

    /** Clipping and AdamW, over the gradient of the first batch. */
    NDList optimizer() {
        return call("update_flat", new NDList(flatGradient, scalars));
    }

    /** All of it in one call. */
    NDList step() {
        return call("step", batch);
    }

    private NDList call(String method, NDList inputs) {
        try (NDArray name = manager.zeros(new Shape(1))) {
            name.setName("module_method:" + method);
            NDList all = new NDList(inputs);
            all.add(name);
            JniUtils.setGraphExecutorOptimize(false); // as the product does
            return model.getBlock().forward(store, all, true);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
