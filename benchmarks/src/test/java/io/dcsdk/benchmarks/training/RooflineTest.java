package io.dcsdk.benchmarks.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.training.program.ComputePrecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RooflineTest {
    /** 2 FLOP/B and 1 MB, 20 FLOP/B and 100 MB. */
    private static final List<RooflineKernel> KERNELS =
            List.of(new RooflineKernel("small", 2e6, 1e6, 1e-5), new RooflineKernel("large", 2e9, 1e8, 1e-2));

    private static Roofline.Document document(Optional<DataSize> cache) {
        return new Roofline.Document("tiny", 128, ComputePrecision.BF16, 2, cache, 1000, 20, 300, KERNELS);
    }

    @Test
    void drawsWhatFitsTheCacheHollowAndSaysSo() {
        Roofline.Document document = document(Optional.of(DataSize.parse("32 MiB")));
        assertTrue(document.fitsCache(KERNELS.get(0)));
        assertFalse(document.fitsCache(KERNELS.get(1)));
        String svg = RooflineChart.of(document);
        assertEquals(2, svg.split("<circle[^>]*fill=\"white\"", -1).length - 1, "a kernel and the legend");
        assertEquals(1, svg.split("<circle[^>]*fill=\"#1b6ca8\"", -1).length - 1);
        assertTrue(svg.contains(">fits the cache<"), svg);
        assertTrue(svg.contains("A training step in bf16, tiny"), svg);
    }

    @Test
    void marksNothingWhereTheCacheIsNotKnown() {
        Roofline.Document document = document(Optional.empty());
        assertFalse(document.fitsCache(KERNELS.get(0)));
        assertFalse(RooflineChart.of(document).contains("cache"));
    }

    @Test
    void theDocumentNamesThePrecision() {
        Roofline.Document document = document(Optional.of(DataSize.parse("32 MiB")));
        String json = Documents.toJson(document);
        assertTrue(json.contains("\"precision\" : \"BF16\""), json);
        assertEquals(document, Documents.read(json, "test", DocumentFormat.JSON, Roofline.Document.class));
    }

    private static void cache(Path folder, String name, String level, String type, String size) throws IOException {
        Path entry = Files.createDirectories(folder.resolve(name));
        Files.writeString(entry.resolve("level"), level + "\n");
        Files.writeString(entry.resolve("type"), type + "\n");
        Files.writeString(entry.resolve("size"), size + "\n");
    }

    @Test
    void theLastLevelIsTheHighestThatHoldsData(@TempDir Path folder) throws IOException {
        assertEquals(Optional.empty(), ProcessorCache.lastLevel(folder.resolve("none")));
        assertEquals(Optional.empty(), ProcessorCache.lastLevel(folder));
        cache(folder, "index0", "1", "Data", "48K");
        cache(folder, "index1", "4", "Instruction", "64M");
        cache(folder, "index3", "3", "Unified", "266240K");
        cache(folder, "index2", "2", "Unified", "2048K");
        assertEquals(Optional.of(DataSize.parse("260 MiB")), ProcessorCache.lastLevel(folder));
        Files.writeString(folder.resolve("index3").resolve("level"), "three");
        assertEquals(Optional.empty(), ProcessorCache.lastLevel(folder));
    }
}
