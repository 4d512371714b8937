package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlanCommandTest {
    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void fitsAHundredColumns() throws IOException {
        String out = CommandRun.of("plan").out()
                + CommandRun.of("plan", "--problem", file("poor.yaml", poor())).out();
        assertTrue(out.lines().allMatch(line -> line.length() <= 100), out);
    }

    private static String poor() {
        return Example.FOUNDING.text().replace("10000000 USD", "100000 USD");
    }

    @Test
    void printsTheSameBytesWhateverTheNumberOfThreads() {
        String once = CommandRun.of("plan", "--json").out();
        assertTrue(once.startsWith("{\n  \"format\" : \"dcsdk-plan-1\",\n  \"status\" : \"optimal\""));
        for (String threads : new String[] {"1", "2", "4"}) {
            assertEquals(
                    once, CommandRun.of("plan", "--json", "--threads", threads).out());
        }
    }

    @ParameterizedTest
    @CsvSource({"plan.json", "plan.yaml"})
    void savesAPlanThatVerifyAcceptsAndRejectsOnceItIsEdited(String name) throws IOException {
        Path saved = folder.resolve(name);
        CommandRun plan = CommandRun.of("plan", "--out", saved.toString());
        assertEquals(ExitCode.DONE, plan.code(), plan.err());
        assertEquals("Saved %s%n".formatted(saved), plan.err());

        CommandRun accepted = CommandRun.of("verify", saved.toString());
        assertEquals(ExitCode.DONE, accepted.code());
        assertTrue(accepted.out().startsWith("ACCEPTED (optimal)"), accepted.out());

        String edited = Files.readString(saved).replace("539337.984 USD", "439337.984 USD");
        CommandRun rejected = CommandRun.of("verify", file("edited-" + name, edited));
        assertEquals(ExitCode.REJECTED, rejected.code());
        assertTrue(rejected.out().startsWith("REJECTED (optimal): objective"), rejected.out());
        CommandRun asJson = CommandRun.of(
                "verify", "--json", folder.resolve("edited-" + name).toString());
        assertEquals(ExitCode.REJECTED, asJson.code());
        assertTrue(asJson.out().contains("\"accepted\" : false"), asJson.out());
    }

    @Test
    void explainsAnInfeasibleProblemAndSavesItsProof() throws IOException {
        Path saved = folder.resolve("infeasible.json");
        CommandRun run = CommandRun.of("plan", "--problem", file("poor.yaml", poor()), "--out", saved.toString());
        assertEquals(ExitCode.INFEASIBLE, run.code(), run.err());
        assertTrue(run.out().contains("- budget: at most 100,000 USD (C: hardware, software, maintenance)"), run.out());
        assertTrue(run.out().contains("    storage: 294,912 ddn-ai400x2"), run.out());
        CommandRun verified = CommandRun.of("verify", saved.toString());
        assertEquals(ExitCode.DONE, verified.code(), verified.out());
        assertTrue(verified.out().startsWith("ACCEPTED (infeasible)"), verified.out());
    }

    @Test
    void saysSoWhenTimeRunsOutWithNothing() throws IOException {
        CommandRun run = CommandRun.of(
                "plan",
                "--time-limit",
                "0.001ms",
                "--json",
                "--out",
                folder.resolve("x.json").toString());
        assertEquals(ExitCode.OUT_OF_TIME, run.code(), run.out());
        assertTrue(run.out().contains("\"status\" : \"out-of-time\",\n  \"stopped\" : \"deadline\""), run.out());
        assertTrue(run.err().contains("Nothing to save"), run.err());
        assertTrue(Files.notExists(folder.resolve("x.json")));
        CommandRun text = CommandRun.of("plan", "--time-limit", "0.001ms");
        assertEquals(ExitCode.OUT_OF_TIME, text.code());
        assertTrue(text.out().startsWith("founding example: OUT OF TIME (the time limit was reached)"), text.out());
    }

    @Test
    void laysACatalogFileOverTheBuiltInOne() throws IOException {
        String cheaper = io.dcsdk.document.Documents.toYaml(
                        io.dcsdk.catalog.Catalog.builtIn().find("dgx-h100").orElseThrow())
                .replace("300000 USD", "1 USD")
                .replaceAll("(?m)^", "    ")
                .replaceFirst("^    ", "  - ");
        String overlay = file("cheap.yaml", "name: sale\nservers:\n" + cheaper.stripTrailing() + "\n");
        CommandRun run = CommandRun.of("plan", "--catalog", overlay);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("NVIDIA DGX H100"), run.out());
        CommandRun validated = CommandRun.of("catalog", "validate", overlay);
        assertEquals(ExitCode.DONE, validated.code(), validated.err());
        assertTrue(validated.out().contains("replaced  dgx-h100"), validated.out());
    }

    @ParameterizedTest
    @CsvSource({
        "--time-limit, 5, is no time such as",
        "--time-limit, 0s, leaves no time",
        "--gap, 2, is not from 0 to below 1",
        "--gap, x, is no number",
        "--threads, 0, fewer than one",
        "--out, plan.txt, ends in neither",
        "--out, /nonexistent/plan.json, its folder does not exist",
        "--problem, nope.yaml, there is no such file",
        "--problem, /, is not a file",
        "--frob, 1, Unknown option",
    })
    void refusesBadOptionsWithAMessageAndCodeTwo(String option, String value, String message) {
        CommandRun run = CommandRun.of("plan", option, value);
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
        assertTrue(!run.err().contains("\tat "), run.err());
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 TB|-10 TB|is negative",
                "lambda:|lamda:|the field \"lambda\" is missing",
                "kind: requirement|kind: requirments|Maybe use one of data-retention, fine-tuning",
                "utilisation: 1|utilisation: .nan|is not finite",
                "utilisation: 1|utilisation: 1~software: [none-such]|bad.yaml: software (none-such) of problem",
                "1000 TFLOP|1e40 TFLOP|is too large to be planned exactly",
                "workloads:|workloads: [|is not valid",
            })
    void refusesBadProblemsWithAMessageAndCodeTwo(String part, String replacement, String message) throws IOException {
        String text = Example.FOUNDING.text().replace(part, replacement.replace("~", "\n"));
        CommandRun run = CommandRun.of("plan", "--problem", file("bad.yaml", text));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void refusesFilesThatHoldNoPlan() throws IOException {
        Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xe9, '"'});
        assertTrue(CommandRun.of("verify", latin.toString()).err().contains("is not UTF-8 text"));
        for (String text : new String[] {"", "{", "[]", "null", "[".repeat(5000), "{\"format\": \"x\"}"}) {
            CommandRun run = CommandRun.of("verify", file("broken.json", text));
            assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
            assertTrue(run.err().contains("Maybe"), run.err());
        }
    }
}
