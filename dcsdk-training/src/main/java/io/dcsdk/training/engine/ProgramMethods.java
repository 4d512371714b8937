package io.dcsdk.training.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** The methods of a loaded program. */
final class ProgramMethods {
    /** The engine's random generator belongs to the process: a step that seeds it must have it for itself. */
    private static final ReentrantLock GENERATOR = new ReentrantLock();

    private static final List<String> NAMES =
            List.of("bind", "step", "accumulate", "update", "take_flat", "update_flat", "gradient", "logits");

    private final PtSymbolBlock block;
    private final boolean drops;

    /** The engine takes the name of a method from the name of an input. */
    private final Map<String, NDArray> names = new LinkedHashMap<>();

    ProgramMethods(PtSymbolBlock block, NDManager manager, boolean drops) {
        this.block = block;
        this.drops = drops;
        for (String method : NAMES) {
            NDArray name = manager.zeros(new Shape(1));
            name.setName("module_method:" + method);
            names.put(method, name);
        }
    }

    /** Calls a method in which dropout is drawn from a seed. */
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

    NDList run(String method, NDList inputs) {
        NDList all = new NDList(inputs);
        NDArray name = names.get(method);
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
