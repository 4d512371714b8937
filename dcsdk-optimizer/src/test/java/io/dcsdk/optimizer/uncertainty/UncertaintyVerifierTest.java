package io.dcsdk.optimizer.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.document.DocumentException;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.uncertainty.ExpansionProblem;
import io.dcsdk.uncertainty.ScenarioProblem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Saved answers to problems with scenarios and years: what was saved is accepted, what was changed is not. */
final class UncertaintyVerifierTest {
    private static final SolveLimits EXACT =
            SolveLimits.defaults().withRelativeGap(Rational.ZERO).withDeadline(Duration.ofHours(1));
    private static final int PROBLEMS = 5;

    private static UncertaintyDocument scenarios(long seed) {
        ScenarioProblem problem = TinyConflicts.ofScenarios(seed).scenarios();
        Proven<ScenarioOutcome> proven = ScenarioOptimizer.standard().solve(problem, EXACT);
        return UncertaintyDocument.ofScenarios(proven, problem).orElseThrow();
    }

    private static UncertaintyDocument years(long seed) {
        ExpansionProblem problem = TinyConflicts.ofYears(seed).expansion();
        Proven<ExpansionOutcome> proven = ExpansionOptimizer.standard().solve(problem, EXACT);
        return UncertaintyDocument.ofYears(proven, problem).orElseThrow();
    }

    private static UncertaintyDocument read(String json) {
        return Documents.read(json, "saved.json", DocumentFormat.JSON, UncertaintyDocument.class);
    }

    @Test
    void whatWasSavedIsAccepted() {
        int plans = 0;
        int conflicts = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            for (UncertaintyDocument document : new UncertaintyDocument[] {scenarios(seed), years(seed)}) {
                Verification verification = UncertaintyVerifier.verify(read(Documents.toJson(document)));
                assertTrue(verification.accepted(), verification::message);
                boolean isInfeasible = document.status() == SolutionStatus.INFEASIBLE;
                assertEquals(isInfeasible, verification.objective().isEmpty());
                assertTrue(verification.proofLeaves() > 0);
                conflicts += isInfeasible ? 1 : 0;
                plans += isInfeasible ? 0 : 1;
            }
        }
        assertTrue(plans > 0 && conflicts > 0, plans + ", " + conflicts);
    }

    /** The first of some seeds with this status. */
    private static UncertaintyDocument first(boolean ofYears, SolutionStatus status) {
        for (long seed = 0; seed < 40; seed++) {
            UncertaintyDocument document = ofYears ? years(seed) : scenarios(seed);
            if (document.status() == status) {
                return document;
            }
        }
        throw new AssertionError("none is " + status);
    }

    private static void assertRejected(UncertaintyDocument document, Map<String, String> edits, String field) {
        String json = Documents.toJson(document);
        edits.forEach((what, by) -> {
            String edited = json.replaceFirst(what, by);
            assertFalse(edited.equals(json), what);
            Verification verification = UncertaintyVerifier.verify(read(edited));
            assertFalse(verification.accepted(), what);
            assertEquals(Optional.empty(), verification.objective());
        });
        Map.Entry<String, String> pinned = edits.entrySet().iterator().next();
        String message = UncertaintyVerifier.verify(read(json.replaceFirst(pinned.getKey(), pinned.getValue())))
                .message();
        assertTrue(message.startsWith(field) && message.contains("Maybe"), message);
    }

    @Test
    void aChangedPlanIsRejected() {
        for (boolean ofYears : new boolean[] {false, true}) {
            UncertaintyDocument document = first(ofYears, SolutionStatus.OPTIMAL);
            Map<String, String> edits = new LinkedHashMap<>();
            edits.put("\"value\" : \"[^\"]*\"", "\"value\" : \"1 USD\"");
            edits.put("\"lowerBound\" : \"[^\"]*\"", "\"lowerBound\" : \"1 USD\"");
            edits.put("\"gap\" : [^,\n]*", "\"gap\" : 0.5");
            edits.put("\"price\" : \"[^\"]*\"", "\"price\" : \"1 USD\"");
            edits.put("\"budget\" : \"[^\"]*\"", "\"budget\" : \"1 USD\"");
            edits.put("\"modelHash\" : \"[^\"]*\"", "\"modelHash\" : \"0\"");
            edits.put("\"digest\" : \"[^\"]*\"", "\"digest\" : \"0\"");
            edits.put("\"problem\" : \"tiny\"", "\"problem\" : \"huge\"");
            edits.put("\"(bound|tighten) [^\"]*\"", "\"bound 0:1/1000000\"");
            assertRejected(document, edits, "value");
        }
    }

    @Test
    void aChangedConflictIsRejected() {
        for (boolean ofYears : new boolean[] {false, true}) {
            UncertaintyDocument document = first(ofYears, SolutionStatus.INFEASIBLE);
            Map<String, String> edits = new LinkedHashMap<>();
            edits.put("\"amount\" : \"[^\"]*\"", "\"amount\" : \"at most nothing\"");
            edits.put("\"requirement\" : \"[^\"]*\"", "\"requirement\" : \"racks\"");
            edits.put("\"constraint\" : \"[^\"]*\"", "\"constraint\" : \"racks\"");
            edits.put("\"budget\" : \"[^\"]*\"", "\"budget\" : \"1e9 USD\"");
            assertRejected(document, edits, "explanation.members");
        }
    }

    @Test
    void aDocumentIsOfScenariosOrOfYears() {
        UncertaintyDocument some = scenarios(0);
        UncertaintyDocument other = years(0);
        String both = Documents.toJson(Map.of(
                "format",
                some.format(),
                "certificate",
                some.certificate(),
                "scenarios",
                some.scenarios(),
                "years",
                other.years()));
        DocumentException refused = assertThrows(DocumentException.class, () -> read(both));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("stand beside years"), message);
    }
}
