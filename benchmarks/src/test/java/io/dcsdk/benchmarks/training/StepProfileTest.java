package io.dcsdk.benchmarks.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StepProfileTest {
    /** A step of 100 µs that calls a product (60 µs, of which 10 are a copy) and a sum; another thread copies for 5 µs. */
    private static final String TRACE = """
            [
            {"name": "aten::copy_", "ph": "X", "ts": 12.0, "dur": 10.0, "tid": 1, "pid": "CPU Functions", "shape": [[]], "cpu mem": "0 b", "args": {}},
            {"name": "step", "ph": "X", "ts": 0.0, "dur": 100.0, "tid": 1, "pid": "CPU Functions", "shape": [], "cpu mem": "0 b", "args": {}},
            {"name": "aten::mm", "ph": "X", "ts": 10.0, "dur": 60.0, "tid": 1, "pid": "CPU Functions", "shape": [], "cpu mem": "0 b", "args": {}},
            {"name": "aten::sum", "ph": "X", "ts": 70.0, "dur": 25.0, "tid": 1, "pid": "CPU Functions", "shape": [], "cpu mem": "0 b", "args": {}},
            {"name": "aten::copy_", "ph": "X", "ts": 50.0, "dur": 5.0, "tid": 2, "pid": "CPU Functions", "shape": [], "cpu mem": "0 b", "args": {}}
            ]
            """;

    @Test
    void whatAnOperationCallsIsNotItsOwnTime() {
        Map<String, StepTrace.Share> operations = StepTrace.of(TRACE).operations();
        assertEquals(0.015, milliseconds(operations, "step"), 1e-12);
        assertEquals(0.050, milliseconds(operations, "aten::mm"), 1e-12);
        assertEquals(0.025, milliseconds(operations, "aten::sum"), 1e-12);
        assertEquals(new StepTrace.Share(0.015, 2), operations.get("aten::copy_"));
    }

    private static double milliseconds(Map<String, StepTrace.Share> operations, String name) {
        return operations.getOrDefault(name, new StepTrace.Share(Double.NaN, 0)).milliseconds();
    }

    @Test
    void classesAddUpToEverythingTheLongestFirst() {
        Map<KernelClass, StepTrace.Share> classes = StepTrace.of(TRACE).classes();
        assertEquals(
                List.of(KernelClass.PRODUCTS, KernelClass.ELEMENTS, KernelClass.CALLS, KernelClass.COPIES),
                List.copyOf(classes.keySet()));
        assertEquals(
                0.105,
                classes.values().stream()
                        .mapToDouble(StepTrace.Share::milliseconds)
                        .sum(),
                1e-12);
    }

    @Test
    void aRealStepIsMostlyKnownKernels(@TempDir Path folder) throws IOException {
        StepProfile.main(new String[] {"tiny", "32", "fp32", "2", folder.toString()});
        StepProfile.Document document = Documents.read(
                Files.readString(folder.resolve("profile.json")),
                "profile",
                DocumentFormat.JSON,
                StepProfile.Document.class);
        assertEquals(1, share(document.classes()), 1e-9);
        assertEquals(1, share(document.operations()), 1e-9);
        assertEquals(2, calls(document, "aten::_fused_adamw_"), "with weight decay, and without");
        // Two layers of four products, each with two gradients, and those of the head.
        assertTrue(calls(document, KernelClass.PRODUCTS.title()) >= 2 * 4 * 3, document::toString);
        assertTrue(document.plainMilliseconds() > 0 && document.profiledMilliseconds() > 0, document::toString);
    }

    @Test
    void aStepThatWaitedForMemoryDoesNotCount() {
        List<StepTrace.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double copy = i == 1 ? 5_000 : 10 + i;
            entries.add(entry("step", 10_000.0 * i, 6_000));
            entries.add(entry("aten::copy_", 10_000.0 * i + 1, copy));
            entries.add(entry("aten::item", 10_000.0 * i + 7_000, 20));
        }
        Map<String, StepTrace.Share> operations = StepTrace.of(entries).operations();
        assertEquals(new StepTrace.Share(0.012, 1), operations.get("aten::copy_"));
        assertFalse(operations.containsKey("aten::item"), "between the steps");
    }

    private static StepTrace.Entry entry(String name, double ts, double dur) {
        return new StepTrace.Entry(name, "X", ts, dur, "1", "CPU Functions", List.of(), "0 b", Map.of());
    }

    private static double share(List<StepProfile.Line> lines) {
        return lines.stream().mapToDouble(StepProfile.Line::share).sum();
    }

    private static double calls(StepProfile.Document document, String name) {
        return Stream.concat(document.classes().stream(), document.operations().stream())
                .filter(line -> line.name().equals(name))
                .mapToDouble(StepProfile.Line::calls)
                .sum();
    }
}
