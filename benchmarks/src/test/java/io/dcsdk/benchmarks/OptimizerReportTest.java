package io.dcsdk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OptimizerReportTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private int report(String... arguments) {
        return OptimizerReport.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(log, true, StandardCharsets.UTF_8),
                arguments);
    }

    private static PlanningRun run(int items, DemandSize demand, long seed, String outcome, double solve) {
        Optional<Double> gap = outcome.equals("out-of-time") ? Optional.empty() : Optional.of(2e-5 * seed);
        return new PlanningRun(
                items,
                demand,
                seed,
                outcome,
                40,
                30,
                100 * seed,
                500,
                gap,
                solve,
                0.01 * solve,
                0.5 * solve,
                0.25 * solve,
                0.3 * solve);
    }

    @Test
    void printsATableADrawingAndHowItWasMade(@TempDir Path folder) throws Exception {
        Path svg = folder.resolve("chart.svg");

        int status = report("--seeds", "2", "--demand", "large", "--items", "10", "--svg", svg.toString());

        assertEquals(0, status);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(ReportRow.HEAD.lines().toList(), lines.subList(0, 2));
        assertTrue(lines.get(2).matches("\\| 10 \\| large \\| \\d+ \\| \\d+ \\| 2 of 2 \\|.*"), lines.get(2));
        assertTrue(lines.contains(
                "Command: `OptimizerReport --items 10 --demand large --seeds 2 --deadline 60 --threads 1`"));
        assertEquals(2, log.toString(StandardCharsets.UTF_8).lines().count());
        assertEquals("svg", rootOf(Files.readString(svg)));
    }

    @Test
    void jsonHoldsEveryRun() {
        int status = report("--json", "--seeds", "1", "--demand", "large", "--items", "10");

        assertEquals(0, status);
        OptimizerReport.Document document = Documents.read(
                out.toString(StandardCharsets.UTF_8), "report", DocumentFormat.JSON, OptimizerReport.Document.class);
        PlanningRun run = document.runs().get(0);
        assertEquals(1, document.runs().size());
        assertEquals("optimal", run.outcome());
        assertTrue(run.search() + run.check() > 0 && run.verify() > 0 && run.formulate() > 0, run::toString);
        assertTrue(run.solve() > run.search(), run::toString);
    }

    @Test
    void rowGivesMedianRangeAndLargestGap() {
        ReportRow row = new ReportRow(
                50,
                DemandSize.MEDIUM,
                List.of(
                        run(50, DemandSize.MEDIUM, 1, "optimal", 4),
                        run(50, DemandSize.MEDIUM, 3, "feasible", 60),
                        run(50, DemandSize.MEDIUM, 2, "optimal", 0.5)));

        assertEquals(
                "| 50 | medium | 40 | 30 | 2 of 3 | 4.00 (0.500 - 60.0) | 200 | 500 | 6.0e-05 | 1 % | 50 % | 25 % | 30 % |",
                row.markdown());
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        ReportRow row = new ReportRow(
                10,
                DemandSize.SMALL,
                List.of(
                        run(10, DemandSize.SMALL, 1, "optimal", 8),
                        run(10, DemandSize.SMALL, 2, "out-of-time", 2),
                        run(10, DemandSize.SMALL, 3, "optimal", 1),
                        run(10, DemandSize.SMALL, 4, "optimal", 4)));

        assertEquals(3, row.median(PlanningRun::solve));
        assertTrue(row.markdown().contains("| 3 of 4 | 3.00 (1.00 - 8.00) |"), row.markdown());
        assertTrue(row.markdown().contains("| no plan |"), row.markdown());
    }

    @Test
    void chartHasAPointForEachRow() throws Exception {
        String svg = TimeChart.of(
                List.of(
                        new ReportRow(10, DemandSize.SMALL, List.of(run(10, DemandSize.SMALL, 1, "optimal", 0.02))),
                        new ReportRow(50, DemandSize.SMALL, List.of(run(50, DemandSize.SMALL, 1, "optimal", 7))),
                        new ReportRow(10, DemandSize.LARGE, List.of(run(10, DemandSize.LARGE, 1, "optimal", 1)))),
                "Times");

        assertEquals("svg", rootOf(svg));
        assertEquals(3, svg.split("<circle", -1).length - 1);
        assertEquals(2, svg.split("<polyline", -1).length - 1);
        assertTrue(svg.contains(">0.01 s</text>") && svg.contains(">10 s</text>"), svg);
    }

    private static String rootOf(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement()
                .getTagName();
    }

    @Test
    void badArgumentsAreNamedAndEndWithTwo() {
        assertEquals(2, report("--seeds", "0"));
        assertEquals(2, report("--bogus"));

        List<String> lines = log.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(lines.get(0).startsWith("--seeds (0) of report: "), lines.get(0));
        assertTrue(lines.contains("option (--bogus) of report: is unknown"), lines::toString);
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void refusesAValueThatIsNone() {
        assertEquals(
                "--demand (huge) of report: is not one of its values\nMaybe use " + ReportOptions.USAGE,
                assertThrows(ItemException.class, () -> ReportOptions.parse("--demand", "small,huge"))
                        .getMessage());
        assertEquals(
                "option (--items) of report: has no value\nMaybe use " + ReportOptions.USAGE,
                assertThrows(ItemException.class, () -> ReportOptions.parse("--items"))
                        .getMessage());
        assertEquals(
                "option (--json) of report: is there twice\nMaybe give it once.",
                assertThrows(ItemException.class, () -> ReportOptions.parse("--json", "--json"))
                        .getMessage());
    }
}
