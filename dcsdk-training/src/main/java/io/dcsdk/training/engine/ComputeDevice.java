package io.dcsdk.training.engine;

/**
 * Where a program runs.
 *
 * @param kind processor or GPU
 * @param index which of them, from 0
 */
public record ComputeDevice(Kind kind, int index) {
    /** The kinds of devices. */
    public enum Kind {
        /** The processors of this machine. */
        CPU,
        /** A CUDA device. */
        GPU
    }

    /**
     * Checks the index.
     *
     * @throws IllegalArgumentException if the index is negative, or not 0 for processors
     */
    public ComputeDevice {
        if (index < 0 || (kind == Kind.CPU && index != 0)) {
            throw new IllegalArgumentException(
                    "index (%d) of device %s: there is no such device\nMaybe use 0.".formatted(index, kind));
        }
    }

    /**
     * The processors.
     *
     * @return the CPU device
     */
    public static ComputeDevice cpu() {
        return new ComputeDevice(Kind.CPU, 0);
    }

    /**
     * A GPU.
     *
     * @param index which, from 0
     * @return the GPU device; whether it exists is checked when a session opens on it
     */
    public static ComputeDevice gpu(int index) {
        return new ComputeDevice(Kind.GPU, index);
    }

    /**
     * The first GPU that the engine sees, else the processors. Starts the engine.
     *
     * @return a device that exists
     * @throws EngineException if the engine does not start
     */
    public static ComputeDevice auto() {
        return TorchRuntime.start().gpuCount() > 0 ? gpu(0) : cpu();
    }

    /**
     * Whether it is a GPU.
     *
     * @return true for CUDA devices
     */
    public boolean isGpu() {
        return kind == Kind.GPU;
    }

    /** {@code cpu} or {@code cuda:0}. */
    @Override
    public String toString() {
        return isGpu() ? "cuda:" + index : "cpu";
    }
}
