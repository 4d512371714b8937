package io.dcsdk.benchmarks.training;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.Kernels;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.program.StepProgram;
import java.util.Locale;

/**
 * Kernels of a step by themselves, in its precision: methods added to a training program, because DJL's own arrays cannot be
 * bf16 (its native library ends the process). Each runs its kernel many times in one call, so that the call does not count, over
 * operands that were cast before.
 */
final class KernelProgram implements AutoCloseable {
    private static final double SECONDS_A_CALL = 0.01;
    private static final int MOST_TIMES = 1_000;

    private final Model model;
    private final NDManager manager;
    private final ParameterStore store;

    /** A kernel of two operands, a and b. */
    enum Kernel {
        /** (n, k) by (k, m). */
        PRODUCT("torch.matmul(a, b)"),
        /** (n, k) by a weight as layers hold it, (m, k). */
        LINEAR("torch.linear(a, b, None)"),
        /** The gradient of that weight from the gradient of the result, (n, m), and the input, (n, k). */
        WEIGHT_GRADIENT("torch.matmul(torch.transpose(a, 0, 1), b)"),
        /** The same by oneDNN, of binary32. */
        ONE_DNN_LINEAR(oneDnn("a", "b")),
        /** The same gradient by oneDNN, of binary32. */
        ONE_DNN_WEIGHT_GRADIENT(oneDnn("torch.transpose(a, 0, 1)", "torch.transpose(b, 0, 1)")),
        /** Queries by keys, both (rows, heads, t, d). */
        SCORES("torch.matmul(a, torch.transpose(b, -2, -1))"),
        /** Of a, over its last dimension. */
        SOFTMAX("torch.softmax(a, -1, None)"),
        /** Of a, by the error function. */
        GELU("torch.gelu(a, approximate=\"none\")"),
        /** Of a, (n, h), with scale and shift b, (h). */
        LAYER_NORM("torch.layer_norm(a, [torch.size(a, 1)], b, b, 1.0e-12, False)"),
        /** Of a and b, alike. */
        ADDITION("torch.add(a, b, alpha=1)"),
        /** Of a, from binary32 to bf16. */
        CAST("torch.to(a, 15, False, False)");

        private final String expression;

        Kernel(String expression) {
            this.expression = expression;
        }

        private static String oneDnn(String rows, String weight) {
            return "ops.mkldnn._linear_pointwise(%s, %s, None, \"none\", annotate(List[Optional[number]], []), \"\")"
                    .formatted(rows, weight);
        }

        private boolean isOfOneDnn() {
            return this == ONE_DNN_LINEAR || this == ONE_DNN_WEIGHT_GRADIENT;
        }

        private String method() {
            return "kernel_" + name().toLowerCase(Locale.ROOT);
        }
    }

    private KernelProgram(Model model) {
        this.model = model;
        this.manager = model.getNDManager();
        this.store = new ParameterStore(manager, false);
    }

    static KernelProgram open(ComputePrecision precision) {
        ProgramOptions options = ProgramOptions.defaults().with(precision, Kernels.forProcessors());
        StepProgram program = StepProgram.of(StateLayout.of(TrainingShape.TINY.config()), options);
        int type = precision == ComputePrecision.BF16 ? 15 : 6; // as torch counts them
        StringBuilder text = new StringBuilder(program.text());
        hold(text, "hold", "torch.to(a, %1$d, False, False), torch.to(b, %1$d, False, False)".formatted(type));
        hold(text, "hold_float", "a, b");
        for (Kernel kernel : Kernel.values()) {
            if (kernel.isOfOneDnn() && !hasOneDnn(precision)) {
                continue; // some engines have no such operator and would not load the program
            }
            text.append("  def ")
                    .append(kernel.method())
                    .append("(self: __torch__.StepProgram, times: Tensor) -> Tensor:\n");
            text.append("    torch.set_grad_enabled(False)\n");
            text.append("    a = self.gs[0]\n    b = self.gs[1]\n");
            text.append("    for i in range(int(times)):\n");
            // The result before goes first. An attribute, because what nobody takes is removed as dead code.
            text.append("      self.gs = [a, b]\n");
            text.append("      self.gs = [a, b, ").append(kernel.expression).append("]\n");
            text.append("    return self.spoiled\n");
        }
        text.append("  def kernel_result(self: __torch__.StepProgram) -> Tensor:\n");
        text.append("    return torch.to(self.gs[2], 6, False, True)\n");
        return new KernelProgram(ProgramFixture.load(ProgramArchive.withText(program.archive(), text.toString())));
    }

    /** Whether the trainer takes oneDNN's products in this precision here. */
    static boolean hasOneDnn(ComputePrecision precision) {
        return precision == ComputePrecision.FP32 && StepVariant.here() == StepVariant.ONE_DNN_PRODUCTS;
    }

    private static void hold(StringBuilder text, String name, String operands) {
        text.append("  def ").append(name).append("(self: __torch__.StepProgram, a: Tensor, b: Tensor) -> Tensor:\n");
        text.append("    torch.set_grad_enabled(False)\n");
        text.append("    self.gs = [").append(operands).append("]\n");
        text.append("    return self.spoiled\n");
    }

    /** A kernel of one operand. */
    double seconds(Kernel kernel, Shape shape) {
        return seconds(kernel, shape, new Shape(1));
    }

    /** Median seconds of a kernel over random operands of two shapes. */
    double seconds(Kernel kernel, Shape left, Shape right) {
        try (NDArray a = manager.randomNormal(left);
                NDArray b = manager.randomNormal(right)) {
            hold(kernel, a, b);
            run(kernel, 1);
            double once = MedianTime.once(() -> run(kernel, 1));
            int times = (int) Math.max(1, Math.min(MOST_TIMES, SECONDS_A_CALL / once));
            return MedianTime.of(() -> run(kernel, times)) / times;
        }
    }

    /** What a kernel makes of two arrays, in binary32. */
    float[] result(Kernel kernel, NDArray a, NDArray b) {
        hold(kernel, a, b);
        run(kernel, 2);
        try (NDList result = ProgramFixture.call(model, store, "kernel_result", new NDList())) {
            return result.singletonOrThrow().toFloatArray();
        }
    }

    NDManager manager() {
        return manager;
    }

    private void hold(Kernel kernel, NDArray a, NDArray b) {
        call(kernel == Kernel.CAST ? "hold_float" : "hold", new NDList(a, b));
    }

    private void run(Kernel kernel, int times) {
        try (NDArray count = manager.create(new long[] {times})) {
            call(kernel.method(), new NDList(count));
        }
    }

    private void call(String method, NDList inputs) {
        ProgramFixture.call(model, store, method, inputs).close();
    }

    @Override
    public void close() {
        model.close();
    }
}
