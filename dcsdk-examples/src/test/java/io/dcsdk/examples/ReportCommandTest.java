package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class ReportCommandTest {
    @TempDir
    private Path folder;

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private String poor() throws IOException {
        String text = Example.FOUNDING.text().replace("10000000 USD", "100000 USD");
        return Files.writeString(folder.resolve("poor.yaml"), text).toString();
    }

    @Test
    void tellsASavedPlanInTextAndAsAPageThatPlanMakesAsWell() throws IOException {
        CommandRun plan = CommandRun.of("plan", "--out", at("plan.json"), "--html", at("plan.html"));
        assertEquals(ExitCode.DONE, plan.code(), plan.err());
        assertEquals("Saved %s%nSaved %s%n".formatted(at("plan.json"), at("plan.html")), plan.err());
        CommandRun report = CommandRun.of("report", at("plan.json"), "--html", at("report.html"));
        assertEquals(ExitCode.DONE, report.code(), report.err());
        assertEquals("Saved %s%n".formatted(at("report.html")), report.err());
        assertTrue(report.out().startsWith("Design for founding example\n"), report.out());
        assertTrue(report.out().contains("NVIDIA DGX A100 640 GB: gives 1,198.1 TFLOP/s of compute"), report.out());
        assertTrue(report.out().lines().allMatch(line -> line.length() <= 100), report.out());
        // All but who checked it and when is the same.
        String page = Files.readString(folder.resolve("plan.html"));
        String again = Files.readString(folder.resolve("report.html"));
        assertEquals(page.replaceFirst("Checked: [^<]*", ""), again.replaceFirst("Checked: [^<]*", ""));
        assertFalse(page.contains("<script"));
    }

    @Test
    void refusesAPlanThatDoesNotVerify() throws IOException {
        CommandRun.of("plan", "--out", at("plan.json"));
        String edited = Files.readString(folder.resolve("plan.json")).replace("539337.984 USD", "439337.984 USD");
        Files.writeString(folder.resolve("plan.json"), edited);
        CommandRun run = CommandRun.of("report", at("plan.json"), "--html", at("x.html"));
        assertEquals(ExitCode.REJECTED, run.code(), run.out());
        assertTrue(run.err().contains("does not verify, so there is nothing to report"), run.err());
        assertEquals("", run.out());
        assertTrue(Files.notExists(folder.resolve("x.html")));
    }

    @Test
    void tellsWhyNothingMeetsAProblemAndWhatWouldHaveToGive() throws IOException {
        CommandRun plan =
                CommandRun.of("plan", "--problem", poor(), "--out", at("none.json"), "--html", at("none.html"));
        assertEquals(ExitCode.INFEASIBLE, plan.code(), plan.err());
        assertTrue(Files.readString(folder.resolve("none.html")).contains("raise budget from 100,000 USD to"));
        CommandRun report = CommandRun.of("report", at("none.json"));
        assertEquals(ExitCode.DONE, report.code(), report.err());
        assertTrue(report.out().startsWith("No design for founding example\n"), report.out());
        assertTrue(report.out().contains("- raise budget from 100,000 USD to "), report.out());
    }

    @Test
    void showsTheFrontOfTheSameProblemOnly() throws IOException {
        CommandRun.of("plan", "--out", at("plan.json"));
        CommandRun front = CommandRun.of("pareto", "--tolerance", "1e-3", "--json");
        Files.writeString(folder.resolve("front.json"), front.out());
        CommandRun run = CommandRun.of("report", at("plan.json"), "--front", at("front.json"));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("Cost against energy"), run.out());
        CommandRun.of("plan", "--problem", poor(), "--out", at("none.json"));
        CommandRun other = CommandRun.of("report", at("none.json"), "--front", at("front.json"));
        assertEquals(ExitCode.BAD_INPUT, other.code(), other.out());
        assertTrue(other.err().contains("is of another problem"), other.err());
    }

    @Test
    void hasATimeLimitOfItsOwn() {
        assertTrue(CommandRun.of("report", "--help").out().contains("(default: 20s)"));
        assertTrue(CommandRun.of("pareto", "--help").out().contains("(default: 60s)"));
        assertTrue(CommandRun.of("plan", "--help").out().contains("(default: 60s)"));
    }

    /** A day of four steps that repeats; the facility of the plan is fed by a grid and sun. */
    private static final String ENERGY = """
            cooling:
              - {item: %s, overhead: 0.2}
            activity: [1, 1, 2, 2]
            node: site
            supply:
              name: grid and sun
              steps: 4
              hours: 6
              series:
                sun: {file: sun.csv, column: share}
              demands:
                - {node: site, power: 0}
              sources:
                - {name: grid, node: site, capacity: {max: 5}, price: 90, carbon: 0.4}
                - {name: sun, node: site, capacity: {max: 5, annual_cost: 300}, availability: sun}
            """;

    private String energy(String text) throws IOException {
        Files.writeString(folder.resolve("sun.csv"), "hour,share\n0,0\n6,0.5\n12,0.7\n18,0\n");
        return Files.writeString(folder.resolve("energy.yaml"), text).toString();
    }

    /** The cooling system of the founding example's plan. */
    private String chosen() throws IOException {
        CommandRun plan = CommandRun.of("plan", "--out", at("plan.json"));
        assertEquals(ExitCode.DONE, plan.code(), plan.err());
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("plan.json")))
                .at("/plan/selection/cooling/system")
                .asString();
    }

    @Test
    void showsTheFacilityOfAPlanHourByHour() throws IOException {
        String file = energy(ENERGY.formatted(chosen()));
        CommandRun run = CommandRun.of("report", at("plan.json"), "--energy", file, "--html", at("report.html"));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        String html = Files.readString(folder.resolve("report.html"));
        for (String part : new String[] {
            "<h1>Design for founding example</h1>",
            "dispatch at site, week 1",
            "load duration at site",
            "Carbon of operation by source",
            "Cost and carbon together",
            "What is proven of the supply"
        }) {
            assertTrue(html.contains(part), part);
        }
        assertTrue(run.out().contains("Supply to build"), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
        // The same with the problem of the plan beside the supply.
        String problem = Example.FOUNDING.text().indent(2);
        CommandRun same = CommandRun.of(
                "report", at("plan.json"), "--energy", energy("problem:\n" + problem + ENERGY.formatted(chosen())));
        assertEquals(run.out(), same.out(), same.err());
    }

    @Test
    void refusesEnergyThatIsNotThatOfThePlan() throws IOException {
        String cooling = chosen();
        String problem =
                Example.FOUNDING.text().replace("10000000 USD", "9000000 USD").indent(2);
        refused(
                ExitCode.BAD_INPUT,
                "is not that of the plan (founding example)",
                "problem:\n" + problem + ENERGY.formatted(cooling));
        refused(
                ExitCode.BAD_INPUT,
                "the document says nothing of it, only of [immersion]",
                ENERGY.formatted("immersion"));
        refused(
                ExitCode.BAD_INPUT,
                "is none of the energy system",
                ENERGY.formatted(cooling).replace("node: site\ns", "node: cite\ns"));
        refused(
                ExitCode.INFEASIBLE,
                "cannot feed the facility of the plan (INFEASIBLE)%n  Cannot be met: the demand of site in "
                        .formatted(),
                ENERGY.formatted(cooling).replace("{max: 5}, price", "{max: 0}, price"));
        CommandRun week =
                CommandRun.of("report", at("plan.json"), "--energy", energy(ENERGY.formatted(cooling)), "--week", "9");
        assertEquals(ExitCode.BAD_INPUT, week.code(), week.out());
        CommandRun.of("plan", "--problem", poor(), "--out", at("plan.json"));
        refused(
                ExitCode.BAD_INPUT,
                "goes with a plan, and %s holds none".formatted(at("plan.json")),
                ENERGY.formatted(cooling));
    }

    private void refused(int code, String message, String text) throws IOException {
        CommandRun run = CommandRun.of("report", at("plan.json"), "--energy", energy(text), "--html", at("no.html"));
        assertEquals(code, run.code(), run.out() + run.err());
        assertTrue(run.err().contains(message), run.err());
        assertTrue(run.err().contains("Maybe "), run.err());
        assertEquals("", run.out());
        assertTrue(Files.notExists(folder.resolve("no.html")));
    }

    @ParameterizedTest
    @CsvSource({
        "nope.json, --threads, 1, there is no such file",
        "nope.json, --html, /nonexistent/x.html, its folder does not exist",
        "nope.json, --time-limit, 5, is no time such as",
        "nope.json, --threads, 0, fewer than one",
    })
    void refusesBadOptionsWithAMessageAndCodeTwo(String plan, String option, String value, String message) {
        CommandRun run = CommandRun.of("report", plan, option, value);
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
    }
}
