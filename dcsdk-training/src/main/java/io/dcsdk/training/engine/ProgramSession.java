package io.dcsdk.training.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A training program on a device, with its parameters and the state of its optimizer.
 *
 * <p>Training methods are for one thread at a time; {@link #logits} may be called by several threads while nobody trains.
 * Closing frees the native memory; using a closed session is an error.
 */
public final class ProgramSession implements TrainingSession {
    private final StateLayout layout;
    private final ComputeDevice device;
    private final LoadedProgram program;
    private final ProgramInputs inputs;
    private final NDManager manager;
    private final List<NDArray> pending = new ArrayList<>();
    private final boolean trainable;
    private NDArray parameters;
    private NDArray firstMoments;
    private NDArray secondMoments;
    private NDArray stepCount;
    private final NDArray classWeights;

    private ProgramSession(
            StateLayout layout,
            ProgramOptions options,
            ComputeDevice device,
            LoadedProgram program,
            boolean trainable) {
        this.trainable = trainable;
        this.layout = layout;
        this.device = device;
        this.program = program;
        this.inputs = new ProgramInputs(layout.config());
        this.manager = program.manager();
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
        return open(layout, DeviceKernels.forInference(precision, device), device, false);
    }

    private static ProgramSession open(
            StateLayout layout, ProgramOptions options, ComputeDevice device, boolean trainable) {
        LoadedProgram program = LoadedProgram.open(layout, options, device);
        try {
            return new ProgramSession(layout, options, device, program, trainable);
        } catch (RuntimeException e) {
            program.close();
            throw e;
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
                HostArrays.flat(parameters), HostArrays.flat(firstMoments), HostArrays.flat(secondMoments), (long)
                        HostArrays.floats(stepCount)[0]);
    }

    @Override
    public Tensor parameters() {
        return HostArrays.flat(parameters);
    }

    @Override
    public void step(List<TokenRows> parts, double learningRate, double labelWeight, long seed) {
        requireTrainable();
        try (NDManager scope = onProcessor()) {
            NDList result;
            if (parts.size() == 1) {
                result =
                        program.seeded("step", inputs.withLabels(scope, parts.get(0), learningRate, labelWeight), seed);
            } else {
                NDArray loss = accumulate(scope, parts, labelWeight, seed, 1);
                result = program.run("update", new NDList(loss, ProgramInputs.scalars(scope, learningRate, 1)));
            }
            pending.add(kept(result));
        }
    }

    /** Adds up the gradients of some parts and takes them out as one vector, with the loss as its last element. */
    NDArray flatGradient(List<TokenRows> parts, double labelWeight, long seed, int stride) {
        try (NDManager scope = onProcessor()) {
            NDArray loss = accumulate(scope, parts, labelWeight, seed, stride);
            return kept(program.run("take_flat", new NDList(loss)));
        }
    }

    /** Applies a vector like that of {@link #flatGradient}, summed over all devices. */
    void applyFlat(NDArray flat, double learningRate) {
        try (NDManager scope = onProcessor()) {
            NDArray scalars = ProgramInputs.scalars(scope, learningRate, 1);
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
        try (NDManager scope = onProcessor()) {
            NDList found = program.seeded("gradient", inputs.withLabels(scope, rows, 0, labelWeight), seed);
            float[] flat = new float[layout.size()];
            layout.scatterLeaves(
                    found.subNDList(1).stream().map(HostArrays::floats).toList(), flat);
            return new LossGradient(HostArrays.floats(found.get(0))[0], Tensor.of(flat, flat.length));
        }
    }

    @Override
    public Tensor logits(TokenRows rows) {
        try (NDManager scope = onProcessor()) {
            NDArray logits = program.run("logits", inputs.tokens(scope, rows)).singletonOrThrow();
            long[] shape = logits.getShape().getShape();
            return Tensor.of(HostArrays.floats(logits), shape);
        }
    }

    @Override
    public void close() {
        program.close();
    }

    private void bind() {
        program.run("bind", new NDList(parameters, firstMoments, secondMoments, stepCount, classWeights))
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

    /** For inputs; what a program gives lies on its device nevertheless. */
    private NDManager onProcessor() {
        return manager.newSubManager(Device.cpu());
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

    private NDArray kept(NDList result) {
        NDArray array = result.singletonOrThrow();
        array.attach(manager);
        return array;
    }
}
