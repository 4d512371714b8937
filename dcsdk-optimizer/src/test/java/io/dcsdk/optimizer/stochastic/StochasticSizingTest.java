package io.dcsdk.optimizer.stochastic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The two-stage stochastic sizing of PyPSA's benchmark: a load of one megawatt in each of 2,920 snapshots of three hours,
 * four generators sized once and dispatched at three prices of gas. As one LP it has 35,044 variables.
 */
final class StochasticSizingTest {
    private static final Rational GAP = Rational.parse("1e-7");
    private static final Path SHARED = Path.of(System.getProperty("dcsdk.shared", "../shared"));
    private static final Path DATA = SHARED.resolve("data/energy/stochastic");

    @Test
    void matchesTheMinimumOfTheWholeProgram() throws IOException {
        Path published = SHARED.resolve("validation/facility.json");
        assumeTrue(Files.isReadable(published), "skipped: no shared validation at " + published);
        String text = Files.readString(published);
        text = text.substring(text.indexOf("\"two_stage_stochastic_lp\""));
        List<List<String>> generators = table("pypsa-benchmark-sp-generators.csv");
        List<int[]> availability = availability();
        assertEquals(2920, availability.size());
        LinearProgram.Builder sizes = LinearProgram.builder();
        for (List<String> generator : generators) {
            sizes.continuous(
                    generator.get(0), Rational.ZERO, Rational.of(10), Rational.of(new BigDecimal(generator.get(4))));
        }
        List<Rational> prices = numbers(text, "gas_price");
        List<Rational> probabilities = numbers(text, "probability");
        List<DispatchOracle> scenarios = new ArrayList<>();
        for (int s = 0; s < prices.size(); s++) {
            List<Rational> costs = new ArrayList<>();
            for (List<String> generator : generators) {
                Rational efficiency = Rational.of(new BigDecimal(generator.get(5)));
                costs.add(
                        generator.get(0).equals("gas")
                                ? prices.get(s).dividedBy(efficiency)
                                : Rational.of(new BigDecimal(generator.get(3))));
            }
            scenarios.add(new DispatchOracle(probabilities.get(s), Rational.of(3), costs, availability));
        }
        LShapedResult result = new LShapedMethod(new OjAlgoEngine())
                .minimise(sizes.build(), scenarios, SolveLimits.defaults().withRelativeGap(GAP));
        System.out.printf(
                "stochastic sizing: %s, %.7f to %.7f after %d rounds with %d cuts%n",
                result.status(),
                result.lowerBound().orElseThrow().doubleValue(),
                result.objective().orElseThrow().doubleValue(),
                result.rounds(),
                result.cuts());
        assertEquals(LShapedResult.Status.GAP_CLOSED, result.status());
        assertTrue(result.relativeGap().orElseThrow().compareTo(GAP) <= 0);
        double objective = number(text, "\"objective\":\\s*([0-9.]+)");
        // The published figure has 7 decimals and a solver's tolerance of its own.
        assertEquals(objective, result.objective().orElseThrow().doubleValue(), 1e-6 * objective);
        assertEquals(objective, result.lowerBound().orElseThrow().doubleValue(), 1e-6 * objective);
        List<Rational> capacity = result.point().orElseThrow();
        for (int g = 0; g < generators.size(); g++) {
            double size = number(text, "\"" + generators.get(g).get(0) + "\":\\s*([0-9.]+)");
            assertEquals(
                    size,
                    capacity.get(g).doubleValue(),
                    0.02 * size,
                    generators.get(g).get(0));
        }
    }

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), pattern);
        return Double.parseDouble(matcher.group(1));
    }

    private static List<Rational> numbers(String text, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\\s*\\[([^]]+)]").matcher(text);
        assertTrue(matcher.find(), name);
        List<Rational> numbers = new ArrayList<>();
        for (String number : matcher.group(1).split(",", -1)) {
            numbers.add(Rational.parse(number.strip()));
        }
        return numbers;
    }

    private static List<List<String>> table(String file) throws IOException {
        List<String> lines = Files.readAllLines(DATA.resolve(file));
        return lines.subList(1, lines.size()).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    /** Solar and wind as measured; gas and lignite always. */
    private static List<int[]> availability() throws IOException {
        List<int[]> availability = new ArrayList<>();
        for (List<String> row : table("pypsa-benchmark-sp-generators-p_max_pu.csv")) {
            availability.add(
                    new int[] {steps(row.get(1)), steps(row.get(2)), DispatchOracle.STEPS, DispatchOracle.STEPS});
        }
        return availability;
    }

    private static int steps(String share) {
        return new BigDecimal(share).movePointRight(4).intValueExact();
    }
}
