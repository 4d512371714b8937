package io.dcsdk.training.engine;

import ai.djl.util.cuda.CudaUtils;
import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the C library and the engine's runtimes are told before the engine loads. Only on Linux; all of it holds for the whole
 * process, and each can be turned off by a system property.
 *
 * <p>Memory: glibc gives large blocks back to the system whenever they are freed and asks for them again in the next step,
 * each page of them cleared; here freed memory is kept ({@code mallopt}). Threads: those of OpenMP wait for each other by
 * spinning, which takes the processor from the thread that they wait for where others want it too; here they spin for a
 * shorter while ({@code GOMP_SPINCOUNT}), unless the environment says something of that. Kernels: oneDNN keeps those that it
 * prepared, one for each operation and shape, and sentences batched by length have shapes of more than the 1,024 of its own
 * limit; here it keeps 4,096 ({@code ONEDNN_PRIMITIVE_CACHE_CAPACITY}), without which kernels would be made and dropped all the
 * time and the process grow by it, unless the environment says something of that. Products: where there is a GPU, those
 * of binary32 matrices may be computed in TF32 ({@code TORCH_ALLOW_TF32_CUBLAS_OVERRIDE}), unless the environment says
 * something of that; processors always compute in binary32.
 */
final class ProcessTuning {
    /** {@code false} leaves the allocator as it is. */
    static final String RETAIN_MEMORY = "dcsdk.training.retainMemory";

    /** Rounds that a waiting thread spins, from 0, or {@code default} for the runtime's own. */
    static final String SPIN_COUNT = "dcsdk.training.spinCount";

    /** Kernels that oneDNN keeps, 0 for none, or {@code default} for its own limit. */
    static final String ONEDNN_KERNELS = "dcsdk.training.oneDnnKernels";

    /** {@code false} has GPUs compute binary32 products in binary32, {@code true} in TF32: 10 bits of fraction, added up in 23. */
    static final String TF32 = "dcsdk.training.tf32";

    private static final Logger LOG = LoggerFactory.getLogger(ProcessTuning.class);
    private static final String SPIN_VARIABLE = "GOMP_SPINCOUNT";
    private static final String USUAL_SPIN_COUNT = "30000";
    private static final String KERNELS_VARIABLE = "ONEDNN_PRIMITIVE_CACHE_CAPACITY";
    private static final String USUAL_KERNELS = "4096";
    private static final String TF32_VARIABLE = "TORCH_ALLOW_TF32_CUBLAS_OVERRIDE";

    // Names and numbers of malloc.h.
    private static final int M_TRIM_THRESHOLD = -1;
    private static final int M_TOP_PAD = -2;
    private static final int M_MMAP_MAX = -4;
    private static final int TOP_PAD = 64 << 20;

    private static @Nullable List<String> applied;

    private ProcessTuning() {}

    /**
     * Sets what is to be set, the first time that it is called.
     *
     * @return what was set, for people
     */
    static synchronized List<String> apply() {
        if (applied == null) {
            List<String> done = new ArrayList<>();
            if (Platform.isLinux()) {
                waitBriefly().ifPresent(done::add);
                keepKernels().ifPresent(done::add);
                retainMemory().ifPresent(done::add);
                roundProducts().ifPresent(done::add);
            }
            applied = List.copyOf(done);
        }
        return applied;
    }

    private static Optional<String> waitBriefly() {
        boolean decided = System.getenv(SPIN_VARIABLE) != null || System.getenv("OMP_WAIT_POLICY") != null;
        return set(SPIN_VARIABLE, spinCount(System.getProperty(SPIN_COUNT), decided));
    }

    private static Optional<String> keepKernels() {
        // The second is the variable's name of before, which the library still reads.
        boolean decided =
                System.getenv(KERNELS_VARIABLE) != null || System.getenv("DNNL_PRIMITIVE_CACHE_CAPACITY") != null;
        return set(KERNELS_VARIABLE, kernels(System.getProperty(ONEDNN_KERNELS), decided));
    }

    /** What is to be set, if anything. */
    static Optional<String> spinCount(@Nullable String property, boolean decided) {
        return number(SPIN_COUNT, property, "[0-9]{1,18}", "rounds", USUAL_SPIN_COUNT, decided);
    }

    /** What is to be set, if anything. */
    static Optional<String> kernels(@Nullable String property, boolean decided) {
        return number(ONEDNN_KERNELS, property, "[0-9]{1,9}", "kernels", USUAL_KERNELS, decided);
    }

    private static Optional<String> number(
            String name, @Nullable String property, String pattern, String of, String usual, boolean decided) {
        if (property == null) {
            return decided ? Optional.empty() : Optional.of(usual);
        }
        if (property.equals("default")) {
            return Optional.empty();
        }
        if (!property.matches(pattern)) {
            throw new EngineException("%s (%s) of this process: is no number of %s\nMaybe use %s, or default."
                    .formatted(name, property, of, usual));
        }
        return Optional.of(property);
    }

    private static Optional<String> set(String variable, Optional<String> value) {
        return value.filter(text -> call("setenv", variable, text, 1) == 0).map(text -> variable + "=" + text);
    }

    private static Optional<String> retainMemory() {
        if (!isOn(RETAIN_MEMORY, System.getProperty(RETAIN_MEMORY))) {
            return Optional.empty();
        }
        boolean all = call("mallopt", M_MMAP_MAX, 0) == 1
                && call("mallopt", M_TRIM_THRESHOLD, Integer.MAX_VALUE) == 1
                && call("mallopt", M_TOP_PAD, TOP_PAD) == 1;
        return all ? Optional.of("freed memory is kept") : Optional.empty();
    }

    private static Optional<String> roundProducts() {
        boolean decided = System.getenv(TF32_VARIABLE) != null;
        return set(TF32_VARIABLE, tf32(System.getProperty(TF32), decided, () -> CudaUtils.getGpuCount() > 0));
    }

    /** What is to be set, if anything. */
    static Optional<String> tf32(@Nullable String property, boolean decided, BooleanSupplier gpu) {
        if (property == null) {
            return decided || !gpu.getAsBoolean() ? Optional.empty() : Optional.of("1");
        }
        return Optional.of(isOn(TF32, property) ? "1" : "0");
    }

    static boolean isOn(String name, @Nullable String property) {
        if (property == null || property.equals("true")) {
            return true;
        }
        if (property.equals("false")) {
            return false;
        }
        throw new EngineException(
                "%s (%s) of this process: is neither true nor false\nMaybe leave it out.".formatted(name, property));
    }

    /** A number that means failure where the library has no such function, as musl has no mallopt. */
    private static int call(String function, Object... arguments) {
        try {
            return Function.getFunction("c", function).invokeInt(arguments);
        } catch (UnsatisfiedLinkError e) {
            LOG.debug("{} cannot be called here: {}", function, e.getMessage());
            return Integer.MIN_VALUE;
        }
    }
}
