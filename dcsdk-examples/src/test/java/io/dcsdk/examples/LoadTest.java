package io.dcsdk.examples;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.document.Documents;
import io.dcsdk.profile.MeasuredEnergy;
import io.dcsdk.profile.ProfiledDevice;
import io.dcsdk.profile.ProfiledModel;
import io.dcsdk.profile.TrainingProfile;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.TimeSpan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** IT load by the hour: {@code --load} of energy pue and energy sites. */
final class LoadTest {
    @TempDir
    private Path folder = Path.of(".");

    private String write(String text) throws IOException {
        return Files.writeString(folder.resolve("load.yaml"), text).toString();
    }

    private static CommandRun pue(String file, String... more) {
        String[] line = new String[6 + more.length];
        System.arraycopy(new String[] {"energy", "pue", "--cooling", "crac", "--load", file}, 0, line, 0, 6);
        System.arraycopy(more, 0, line, 6, more.length);
        return CommandRun.of(line);
    }

    private JsonNode answer(String text) throws IOException {
        CommandRun run = pue(write(text), "--json");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JsonMapper.shared().readTree(run.out());
    }

    private static double energy(JsonNode answer) {
        return answer.get("cooling").get(0).get("it_mwh").asDouble();
    }

    @Test
    void runsTheExampleThatComesWithIt() throws IOException {
        try (InputStream in = Objects.requireNonNull(LoadTest.class.getResourceAsStream("it-load.yaml"))) {
            Files.write(folder.resolve("load.yaml"), in.readAllBytes());
        }
        CommandRun run = pue(folder.resolve("load.yaml").toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("IT load 1,500 kW at "), run.out());
        // 80 servers: 92 % of them in jobs of 0.78 x 9800 + 0.14 x 5600 + 0.08 x 2300 W, the others at 2300 W.
        double training = 80 * (0.92 * (0.78 * 9800 + 0.14 * 5600 + 0.08 * 2300) + 0.08 * 2300) * 8760 / 1e6;
        assertTrue(
                run.out().contains("training: %s MWh, of that 0 lost".formatted(Rounded.number(training))), run.out());
        CommandRun sites = CommandRun.of(
                "energy",
                "sites",
                "--cooling",
                "crac",
                "--load",
                folder.resolve("load.yaml").toString(),
                "--json");
        assertEquals(ExitCode.DONE, sites.code(), sites.err());
        JsonNode both = JsonMapper.shared().readTree(sites.out()).get("sites");
        assertEquals(
                both.get(0).get("it_mwh").asDouble(), both.get(1).get("it_mwh").asDouble(), 1e-6);
        assertTrue(both.get(0).get("pue").asDouble() < both.get(1).get("pue").asDouble());
    }

    @Test
    void addsUpServersWithTheirSuppliesByHand() throws IOException {
        JsonNode found = answer("""
                servers:
                  - name: web
                    count: 10
                    linear: {idle: 400, peak: 2000}
                    power_supply: {efficiency: platinum, rated_watts: 1000, count: 2}
                    utilisation: 0.375
                kilowatts: 3
                """);
        // 1000 W of 2000 W: 94 %.
        assertEquals(8760 * (10 * 1000 / 0.94 + 3000) / 1e6, energy(found), 1e-6);
        JsonNode web = found.get("it_load_parts").get(0);
        assertEquals(
                8760 * 10 * (1000 / 0.94 - 1000) / 1e6,
                web.get("power_supply_losses_mwh").asDouble(),
                1e-6);
        assertEquals((10 * 2000 / 0.91 + 3000) / 1000, found.get("it_load_kw").asDouble(), 1e-6);
        // Plain numbers for the same load give the same year.
        double share = energy(found) * 1e3 / 8760 / found.get("it_load_kw").asDouble();
        CommandRun plain = CommandRun.of(
                "energy",
                "pue",
                "--cooling",
                "crac",
                "--it-load",
                String.valueOf(found.get("it_load_kw").asDouble()),
                "--utilisation",
                String.valueOf(share),
                "--json");
        assertEquals(
                found.get("cooling").get(0).get("pue").asDouble(),
                JsonMapper.shared()
                        .readTree(plain.out())
                        .get("cooling")
                        .get(0)
                        .get("pue")
                        .asDouble(),
                1e-7);
    }

    @Test
    void followsDaysWeekdaysMonthsAndFiles() throws IOException {
        String day = "[" + "0, ".repeat(12) + "1, ".repeat(11) + "1]";
        String night = "[" + "1, ".repeat(12) + "0, ".repeat(11) + "0]";
        String all = "[" + "1, ".repeat(23) + "1]";
        String none = "[" + "0, ".repeat(23) + "0]";
        assertEquals(
                0.5 * 8760 / 10,
                energy(answer("kilowatts: half\nseries:\n  half: {daily: %s, scale: 100}\n".formatted(day))),
                1e-6);
        // 2001 has 261 weekdays and 104 days of weekends.
        assertEquals(
                261 * 2.4,
                energy(answer("kilowatts: week\nseries:\n  week: {weekdays: %s, weekends: %s, scale: 100}\n"
                        .formatted(all, none))),
                1e-6);
        String low = "[" + "0.5, ".repeat(23) + "0.5]";
        String months = "%s, ".formatted(all).repeat(2) + "%s, ".formatted(low).repeat(9) + night;
        assertEquals(
                (59 * 24 + 275 * 12 + 31 * 12) / 10.0,
                energy(answer("kilowatts: year\nseries:\n  year: {monthly: [%s], scale: 100}\n".formatted(months))),
                1e-6);

        OffsetDateTime first = OffsetDateTime.parse("2022-01-01T00:00:00Z");
        StringBuilder csv = new StringBuilder("time,kw,plain\n");
        for (int hour = 0; hour < 8760; hour++) {
            csv.append(first.plusHours(hour).format(ISO_OFFSET_DATE_TIME))
                    .append(',')
                    .append(hour < 24 ? 240 : 10)
                    .append(",20\n");
        }
        Files.writeString(folder.resolve("meter.csv"), csv);
        JsonNode timed = answer("kilowatts: meter\nseries:\n  meter: {file: meter.csv, column: kw, time: time}\n");
        assertEquals((24 * 240 + 8736 * 10) / 1e3, energy(timed), 1e-6);
        assertEquals(240, timed.get("it_load_kw_most").asDouble(), 1e-9);
        assertEquals(10, timed.get("it_load_kw_least").asDouble(), 1e-9);
        assertEquals(
                175.2, energy(answer("kilowatts: plain\nseries:\n  plain: {file: meter.csv, column: plain}\n")), 1e-6);
    }

    /** 500 W for half of the run, 100 W without work, 200 W that the meter does not see: two machines of three train. */
    @Test
    void takesTheDutyCycleOfAMeasuredRun() throws IOException {
        TrainingProfile profile = new TrainingProfile(
                new ProfiledModel("bert", 1_000_000, 4, 128, 2, 512, 4000),
                ProfiledDevice.of("Chip 9000", AcceleratorKind.GPU, 1),
                Precision.BF16,
                100,
                1600,
                32_000,
                40_000,
                ComputeWork.parse("8 PFLOP"),
                TimeSpan.parse("200 s"),
                TimeSpan.parse("400 s"),
                Optional.of(new MeasuredEnergy(Energy.parse("100 kJ"), TimeSpan.parse("200 s"), "NVML: Chip 9000")
                        .withIdlePower(Optional.of(Power.parse("100 W")))),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
        Documents.write(folder.resolve("profile.json"), profile);
        String text = """
                servers:
                  - name: trainers
                    count: 3
                    trained: {profile: profile.json, other_watts: 200}
                    utilisation: 0.6666666666666666
                """;
        assertEquals(8760 * (2 * (0.5 * 500 + 0.5 * 100 + 200) + (100 + 200)) / 1e6, energy(answer(text)), 1e-6);
        String stated = text.replace("other_watts: 200", "idle_watts: 40");
        assertEquals(8760 * (2 * (0.5 * 500 + 0.5 * 40) + 40) / 1e6, energy(answer(stated)), 1e-6);
    }

    @Test
    void takesCatalogueItemsAndPowerChains() throws IOException {
        JsonNode standard =
                answer("servers: [{name: gpus, count: 4, item: dgx-h100, utilisation: 1}]\npower_chain: standard\n");
        assertEquals(40.8, standard.get("it_load_kw").asDouble(), 1e-9);
        JsonNode legacy =
                answer("servers: [{name: gpus, count: 4, item: dgx-h100, utilisation: 1}]\npower_chain: legacy\n");
        double gained = legacy.get("cooling").get(0).get("power_losses_mwh").asDouble()
                - standard.get("cooling").get(0).get("power_losses_mwh").asDouble();
        assertTrue(gained > 0.05 * energy(standard), () -> "gained " + gained);
        JsonNode stages = answer("""
                kilowatts: 50
                design_kilowatts: 100
                power_stages:
                  - {name: UPS, efficiency: 0.95, loading: 0.5, cooled: true}
                  - {name: transformer, points: {0.5: 0.98, 1: 0.98}, loading: 1, cooled: false}
                """);
        double input = 50 / 0.95 / 0.98;
        assertEquals(
                8.76 * (input - 50),
                stages.get("cooling").get(0).get("power_losses_mwh").asDouble(),
                1e-6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "series: {}|has neither servers nor kilowatts",
                "kilowatts: nope|series (nope) of kilowatts: there is none of this name",
                "kilowatts: -5|are below 0",
                "{kilowatts: 5, design_kilowatts: 4}|is below the 5.0 kW that the equipment takes in an hour",
                "{kilowatts: 5, power_chain: golden}|power_chain (golden) of load: is unknown",
                "{kilowatts: a, series: {a: {daily: [1, 2]}}}|day (2 values) of series a: must be 24 values",
                "{kilowatts: a, series: {a: {file: x.csv}}}|must have one of daily, weekdays and weekends, monthly",
                "{kilowatts: a, series: {a: {file: x.csv, column: b, zone: Mars, time: t}}}|zone (Mars) of series a: is unknown",
                "servers: [{name: a, count: 1, utilisation: 1}]|must have one of linear, cubic, measured, item, duty, trained",
                "servers: [{name: a, count: 1, utilisation: 2, cubic: {idle: 1, peak: 2}}]|utilisation (2.0) of server",
                "servers: [{name: a, count: 1, utilisation: 1, item: vax}]|is no server of the built-in catalogue",
                "servers: [{name: a, count: 1, utilisation: 1, trained: {profile: x.json}}]|there is no such file",
            })
    void saysWhatIsWrongInADocument(String text, String message) throws IOException {
        CommandRun run = pue(write(text + "\n"));
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
        assertTrue(run.err().contains("Maybe"), run.err());
        assertTrue(run.err().contains("load.yaml") || run.err().contains("x.json"), run.err());
        assertEquals("", run.out());
    }
}
