package io.dcsdk.training.engine;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.program.StepProgram;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** A program in the engine: its methods can be called. */
final class LoadedProgram implements AutoCloseable {
    /** The engine's random generator belongs to the process: a step that seeds it must have it for itself. */
    private static final ReentrantLock GENERATOR = new ReentrantLock();

    private static final List<String> METHODS =
            List.of("bind", "step", "accumulate", "update", "take_flat", "update_flat", "gradient", "logits");

    private final Model model;
    private final PtSymbolBlock block;
    private final Map<String, NDArray> methods = new LinkedHashMap<>();
    private final boolean drops;

    private LoadedProgram(Model model, ModelConfig config) {
        this.model = model;
        this.block = (PtSymbolBlock) model.getBlock();
        this.drops = config.hiddenDropout() > 0 || config.attentionDropout() > 0 || config.classifierDropout() > 0;
        for (String method : METHODS) {
            // The engine takes the name of a method from the name of an input that is not passed on.
            NDArray name = manager().zeros(new Shape(1));
            name.setName("module_method:" + method);
            methods.put(method, name);
        }
    }

    static LoadedProgram open(StateLayout layout, ProgramOptions options, ComputeDevice device) {
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
            return new LoadedProgram(model, layout.config());
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw new EngineException(
                    "program of the session: the engine does not load it (%s)\nMaybe the engine is older than libtorch 2.7; the command doctor tells more."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Owns everything that lives as long as the program. */
    NDManager manager() {
        return model.getNDManager();
    }

    @Override
    public void close() {
        model.close();
    }

    /** Calls a method that draws dropout. */
    NDList seeded(String method, NDList inputs, long seed) {
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

    /** Calls a method. */
    NDList run(String method, NDList inputs) {
        NDList all = new NDList(inputs);
        NDArray name = methods.get(method);
        if (name == null) {
            throw new IllegalStateException("method (" + method + ") of the program: unknown\nMaybe report this.");
        }
        all.add(name);
        // The engine's optimizing executor specialises on shapes and would compile anew for every new width.
        JniUtils.setGraphExecutorOptimize(false);
        try {
            return IValueUtils.forward(block, all, true);
        } catch (ai.djl.engine.EngineException e) {
            throw new EngineException(
                    "method (%s) of the program: the engine failed (%s)\nMaybe the device is out of memory; use smaller batches."
                            .formatted(method, lastLine(String.valueOf(e.getMessage()))),
                    e);
        }
    }

    /** A trace of the program comes first, then what went wrong. */
    private static String lastLine(String message) {
        List<String> lines = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? message : lines.get(lines.size() - 1);
    }
}
