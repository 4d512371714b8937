package io.dcsdk.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.document.DocumentException;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.quantity.Ratio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenarioProblemTest {
    private static final String PROBLEM =
            """
            problem:
              name: p
              workloads:
                - {kind: requirement, name: w, compute: 100 TFLOP/s bf16, storage: 10 TB, network: 1 GB/s}
              finance: {horizon: 2 a}
              lambda: 0.1 USD/kWh
              utilisation: 0.5
            """;
    private static final String SCENARIOS = PROBLEM
            + """
            scenarios:
              - {name: low, probability: 0.25, demand: {compute: 0.5}, tariff: 0.2 USD/kWh, carbonPrice: 100 USD/tCO2,
                 carbonIntensity: 400 gCO2/kWh}
              - {name: high, probability: 0.75, demand: {compute: 2, storage: 3}, utilisation: 0.9,
                 rent: {perTeraflopPerSecond: 500 USD/a}}
            measure: {kind: cvar, level: 0.9}
            demandUncertainty: {gamma: 0.5, deviations: [{workload: w, compute: 0.2}]}
            """;
    private static final String EXPANSION = PROBLEM
            + """
            growth: {compute: 1.5}
            prices: {servers: 0.8}
            powers: {servers: 0.9}
            lambdaTrend: 1.02
            salvage: 0.1
            """;

    private static ScenarioProblem read(String text) {
        return Documents.read(text, "s.yaml", DocumentFormat.YAML, ScenarioProblem.class);
    }

    private static ExpansionProblem expansion(String text) {
        return Documents.read(text, "e.yaml", DocumentFormat.YAML, ExpansionProblem.class);
    }

    @Test
    void statesEachScenarioAsADesignProblem() {
        ScenarioProblem problem = read(SCENARIOS);
        Scenario low = problem.scenarios().get(0);
        // 100 TFLOP/s, 10 % more for half of 20 %, halved.
        assertEquals("55 TFLOP/s bf16", problem.in(low).demand().compute().toString());
        assertEquals("240 USD/MWh", problem.in(low).lambda().toString());
        assertEquals(Ratio.of(0.5), problem.in(low).utilisation());
        Scenario high = problem.scenarios().get(1);
        assertEquals("220 TFLOP/s bf16", problem.in(high).demand().compute().toString());
        assertEquals("30 TB", problem.in(high).demand().storage().toString());
        assertEquals("0.1 USD/kWh", problem.in(high).lambda().toString());
        Scenario mean = problem.mean();
        assertEquals("178.75 TFLOP/s bf16", problem.in(mean).demand().compute().toString());
        assertEquals("135 USD/MWh", problem.in(mean).lambda().toString());
        assertEquals(Rent.NONE, mean.rentOrNone());
    }

    @Test
    void savesAndReadsTheSameProblem() {
        ScenarioProblem problem = read(SCENARIOS);
        assertEquals(problem, read(Documents.toYaml(problem)));
        ExpansionProblem expansion = expansion(EXPANSION);
        assertEquals(expansion, expansion(Documents.toYaml(expansion)));
        assertEquals(2, expansion.years());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "probability: 0.25| probability: 0.26| probabilities (1.01) of scenario problem: do not add up to 1",
                "name: low| name: high| is there twice",
                "tariff: 0.2| lambda: 0.1 USD/kWh, tariff: 0.2| lambda (0.1 USD/kWh) of scenario low: is given beside",
                "carbonPrice: 100 USD/tCO2,| | says nothing alone",
                "utilisation: 0.9| utilization: 0.9| the field \"utilization\"",
                "level: 0.9| level: 1| leaves no share of the costs",
                "kind: cvar| kind: worst-case| is for cvar only",
                "kind: cvar| kind: variance| risk measure (variance): is unknown",
                "workload: w,| workload: x,| is not in the problem",
                "perTeraflopPerSecond: 500| perTeraflop: 500| the field \"perTeraflop\"",
                "compute: 0.5| compute: -0.5| is negative",
            })
    void namesWhatIsWrongWithAScenario(String right, String wrong, String message) {
        assertTrue(SCENARIOS.contains(right));
        String text = SCENARIOS.replace(right, wrong == null ? "" : wrong);
        DocumentException fault = assertThrows(DocumentException.class, () -> read(text));
        assertTrue(String.valueOf(fault.getMessage()).contains(message), fault::getMessage);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "horizon: 2 a| horizon: 1.5 a| is not 1 to 12 whole years",
                "horizon: 2 a| horizon: 13 a| is not 1 to 12 whole years",
                "salvage: 0.1| salvage: 1.1| is not within 0 and 1",
                "servers: 0.8| servers: 0| is not above zero",
                "lambdaTrend: 1.02| lambdaTrent: 1.02| the field \"lambdaTrent\"",
            })
    void namesWhatIsWrongWithAnExpansion(String right, String wrong, String message) {
        assertTrue(EXPANSION.contains(right));
        DocumentException fault =
                assertThrows(DocumentException.class, () -> expansion(EXPANSION.replace(right, wrong)));
        assertTrue(String.valueOf(fault.getMessage()).contains(message), fault::getMessage);
    }
}
