package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.placement.PlacementDocument;
import io.dcsdk.placement.Placement;
import io.dcsdk.placement.PlacementChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaceCommandTest {
    private static final String SMALL = """
            name: small
            workloads:
              - workload: {kind: requirement, name: chat, compute: 2000 TFLOP/s bf16, storage: 10 TB, network: 0 B/s}
                parts: 2
                data: [personal]
                users: [europe]
                latency: 40 ms
            locations:
              - {id: berlin, name: Berlin, jurisdictions: [DE], energyPrice: 0.2 USD/kWh, carbonIntensity: 400 gCO2/kWh}
              - {id: paris, name: Paris, jurisdictions: [FR], energyPrice: 0.1 USD/kWh, carbonIntensity: 50 gCO2/kWh}
            populations:
              - {id: europe, roundTrip: {berlin: 10 ms, paris: 20 ms}}
            residency:
              - {data: personal, jurisdictions: [DE, FR], reason: contract}
            finance: {horizon: 5 a}
            utilisation: 1
            fabric: {sized: false}
            """;

    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("problem.yaml"), text).toString();
    }

    @Test
    void printsWhereEverythingIsInAtMostAHundredColumns() throws IOException {
        CommandRun run = CommandRun.of("place", "--problem", file(SMALL));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("Placement for small: OPTIMAL"), run.out());
        assertTrue(run.out().contains("2 at paris"), run.out());
        assertTrue(run.out().contains("20 ms"), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
    }

    @Test
    void savesDrawsAndVerifiesWhatItPrints() throws IOException {
        Path saved = folder.resolve("placement.json");
        Path picture = folder.resolve("placement.svg");
        CommandRun run = CommandRun.of(
                "place", "--problem", file(SMALL), "--json", "--out", saved.toString(), "--svg", picture.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("Saved %s%nSaved %s%n".formatted(saved, picture), run.err());
        assertEquals(Files.readString(saved), run.out());
        Placement placement = Documents.read(run.out(), "out", DocumentFormat.JSON, PlacementDocument.class)
                .placement()
                .orElseThrow();
        assertEquals(new PlacementChart(placement).toSvg(), Files.readString(picture));
        CommandRun verified = CommandRun.of("verify", "--placement", saved.toString());
        assertEquals(ExitCode.DONE, verified.code(), verified.out() + verified.err());
        assertTrue(verified.out().startsWith("ACCEPTED (optimal): The placement meets the problem"), verified.out());
    }

    @Test
    void namesTheConflictOfAnInfeasibleProblem() throws IOException {
        String impossible = SMALL.replace("jurisdictions: [DE, FR], reason", "jurisdictions: [US], reason");
        CommandRun run = CommandRun.of("place", "--problem", file(impossible));
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertTrue(run.out().contains("    - residency.personal"), run.out());
        assertTrue(run.out().contains("    - workload.chat"), run.out());
    }

    @Test
    void namesTheFileOfABrokenProblem() throws IOException {
        String broken = file(SMALL.replace("[personal]", "[medical]"));
        CommandRun run = CommandRun.of("place", "--problem", broken);
        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertTrue(run.err().contains("problem.yaml"), run.err());
        assertTrue(run.err().contains("data (medical) of workload chat: has no rule of residency"), run.err());
    }

    @Test
    void placesTheFiveRegionsWithoutAProblem() {
        CommandRun run = CommandRun.of("place", "--gap", "0.1", "--time-limit", "1h");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().startsWith("Placement for five regions: OPTIMAL"), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
    }
}
