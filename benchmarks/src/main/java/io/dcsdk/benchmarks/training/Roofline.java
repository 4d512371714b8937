package io.dcsdk.benchmarks.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.LayerNorm;
import io.dcsdk.document.Documents;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.training.engine.TorchRuntime;
import io.dcsdk.training.profile.TransformerFlops;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.Kernels;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The kernels of a training step of 16 rows, each by itself, against what the machine can do: the largest of some bare
 * products, and adding one long array to another. The operations of element-wise kernels are counted by convention (addition 1, softmax 5,
 * layer norm 8, GELU 8, AdamW with the norm 17 an element); bytes are those of the operands, once each. Data that fits the
 * last-level cache need not come from memory, so that its kernels can be above the roof: they are marked, if the system
 * says how large that cache is.
 *
 * <p>Arguments: {@code tiny|small|base LENGTH FOLDER}. Prints a table and writes {@code roofline.svg} and {@code roofline.json}.
 * In binary32 only: DJL's arrays cannot be bf16 (its native library ends the process). On processors only.
 */
public final class Roofline {
    private static final int ROWS = 16;
    private static final int FLOAT = 4;
    private static final int LARGE = 2_048;
    private static final long ADDED = 128L << 20;
    private static final double LEAST_SECONDS = 1;
    private static final int LEAST_CALLS = 5;

    private final TrainingShape shape;
    private final int length;
    private final NDManager manager;
    private final List<RooflineKernel> kernels = new ArrayList<>();

    private Roofline(TrainingShape shape, int length, NDManager manager) {
        this.shape = shape;
        this.length = length;
        this.manager = manager;
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
        Document document;
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            Roofline roofline = new Roofline(TrainingShape.of(arguments[0]), length, manager);
            document = roofline.measure(arguments[0], runtime.threads());
        }
        Files.writeString(folder.resolve("roofline.json"), Documents.toJson(document), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("roofline.svg"), RooflineChart.of(document), StandardCharsets.UTF_8);
        System.out.printf(
                Locale.ROOT,
                "peak %.0f GFLOP/s, memory %.1f GB/s, whole step %.0f GFLOP/s (%.0f %%)%n",
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
            peak = Math.max(peak, product(size, size, size).gigaflops());
        }
        NDArray source = random(ADDED);
        double moved = 3.0 * ADDED * FLOAT;
        NDArray target = random(ADDED);
        double bandwidth = moved
                / seconds(() -> {
                    target.addi(source);
                    return manager.create(0f);
                })
                / 1e9;
        target.close();
        source.close();
        kernels();
        double step = step();
        ComputeWork work = TransformerFlops.of(shape.config()).training(ROWS, length);
        double flop = work.in(ComputeWork.Unit.FLOP);
        return new Document(
                name,
                length,
                ComputePrecision.FP32,
                threads,
                ProcessorCache.lastLevel(ProcessorCache.CACHES),
                peak,
                bandwidth,
                flop / step / 1e9,
                kernels);
    }

    private void kernels() {
        long h = shape.hidden();
        long n = (long) ROWS * length;
        long heads = Math.max(1, h / 64);
        kernels.add(named("queries, keys, values", product(n, h, 3 * h)));
        kernels.add(named("feed-forward, widening", product(n, h, 4 * h)));
        kernels.add(named("its weight gradient", product(h, n, 4 * h)));
        NDArray queries = random(ROWS, heads, length, h / heads);
        NDArray keys = random(ROWS, heads, h / heads, length);
        double scores = (double) ROWS * heads * length * length;
        double read = 2.0 * n * h;
        kernels.add(new RooflineKernel(
                "attention scores",
                2 * scores * h / heads,
                FLOAT * (read + scores),
                seconds(() -> queries.matMul(keys))));
        NDArray square = random(ROWS, heads, length, length);
        add("softmax", 5 * scores, 2 * scores, () -> square.softmax(-1));
        NDArray wide = random(n, 4 * h);
        add("GELU", 8.0 * n * 4 * h, 2.0 * n * 4 * h, () -> Activation.gelu(wide));
        NDArray narrow = random(n, h);
        NDArray scale = random(h);
        add("layer norm", 8.0 * n * h, 2.0 * n * h, () -> LayerNorm.layerNorm(
                        narrow, new Shape(h), scale, scale, 1e-12f)
                .singletonOrThrow());
        NDArray other = random(n, h);
        add("residual addition", 1.0 * n * h, 3.0 * n * h, () -> narrow.add(other));
    }

    /** The optimizer as the program runs it, and the whole step; gives the seconds of the latter. */
    private double step() {
        ProgramOptions options = ProgramOptions.defaults().with(ComputePrecision.FP32, Kernels.forProcessors());
        try (ProgramFixture program = ProgramFixture.open(shape, ROWS, length, options)) {
            double parameters = StateLayout.of(shape.config()).size();
            // Norm: the gradient read. Update: four buffers read, three and the scaled gradient written.
            add("AdamW with the norm", 17 * parameters, 9 * parameters, () -> program.optimizer()
                    .singletonOrThrow());
            return seconds(() -> program.step().singletonOrThrow());
        }
    }

    private RooflineKernel product(long rows, long inner, long columns) {
        NDArray left = random(rows, inner);
        NDArray right = random(inner, columns);
        double seconds = seconds(() -> left.matMul(right));
        left.close();
        right.close();
        return new RooflineKernel(
                "",
                2.0 * rows * inner * columns,
                FLOAT * ((double) rows * inner + (double) inner * columns + (double) rows * columns),
                seconds);
    }

    private static RooflineKernel named(String name, RooflineKernel kernel) {
        return new RooflineKernel(name, kernel.flop(), kernel.bytes(), kernel.seconds());
    }

    private void add(String name, double flop, double elements, Supplier<NDArray> call) {
        kernels.add(new RooflineKernel(name, flop, FLOAT * elements, seconds(call)));
    }

    private NDArray random(long... shape) {
        return manager.randomNormal(new Shape(shape));
    }

    /** Median time of a call, after one that is not counted. */
    private static double seconds(Supplier<NDArray> call) {
        call.get().close();
        List<Double> times = new ArrayList<>();
        double sum = 0;
        while (sum < LEAST_SECONDS || times.size() < LEAST_CALLS) {
            long begun = System.nanoTime();
            NDArray result = call.get();
            double seconds = (System.nanoTime() - begun) / 1e9;
            result.close();
            times.add(seconds);
            sum += seconds;
        }
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
