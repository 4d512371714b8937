package io.dcsdk.training.engine;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.program.StepProgram;
import io.dcsdk.training.tensor.ElementType;
import io.dcsdk.training.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A training program on a device, with its parameters and the state of its optimizer.
 *
 * <p>Training methods are for one thread at a time; {@link #logits} may be called by several threads while nobody trains.
 * Closing frees the native memory; using a closed session is an error.
 */
public final class ProgramSession implements TrainingSession {
    /** The engine's random generator belongs to the process: a step that seeds it must have it for itself. */
    private static final ReentrantLock GENERATOR = new ReentrantLock();

    private static final List<String> METHODS =
            List.of("bind", "step", "accumulate", "update", "take_flat", "update_flat", "gradient", "logits");

    private static final int IDS = 0;
    private static final int TYPES = 1;
    private static final int MASK = 2;
    private static final int LABELS = 3;

    private final ThreadLocal<InputBuffers> buffers = ThreadLocal.withInitial(InputBuffers::new);
    private final StateLayout layout;
    private final ComputeDevice device;
    private final Model model;
    private final PtSymbolBlock block;
    private final NDManager manager;
    private final Map<String, NDArray> methods = new LinkedHashMap<>();
    private final List<NDArray> pending = new ArrayList<>();
    private final boolean drops;
    private final boolean trainable;
    private NDArray parameters;
    private NDArray firstMoments;
    private NDArray secondMoments;
    private NDArray stepCount;
    private final NDArray classWeights;

    private ProgramSession(
            StateLayout layout, ProgramOptions options, ComputeDevice device, Model model, boolean trainable) {
        this.trainable = trainable;
        this.layout = layout;
        this.device = device;
        this.model = model;
        this.block = (PtSymbolBlock) model.getBlock();
        this.manager = model.getNDManager();
        var config = layout.config();
        this.drops = config.hiddenDropout() > 0 || config.attentionDropout() > 0 || config.classifierDropout() > 0;
        for (String method : METHODS) {
            NDArray name = manager.zeros(new Shape(1));
            name.setName("module_method:" + method);
            methods.put(method, name);
        }
        float[] weights = new float[options.classWeights().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = options.classWeights().get(i).floatValue();
        }
        classWeights = manager.create(weights);
        Shape shape = new Shape(layout.size());
        parameters = manager.zeros(shape);
        // A program that only runs forward never looks at its moments.
        firstMoments = trainable ? manager.zeros(shape) : parameters;
        secondMoments = trainable ? manager.zeros(shape) : parameters;
        stepCount = manager.zeros(new Shape());
        bind();
    }

    /**
     * Loads a program; parameters and moments begin as zeros.
     *
     * @param layout the model's layout
     * @param options what is written into the program
     * @param device where it shall run
     * @return a session, to be closed
     * @throws EngineException if the engine does not start, or has no such device
     */
    public static ProgramSession open(StateLayout layout, ProgramOptions options, ComputeDevice device) {
        return open(layout, options, device, true);
    }

    /**
     * Loads a program that will only run forward: no memory is spent on the optimizer.
     *
     * @param layout the model's layout
     * @param precision what products are computed in
     * @param device where it shall run
     * @return a session, to be closed
     * @throws EngineException if the engine does not start, or has no such device
     */
    public static ProgramSession openForInference(
            StateLayout layout, ComputePrecision precision, ComputeDevice device) {
        return open(layout, ProgramOptions.forInference(precision), device, false);
    }

    private static ProgramSession open(
            StateLayout layout, ProgramOptions options, ComputeDevice device, boolean trainable) {
        TorchRuntime runtime = TorchRuntime.start();
        if (device.isGpu() && device.index() >= runtime.gpuCount()) {
            throw new EngineException(
                    "device (%s) of the session: the engine sees %d GPUs\nMaybe the CUDA build of libtorch is missing; the command doctor tells more."
                            .formatted(device, runtime.gpuCount()));
        }
        byte[] archive = StepProgram.of(layout, options).archive();
        Model model =
                runtime.engine().newModel("step-program", device.isGpu() ? Device.gpu(device.index()) : Device.cpu());
        try {
            model.load(new ByteArrayInputStream(archive), Map.of("mapLocation", "true"));
            return new ProgramSession(layout, options, device, model, trainable);
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw new EngineException(
                    "program of the session: the engine does not load it (%s)\nMaybe the engine is older than libtorch 2.7; the command doctor tells more."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    /**
     * Where it runs.
     *
     * @return the device
     */
    public ComputeDevice device() {
        return device;
    }

    @Override
    public void load(SessionState state) {
        requireTrainable();
        NDArray[] old = {parameters, firstMoments, secondMoments, stepCount};
        parameters = onDevice(state.parameters());
        firstMoments = onDevice(state.firstMoments());
        secondMoments = onDevice(state.secondMoments());
        stepCount = manager.create((float) state.updates());
        bind();
        for (NDArray array : old) {
            array.close();
        }
    }

    /**
     * Replaces the parameters of a session that only runs forward.
     *
     * @param flat F32, flat, in the layout of the session; copied
     */
    public void load(Tensor flat) {
        if (trainable) {
            load(SessionState.fresh(flat));
            return;
        }
        NDArray old = parameters;
        parameters = onDevice(flat);
        firstMoments = parameters;
        secondMoments = parameters;
        bind();
        old.close();
    }

    private void requireTrainable() {
        if (!trainable) {
            throw new IllegalStateException(
                    "session: it was opened to run forward only\nMaybe open it with ProgramSession.open.");
        }
    }

    @Override
    public SessionState save() {
        requireTrainable();
        return new SessionState(onHost(parameters), onHost(firstMoments), onHost(secondMoments), (long)
                HostArrays.floats(stepCount)[0]);
    }

    @Override
    public Tensor parameters() {
        return onHost(parameters);
    }

    @Override
    public void step(List<TokenRows> parts, double learningRate, double labelWeight, long seed) {
        requireTrainable();
        try (NDManager scope = manager.newSubManager()) {
            NDList result;
            if (parts.size() == 1) {
                result = seeded("step", withLabels(scope, parts.get(0), learningRate, labelWeight), seed);
            } else {
                NDArray loss = accumulate(scope, parts, labelWeight, seed, 1);
                result = run("update", new NDList(loss, scalars(scope, learningRate, 1)));
            }
            pending.add(kept(result));
        }
    }

    /** Adds up the gradients of some parts and takes them out as one vector, with the loss as its last element. */
    NDArray flatGradient(List<TokenRows> parts, double labelWeight, long seed, int stride) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray loss = accumulate(scope, parts, labelWeight, seed, stride);
            return kept(run("take_flat", new NDList(loss)));
        }
    }

    /** Applies a vector like that of {@link #flatGradient}, summed over all devices. */
    void applyFlat(NDArray flat, double learningRate) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray scalars = scalars(scope, learningRate, 1);
            NDArray result = run("update_flat", new NDList(flat, scalars)).singletonOrThrow();
            result.attach(manager);
            pending.add(result);
        }
    }

    /** The sum of the parts' losses; their gradients wait in the program. */
    private NDArray accumulate(NDManager scope, List<TokenRows> parts, double labelWeight, long seed, int stride) {
        NDArray sum = null;
        for (int i = 0; i < parts.size(); i++) {
            NDList inputs = withLabels(scope, parts.get(i), 0, labelWeight);
            NDArray loss =
                    seeded("accumulate", inputs, seed + (long) i * stride).singletonOrThrow();
            sum = sum == null ? loss : sum.add(loss);
        }
        if (sum == null) {
            throw new EngineException("parts of a step: there is none\nMaybe the batch is empty.");
        }
        return sum;
    }

    @Override
    public List<StepResult> results() {
        List<StepResult> results = new ArrayList<>();
        for (NDArray array : pending) {
            float[] values = HostArrays.floats(array);
            results.add(new StepResult(values[0], values[1], values[2] != 0));
            array.close();
        }
        pending.clear();
        return results;
    }

    /**
     * The loss of some rows and its gradient, without an update.
     *
     * @param rows the tokens with their labels
     * @param labelWeight the weight of all labels, above 0
     * @param seed what dropout is drawn from
     * @return loss and gradient of every parameter
     */
    public LossGradient gradient(TokenRows rows, double labelWeight, long seed) {
        try (NDManager scope = manager.newSubManager()) {
            NDList found = seeded("gradient", withLabels(scope, rows, 0, labelWeight), seed);
            float[] flat = new float[layout.size()];
            layout.scatterLeaves(
                    found.subNDList(1).stream().map(HostArrays::floats).toList(), flat);
            return new LossGradient(HostArrays.floats(found.get(0))[0], Tensor.of(flat, flat.length));
        }
    }

    @Override
    public Tensor logits(TokenRows rows) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray logits = run("logits", tokens(scope, rows)).singletonOrThrow();
            long[] shape = logits.getShape().getShape();
            return Tensor.of(HostArrays.floats(logits), shape);
        }
    }

    @Override
    public void close() {
        model.close();
    }

    private void bind() {
        run("bind", new NDList(parameters, firstMoments, secondMoments, stepCount, classWeights))
                .close();
    }

    /** A copy on this device; the engine's own copy to a device shares memory where the array is there already. */
    NDArray copyOf(NDArray array) {
        NDArray copy = array.getDevice().equals(manager.getDevice())
                ? array.duplicate()
                : array.toDevice(manager.getDevice(), true);
        copy.attach(manager);
        return copy;
    }

    private NDArray onDevice(Tensor flat) {
        if (flat.elements() != layout.size()) {
            throw new EngineException(
                    "buffer (%d) of the state: the model has %d elements\nMaybe it is of another model."
                            .formatted(flat.elements(), layout.size()));
        }
        NDArray array = manager.zeros(new Shape(layout.size()));
        if (device.isGpu()) {
            array.set(flat.bytes().asFloatBuffer());
        } else {
            array.toByteBuffer(true).asFloatBuffer().put(flat.bytes().asFloatBuffer());
        }
        return array;
    }

    private static Tensor onHost(NDArray array) {
        return HostArrays.read(array, view -> {
            ByteBuffer copy = ByteBuffer.allocate(view.remaining()).put(view).flip();
            return Tensor.of(ElementType.F32, List.of(array.size()), copy);
        });
    }

    private NDList withLabels(NDManager scope, TokenRows rows, double learningRate, double labelWeight) {
        if (!(labelWeight > 0)) {
            throw new EngineException("label weight (%s) of a step: it is not positive\nMaybe no token has a label."
                    .formatted(labelWeight));
        }
        NDList inputs = tokens(scope, rows);
        Shape shape =
                switch (layout.config().head()) {
                    case TOKEN_CLASSIFICATION -> new Shape(rows.rows(), rows.width());
                    case SEQUENCE_CLASSIFICATION -> new Shape(rows.rows());
                    case QUESTION_ANSWERING -> new Shape(rows.rows(), 2);
                };
        inputs.add(longs(scope, LABELS, rows.labels(), shape));
        inputs.add(scalars(scope, learningRate, 1 / labelWeight));
        return inputs;
    }

    private NDList tokens(NDManager scope, TokenRows rows) {
        Shape shape = new Shape(rows.rows(), rows.width());
        NDArray ids = longs(scope, IDS, rows.inputIds(), shape);
        NDArray types = layout.config().architecture() == Architecture.DISTILBERT
                ? ids
                : rows.tokenTypeIds().length > 0
                        ? longs(scope, TYPES, rows.tokenTypeIds(), shape)
                        : scope.zeros(shape, DataType.INT64);
        NDArray mask = rows.mask().length > 0
                ? longs(scope, MASK, rows.mask(), shape)
                : scope.create(new Shape(0), DataType.INT64);
        return new NDList(ids, types, mask);
    }

    private static NDArray scalars(NDManager scope, double learningRate, double inverseWeight) {
        return scope.create(new float[] {(float) learningRate, (float) inverseWeight});
    }

    private NDArray longs(NDManager scope, int slot, long[] values, Shape shape) {
        int count = Math.toIntExact(shape.size());
        ByteBuffer bytes = buffers.get().filled(slot, values, count);
        return scope.create(bytes, shape, DataType.INT64);
    }

    private NDArray kept(NDList result) {
        NDArray array = result.singletonOrThrow();
        array.attach(manager);
        return array;
    }

    private NDList seeded(String method, NDList inputs, long seed) {
        if (!drops) {
            return run(method, inputs);
        }
        GENERATOR.lock();
        try {
            JniUtils.setSeed(seed);
            return run(method, inputs);
        } finally {
            GENERATOR.unlock();
        }
    }

    private NDList run(String method, NDList inputs) {
        NDList all = new NDList(inputs);
        NDArray name = methods.get(method);
        if (name == null) {
            throw new IllegalStateException("method (" + method + ") of the program: unknown\nMaybe report this.");
        }
        all.add(name);
        // The engine's optimizing executor specialises on shapes and would compile anew for every new width.
        JniUtils.setGraphExecutorOptimize(false);
        return IValueUtils.forward(block, all, true);
    }
}
