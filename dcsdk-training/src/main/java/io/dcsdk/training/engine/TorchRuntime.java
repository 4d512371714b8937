package io.dcsdk.training.engine;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/**
 * The PyTorch engine of this process. It is loaded once, when first asked for, and never by a class initialiser.
 *
 * <p>Unless the application has decided otherwise, the engine is told not to use the network: missing native libraries are an
 * error with advice instead of a download, and no telemetry is sent (system properties {@code ai.djl.offline} and {@code
 * OPT_OUT_TRACKING}).
 *
 * <p>On Linux three things are set for the whole process before the engine loads: freed memory is kept instead of given back
 * every step ({@code -Ddcsdk.training.retainMemory=false} leaves glibc as it is), and threads that wait spin for a shorter
 * while ({@code -Ddcsdk.training.spinCount=default} leaves OpenMP as it is; so do {@code GOMP_SPINCOUNT} and {@code
 * OMP_WAIT_POLICY} in the environment), and GPUs compute binary32 products in TF32 ({@code -Ddcsdk.training.tf32=false} or
 * {@code TORCH_ALLOW_TF32_CUBLAS_OVERRIDE=0} in the environment has them compute in binary32).
 */
public final class TorchRuntime {
    private final Engine engine;

    private TorchRuntime(Engine engine) {
        this.engine = engine;
    }

    /**
     * Loads the engine if it is not loaded yet.
     *
     * @return the engine
     * @throws EngineException if its native libraries are missing or do not load
     */
    public static TorchRuntime start() {
        forbidNetwork();
        ProcessTuning.apply();
        try {
            return new TorchRuntime(Engine.getEngine("PyTorch"));
        } catch (RuntimeException | LinkageError e) {
            throw new EngineException(
                    ("PyTorch engine of this process: its native libraries do not load (%s)\n"
                                    + "Maybe add ai.djl.pytorch:pytorch-jni:2.7.1-0.36.0 and ai.djl.pytorch:pytorch-native-cpu:2.7.1 with the"
                                    + " classifier of this platform (linux-x86_64, linux-aarch64, osx-aarch64 or win-x86_64), or set"
                                    + " PYTORCH_LIBRARY_PATH, PYTORCH_VERSION=2.7.1 and PYTORCH_FLAVOR to a libtorch; the command doctor tells"
                                    + " more.")
                            .formatted(rootMessage(e)),
                    e);
        }
    }

    /** Says that the engine shall not use the network, unless somebody has said something already. */
    static void forbidNetwork() {
        setIfAbsent("ai.djl.offline", "true");
        setIfAbsent("OPT_OUT_TRACKING", "true");
    }

    private static void setIfAbsent(String name, String value) {
        if (System.getProperty(name) == null && System.getenv(name) == null) {
            System.setProperty(name, value);
        }
    }

    private static String rootMessage(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    /**
     * How many CUDA devices the engine can use.
     *
     * @return 0 where there is none, or where the native libraries are those for processors
     */
    public int gpuCount() {
        return engine.hasCapability("CUDA") ? engine.getGpuCount() : 0;
    }

    /**
     * The version of libtorch.
     *
     * @return like {@code 2.7.1}
     */
    public String version() {
        return engine.getVersion();
    }

    /**
     * What the engine says of itself: version, capabilities, place of its libraries.
     *
     * @return some lines
     */
    public String description() {
        return engine.toString();
    }

    /**
     * What was set for this process before the engine was loaded.
     *
     * @return a few words for each setting, such as {@code GOMP_SPINCOUNT=30000}
     */
    public List<String> tuning() {
        return ProcessTuning.apply();
    }

    /**
     * How many threads one operation may use on processors.
     *
     * @return at least 1
     */
    public int threads() {
        return JniUtils.getNumThreads();
    }

    /**
     * Sets how many threads one operation may use on processors, for the whole process. Results of training may differ in
     * rounding between numbers of threads.
     *
     * @param threads at least 1
     */
    public void setThreads(int threads) {
        if (threads < 1) {
            throw new EngineException("threads (%d) of the engine: fewer than one\nMaybe use the number of processors."
                    .formatted(threads));
        }
        JniUtils.setNumThreads(threads);
    }

    Engine engine() {
        return engine;
    }
}
