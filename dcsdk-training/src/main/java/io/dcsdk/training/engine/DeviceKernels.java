package io.dcsdk.training.engine;

import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.Kernels;
import io.dcsdk.training.program.ProgramOptions;
import org.jspecify.annotations.Nullable;

/**
 * The kernels that are fastest on a device of this machine. On processors the system property {@code
 * dcsdk.training.oneDnnProducts} decides, {@code true} or {@code false}, whether binary32 products are those of oneDNN; without it they are
 * where a processor has AVX-512 and is not of Intel, on which MKL, the engine's own library, does not use it.
 */
public final class DeviceKernels {
    /** Decides whose binary32 products processors compute. */
    static final String ONE_DNN_PRODUCTS = "dcsdk.training.oneDnnProducts";

    private DeviceKernels() {}

    /**
     * What training takes.
     *
     * @param device where the program will run
     * @return the kernels
     * @throws EngineException if the property is neither true nor false
     */
    public static Kernels forTraining(ComputeDevice device) {
        return device.isGpu() ? Kernels.forGpus() : Kernels.forProcessors().withOneDnnProducts(oneDnnProducts(device));
    }

    /** What a program takes that only runs forward. */
    static ProgramOptions forInference(ComputePrecision precision, ComputeDevice device) {
        return ProgramOptions.forInference(precision, oneDnnProducts(device));
    }

    private static boolean oneDnnProducts(ComputeDevice device) {
        return !device.isGpu() && oneDnnProducts(System.getProperty(ONE_DNN_PRODUCTS), HostProcessor.read());
    }

    static boolean oneDnnProducts(@Nullable String property, HostProcessor processor) {
        return property == null ? processor.favoursOneDnn() : ProcessTuning.isOn(ONE_DNN_PRODUCTS, property);
    }
}
