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
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The training program by itself, its inputs made beforehand: what is measured is the native call and nothing around it. */
final class ProgramFixture implements AutoCloseable {
    private static final float LEARNING_RATE = 1e-4f;
    private static final int SCALARS = 4;

    private final Model model;
    private final NDManager manager;
    private final ParameterStore store;
    private final List<NDList> batches = new ArrayList<>();
    private final List<NDArray> wordRows = new ArrayList<>();
    private final NDArray parameters;
    private final NDArray firstMoments;
    private final NDArray flatGradient;

    private ProgramFixture(Model model, StateLayout layout, TrainingShape shape, List<TokenRows> all) {
        this.model = model;
        this.manager = model.getNDManager();
        this.store = new ParameterStore(manager, false);
        Tensor fresh = layout.flatten(parameter -> FreshParameter.of(shape.config(), parameter, 1));
        parameters = manager.create(fresh.bytes().asFloatBuffer(), new Shape(layout.size()));
        firstMoments = parameters.zerosLike();
        call(
                "bind",
                new NDList(
                        parameters,
                        firstMoments,
                        parameters.zerosLike(),
                        manager.zeros(new Shape()),
                        manager.create(new float[0])));
        for (TokenRows rows : all) {
            batches.add(inputs(rows));
            wordRows.add(manager.randomNormal(new Shape((long) rows.rows() * rows.width(), shape.hidden())));
        }
        NDList loss = call("accumulate", batches.get(0));
        flatGradient = call("take_flat", new NDList(loss.singletonOrThrow())).singletonOrThrow();
    }

    /** The program as the trainer has it on processors, and one batch of full rows. */
    static ProgramFixture open(TrainingShape shape, int rows, int width, ComputePrecision precision) {
        return open(shape, List.of(StepFixture.fullRows(shape, rows, width)), precision, StepVariant.here());
    }

    static ProgramFixture open(
            TrainingShape shape, List<TokenRows> batches, ComputePrecision precision, StepVariant variant) {
        StateLayout layout = StateLayout.of(shape.config());
        return new ProgramFixture(
                load(withForward(variant.archive(layout, precision), shape)),
                layout,
                shape,
                batches.stream().map(variant::rows).toList());
    }

    private static byte[] withForward(byte[] archive, TrainingShape shape) {
        return ProgramArchive.withText(
                archive,
                ForwardMethod.added(ProgramArchive.text(archive), shape.config().layers()));
    }

    /** An archive in the engine; to be closed. */
    static Model load(byte[] archive) {
        TorchRuntime.start();
        Model model = Model.newInstance("step", Device.cpu(), "PyTorch");
        try {
            ((PtModel) model).load(new ByteArrayInputStream(archive), Map.of("mapLocation", "true"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedModelException e) {
            throw new IllegalStateException(e);
        }
        return model;
    }

    private NDList inputs(TokenRows rows) {
        Shape cells = new Shape(rows.rows(), rows.width());
        return new NDList(
                manager.create(rows.inputIds(), cells),
                manager.zeros(cells, DataType.INT64),
                rows.mask().length > 0
                        ? manager.create(rows.mask(), cells)
                        : manager.create(new Shape(0), DataType.INT64),
                manager.create(rows.labels(), cells),
                manager.create(new float[] {LEARNING_RATE, (float) (1 / StepFixture.labelWeight(rows))}));
    }

    /**
     * Forward with dropout, and the loss, all kept that backward would need; where words have gradients by rows, without
     * looking them up.
     */
    NDList forward(int batch) {
        NDList inputs = new NDList(wordRows.get(batch));
        inputs.addAll(batches.get(batch));
        return call(ForwardMethod.NAME, inputs);
    }

    /** Forward and backward; the gradient stays in the program and is dropped. */
    void gradient(int batch) {
        NDList loss = call("gradient", batches.get(batch));
        loss.close();
    }

    /** Clipping and AdamW, over the gradient of the first batch. */
    NDList optimizer() {
        NDArray scalars = batches.get(0).get(SCALARS);
        return call("update_flat", new NDList(flatGradient, scalars));
    }

    /** All of it in one call: (loss, gradient norm, spoiled). */
    NDList step(int batch) {
        return call("step", batches.get(batch));
    }

    /** A step, its loss read back, which waits for it. */
    float loss(int batch) {
        try (NDList result = step(batch)) {
            return result.singletonOrThrow().toFloatArray()[0];
        }
    }

    /** All parameters as they are now, in the layout of the product's buffer. */
    float[] parameters() {
        return parameters.toFloatArray();
    }

    /** What AdamW has gathered of the gradients, in the same layout. */
    float[] firstMoments() {
        return firstMoments.toFloatArray();
    }

    private NDList call(String method, NDList inputs) {
        return call(model, store, method, inputs);
    }

    /** Calls a method of a program. */
    static NDList call(Model model, ParameterStore store, String method, NDList inputs) {
        try (NDArray name = model.getNDManager().zeros(new Shape(1))) {
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
