package io.dcsdk.benchmarks.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dcsdk.benchmarks.training.KernelProgram.Kernel;
import io.dcsdk.document.Documents;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.training.engine.TorchRuntime;
import io.dcsdk.training.profile.TransformerFlops;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.StateLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kernels of a training step of 16 rows, each by itself, against what the machine can do in the step's precision: the best of
 * some bare products, and adding one long array to another. The operations of element-wise kernels are counted by convention
 * (addition and cast 1, softmax 5, layer norm 8, GELU 8, AdamW with the norm 17 an element); bytes are those of the operands, once
 * each. Data that fits the last-level cache need not come from memory, so that its kernels can be above the roof: they are marked,
 * if the system says how large that cache is.
 *
 * <p>Arguments: {@code tiny|small|base LENGTH FOLDER [fp32|bf16]}; binary32 unless said otherwise. Prints a table and writes {@code
 * roofline.svg} and {@code roofline.json}. On processors only.
 */
public final class Roofline {
    private static final int ROWS = 16;
    private static final int FLOAT = 4;
    private static final int HALF = 2;
    private static final int LARGE = 2_048;
    private static final long ADDED = 128L << 20;

    private final TrainingShape shape;
    private final int length;
    private final ComputePrecision precision;
    private final KernelProgram program;
    private final List<RooflineKernel> kernels = new ArrayList<>();

    private Roofline(TrainingShape shape, int length, ComputePrecision precision, KernelProgram program) {
        this.shape = shape;
        this.length = length;
        this.precision = precision;
        this.program = program;
    }

    /**
     * What is written as JSON.
     *
     * @param shape the model
     * @param length tokens a row
     * @param precision of the products and of the step
     * @param threads of the engine
     * @param lastLevelCache size of the cache before memory, if the system says it
     * @param peakGigaflops the best bare product, GFLOP/s
     * @param bandwidthGigabytes of a sum of long arrays, two read and one written, GB/s
     * @param stepGigaflops products of a whole step by its time, GFLOP/s
     * @param kernels each kernel
     */
    public record Document(
            String shape,
            int length,
            ComputePrecision precision,
            int threads,
            Optional<DataSize> lastLevelCache,
            double peakGigaflops,
            double bandwidthGigabytes,
            double stepGigaflops,
            List<RooflineKernel> kernels) {
        /** Copies the list. */
        public Document {
            kernels = List.copyOf(kernels);
        }

        /** Whether the data of a kernel fits the last-level cache, as far as that is known. */
        boolean fitsCache(RooflineKernel kernel) {
            return lastLevelCache
                    .filter(size -> kernel.bytes() <= size.in(DataSize.Unit.BYTE))
                    .isPresent();
        }
    }

    /**
     * Measures.
     *
     * @param arguments see above
     * @throws IOException if the files cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        TorchRuntime runtime = TorchRuntime.start();
        int length = Integer.parseInt(arguments[1]);
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        ComputePrecision precision = arguments.length > 3
                ? ComputePrecision.valueOf(arguments[3].toUpperCase(Locale.ROOT))
                : ComputePrecision.FP32;
        Document document;
        try (KernelProgram program = KernelProgram.open(precision)) {
            Roofline roofline = new Roofline(TrainingShape.of(arguments[0]), length, precision, program);
            document = roofline.measure(arguments[0], runtime.threads());
        }
        Files.writeString(folder.resolve("roofline.json"), Documents.toJson(document), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("roofline.svg"), RooflineChart.of(document), StandardCharsets.UTF_8);
        System.out.printf(
                Locale.ROOT,
                "%s: peak %.0f GFLOP/s, memory %.1f GB/s, whole step %.0f GFLOP/s (%.0f %%)%n",
                document.precision().name().toLowerCase(Locale.ROOT),
                document.peakGigaflops(),
                document.bandwidthGigabytes(),
                document.stepGigaflops(),
                100 * document.stepGigaflops() / document.peakGigaflops());
        for (RooflineKernel kernel : document.kernels()) {
            double roof = kernel.roof(document.peakGigaflops(), document.bandwidthGigabytes());
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.1f | %.0f %%%s |%n",
                    kernel.name(),
                    kernel.seconds() * 1e3,
                    kernel.intensity(),
                    kernel.gigaflops(),
                    100 * kernel.gigaflops() / roof,
                    document.fitsCache(kernel) ? ", fits the cache" : "");
        }
    }

    private Document measure(String name, int threads) {
        double peak = 0;
        for (int size = LARGE / 4; size <= LARGE; size *= 2) {
            Shape square = new Shape(size, size);
            double flop = 2.0 * size * size * size;
            peak = Math.max(peak, flop / program.seconds(Kernel.PRODUCT, square, square) / 1e9);
            if (KernelProgram.hasOneDnn(precision)) {
                peak = Math.max(peak, flop / program.seconds(Kernel.ONE_DNN_LINEAR, square, square) / 1e9);
            }
        }
        double bandwidth = bandwidth();
        kernels();
        double step = step();
        ComputeWork work = TransformerFlops.of(shape.config()).training(ROWS, length);
        double flop = work.in(ComputeWork.Unit.FLOP);
        return new Document(
                name,
                length,
                precision,
                threads,
                ProcessorCache.lastLevel(ProcessorCache.CACHES),
                peak,
                bandwidth,
                flop / step / 1e9,
                kernels);
    }

    /** Bytes that a sum of long arrays reads and writes, GB/s. */
    private static double bandwidth() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            NDArray source = manager.randomNormal(new Shape(ADDED));
            NDArray target = manager.randomNormal(new Shape(ADDED));
            return 3.0 * ADDED * FLOAT / MedianTime.of(() -> target.addi(source)) / 1e9;
        }
    }

    private void kernels() {
        long h = shape.hidden();
        long n = (long) ROWS * length;
        long heads = Math.max(1, h / 64);
        Shape narrow = new Shape(n, h);
        Shape wide = new Shape(n, 4 * h);
        boolean oneDnn = KernelProgram.hasOneDnn(precision);
        Kernel linear = oneDnn ? Kernel.ONE_DNN_LINEAR : Kernel.LINEAR;
        Kernel weightGradient = oneDnn ? Kernel.ONE_DNN_WEIGHT_GRADIENT : Kernel.WEIGHT_GRADIENT;
        product("queries, keys, values", linear, narrow, new Shape(3 * h, h), n, h, 3 * h);
        product("feed-forward, widening", linear, narrow, new Shape(4 * h, h), n, h, 4 * h);
        product("its weight gradient", weightGradient, wide, narrow, 4 * h, n, h);
        Shape split = new Shape(ROWS, heads, length, h / heads);
        double scores = (double) ROWS * heads * length * length;
        add(
                "attention scores",
                2 * scores * h / heads,
                2.0 * n * h + scores,
                program.seconds(Kernel.SCORES, split, split));
        Shape square = new Shape(ROWS, heads, length, length);
        add("softmax", 5 * scores, 2 * scores, program.seconds(Kernel.SOFTMAX, square));
        double wideElements = 4.0 * n * h;
        add("GELU", 8 * wideElements, 2 * wideElements, program.seconds(Kernel.GELU, wide));
        double elements = (double) n * h;
        add("layer norm", 8 * elements, 2 * elements, program.seconds(Kernel.LAYER_NORM, narrow, new Shape(h)));
        add("residual addition", elements, 3 * elements, program.seconds(Kernel.ADDITION, narrow, narrow));
        if (precision == ComputePrecision.BF16) {
            double parameters = StateLayout.of(shape.config()).size();
            double seconds = program.seconds(Kernel.CAST, new Shape((long) parameters));
            kernels.add(new RooflineKernel("cast of the weights", parameters, (FLOAT + HALF) * parameters, seconds));
        }
    }

    /** The optimizer as the program runs it, in binary32 always, and the whole step; gives the seconds of the latter. */
    private double step() {
        try (ProgramFixture step = ProgramFixture.open(shape, ROWS, length, precision)) {
            double parameters = StateLayout.of(shape.config()).size();
            double seconds = MedianTime.of(() -> step.optimizer().close());
            // Norm: the gradient read. Update: four buffers read, three and the scaled gradient written.
            kernels.add(new RooflineKernel("AdamW with the norm", 17 * parameters, 9.0 * FLOAT * parameters, seconds));
            return MedianTime.of(() -> step.loss(0));
        }
    }

    /** A product of (rows, inner) and (inner, columns), whatever way its operands lie. */
    private void product(String name, Kernel kernel, Shape left, Shape right, long rows, long inner, long columns) {
        add(
                name,
                2.0 * rows * inner * columns,
                (double) rows * inner + (double) inner * columns + (double) rows * columns,
                program.seconds(kernel, left, right));
    }

    private void add(String name, double flop, double elements, double seconds) {
        int bytes = precision == ComputePrecision.BF16 ? HALF : FLOAT;
        kernels.add(new RooflineKernel(name, flop, bytes * elements, seconds));
    }
}
