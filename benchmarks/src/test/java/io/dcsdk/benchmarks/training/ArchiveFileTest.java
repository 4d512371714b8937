package io.dcsdk.benchmarks.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.dcsdk.document.Documents;
import io.dcsdk.training.program.StateLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveFileTest {
    private static void write(Path file, String kernels, String dropout) throws IOException {
        ArchiveFile.main(new String[] {"1", "64", "50", "bf16", kernels, dropout, file.toString(), "recompute"});
    }

    @Test
    void theArchiveRunsWithAsManyElementsAsItsDescriptionSays(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("step.pt");
        write(file, "gpus", "certain");
        Map<?, ?> about = Documents.read(folder.resolve("step.pt.json"), Map.class);
        assertEquals("gpus", about.get("kernels"));
        assertEquals(true, about.get("recompute"));
        assertEquals(0, ((Number) Objects.requireNonNull(about.get("dropout"))).doubleValue());
        long elements = ((Number) Objects.requireNonNull(about.get("elements"))).longValue();
        assertEquals(
                StateLayout.of(new TrainingShape(1, 64, 50).config(TrainingShape.LABELS, 0))
                        .size(),
                elements);
        assertEquals(3, ((List<?>) Objects.requireNonNull(about.get("ones"))).size(), "layer norms");
        try (Model model = ProgramFixture.load(Files.readAllBytes(file));
                NDManager manager = model.getNDManager().newSubManager()) {
            NDArray parameters = manager.full(new Shape(elements), 0.02f);
            NDArray none = manager.create(new Shape(0));
            call(
                    model,
                    "bind",
                    parameters,
                    parameters.zerosLike(),
                    parameters.zerosLike(),
                    manager.zeros(new Shape()),
                    none);
            NDArray ids = manager.create(new long[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
            NDArray empty = manager.create(new Shape(0), DataType.INT64);
            NDArray result = call(model, "step", ids, empty, empty, ids, manager.create(new float[] {1e-3f, 1f / 6}));
            assertArrayEquals(new long[] {3}, result.getShape().getShape());
            float[] measured = result.toFloatArray();
            assertTrue(Float.isFinite(measured[0]) && measured[0] > 0, "loss");
            assertEquals(0, measured[2], "spoiled");
        }
    }

    private static NDArray call(Model model, String method, NDArray... inputs) {
        NDList all = new NDList(inputs);
        NDArray name = inputs[0].getManager().zeros(new Shape(1));
        name.setName("module_method:" + method);
        all.add(name);
        return model.getBlock()
                .forward(new ParameterStore(inputs[0].getManager(), false), all, true)
                .singletonOrThrow();
    }

    @Test
    void whatIsUnknownIsRefused(@TempDir Path folder) {
        assertEquals(
                "kernels (tpus) of an archive: are unknown\nMaybe take processors or gpus.",
                assertThrows(IllegalArgumentException.class, () -> write(folder.resolve("a"), "tpus", "certain"))
                        .getMessage());
        assertEquals(
                "dropout (0.1) of an archive: is unknown\nMaybe take dropout or certain.",
                assertThrows(IllegalArgumentException.class, () -> write(folder.resolve("a"), "gpus", "0.1"))
                        .getMessage());
    }
}
