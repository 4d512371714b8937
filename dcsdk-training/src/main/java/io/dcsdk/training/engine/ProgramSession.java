package io.dcsdk.training.engine;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtSymbolBlock;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.program.StepProgram;
import io.dcsdk.training.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A training program on a device, with its parameters and the state of its optimizer.
 *
 * <p>Training methods are for one thread at a time; {@link #logits} may be called by several threads while nobody trains.
 * Closing frees the native memory; using a closed session is an error.
 */
public final class ProgramSession implements TrainingSession {
    private final StateLayout layout;
    private final ComputeDevice device;
    private final Model model;
    private final NDManager manager;
    private final ProgramMethods program;
    private final StepInputs inputs;
    private final List<NDArray> pending = new ArrayList<>();
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
        this.manager = model.getNDManager();
        var config = layout.config();
        boolean drops = config.hiddenDropout() > 0 || config.attentionDropout() > 0 || config.classifierDropout() > 0;
        this.program = new ProgramMethods((PtSymbolBlock) model.getBlock(), manager, drops);
        this.inputs = new StepInputs(config);
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
        return new SessionState(
                FlatBuffers.onHost(parameters),
                FlatBuffers.onHost(firstMoments),
                FlatBuffers.onHost(secondMoments),
                (long) stepCount.toFloatArray()[0]);
    }

    @Override
    public Tensor parameters() {
        return FlatBuffers.onHost(parameters);
    }

    @Override
    public void step(List<TokenRows> parts, double learningRate, double labelWeight, long seed) {
        requireTrainable();
        try (NDManager scope = manager.newSubManager()) {
            NDList result;
            if (parts.size() == 1) {
                result =
                        program.seeded("step", inputs.withLabels(scope, parts.get(0), learningRate, labelWeight), seed);
            } else {
                NDArray loss = accumulate(scope, parts, labelWeight, seed, 1);
                result = program.run("update", new NDList(loss, StepInputs.scalars(scope, learningRate, 1)));
            }
            pending.add(kept(result));
        }
    }

    /** Adds up the gradients of some parts and takes them out as one vector, with the loss as its last element. */
    NDArray flatGradient(List<TokenRows> parts, double labelWeight, long seed, int stride) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray loss = accumulate(scope, parts, labelWeight, seed, stride);
            return kept(program.run("take_flat", new NDList(loss)));
        }
    }

    /** Applies a vector like that of {@link #flatGradient}, summed over all devices. */
    void applyFlat(NDArray flat, double learningRate) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray scalars = StepInputs.scalars(scope, learningRate, 1);
            NDArray result =
                    program.run("update_flat", new NDList(flat, scalars)).singletonOrThrow();
            result.attach(manager);
            pending.add(result);
        }
    }

    /** The sum of the parts' losses; their gradients wait in the program. */
    private NDArray accumulate(NDManager scope, List<TokenRows> parts, double labelWeight, long seed, int stride) {
        NDArray sum = null;
        for (int i = 0; i < parts.size(); i++) {
            NDList part = inputs.withLabels(scope, parts.get(i), 0, labelWeight);
            NDArray loss =
                    program.seeded("accumulate", part, seed + (long) i * stride).singletonOrThrow();
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
            float[] values = array.toFloatArray();
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
            NDList found = program.seeded("gradient", inputs.withLabels(scope, rows, 0, labelWeight), seed);
            float[] flat = new float[layout.size()];
            layout.scatterLeaves(
                    found.subNDList(1).stream().map(NDArray::toFloatArray).toList(), flat);
            return new LossGradient(found.get(0).toFloatArray()[0], Tensor.of(flat, flat.length));
        }
    }

    @Override
    public Tensor logits(TokenRows rows) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray logits = program.run("logits", inputs.tokens(scope, rows)).singletonOrThrow();
            long[] shape = logits.getShape().getShape();
            return Tensor.of(logits.toFloatArray(), shape);
        }
    }

    @Override
    public void close() {
        model.close();
    }

    private void bind() {
        program.run("bind", new NDList(parameters, firstMoments, secondMoments, stepCount, classWeights))
                .close();
    }

    NDArray copyOf(NDArray array) {
        return FlatBuffers.copyOf(array, manager);
    }

    private NDArray onDevice(Tensor flat) {
        return FlatBuffers.onDevice(manager, flat, layout.size());
    }

    private NDArray kept(NDList result) {
        NDArray array = result.singletonOrThrow();
        array.attach(manager);
        return array;
    }
}
