package io.dcsdk.optimizer.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.document.DocumentException;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.formulation.ScenarioFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.plan.CertificateDocument;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Money;
import io.dcsdk.uncertainty.ExpansionProblem;
import io.dcsdk.uncertainty.ScenarioProblem;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
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
        return UncertaintyDocument.ofScenarios(proven, problem, EXACT).orElseThrow();
    }

    private static UncertaintyDocument years(long seed) {
        ExpansionProblem problem = TinyConflicts.ofYears(seed).expansion();
        Proven<ExpansionOutcome> proven = ExpansionOptimizer.standard().solve(problem, EXACT);
        return UncertaintyDocument.ofYears(proven, problem, EXACT).orElseThrow();
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

    /** Nothing is proven by lemma in a search of one program, but a certificate may do so: 0 >= 1, and with that the whole. */
    @Test
    void aConflictThatIsProvenByALemmaNamesTheRowsThatTheLemmaRestsOn() {
        for (boolean ofYears : new boolean[] {false, true}) {
            UncertaintyDocument document = first(ofYears, SolutionStatus.INFEASIBLE);
            LinearProgram program = program(document);
            Certificate plain = document.certificate().read(program);
            Lemma nothing = new Lemma(List.of(), List.of(), Rational.ONE, plain.proof());
            ProofNode by = new ProofNode.Infeasible(
                    List.of(new Multiplier(program.constraints().size(), Rational.ONE)));
            Certificate certificate = new Certificate(
                    plain.digest(),
                    plain.verdict(),
                    plain.point(),
                    plain.bound(),
                    List.of(nothing),
                    new ProofTree(List.of(by)));
            UncertaintyDocument saved = new UncertaintyDocument(
                    document.format(),
                    document.allowedGap(),
                    document.scenarios(),
                    document.years(),
                    CertificateDocument.of(certificate, program));
            Verification verification = UncertaintyVerifier.verify(read(Documents.toJson(saved)));
            assertTrue(verification.accepted(), verification::message);
        }
    }

    private static LinearProgram program(UncertaintyDocument document) {
        return document.scenarios()
                .map(of -> ScenarioFormulation.of(of.problem()).program().deterministicEquivalent())
                .orElseGet(() ->
                        new ExpansionFormulation(document.years().orElseThrow().problem()).program());
    }

    /** The same point with the least bound that holds, that of the box: as if the search had been stopped at once. */
    private static UncertaintyDocument feasible(UncertaintyDocument optimal) {
        LinearProgram program = program(optimal);
        Certificate proven = optimal.certificate().read(program);
        Rational bound = program.constant();
        for (int j = 0; j < program.variables().size(); j++) {
            Rational cost = program.costs().get(j);
            Variable variable = program.variables().get(j);
            bound = bound.plus(cost.times(cost.signum() < 0 ? variable.upper() : variable.lower()));
        }
        List<Rational> point = proven.point().orElseThrow();
        Certificate certificate = new Certificate(
                proven.digest(),
                proven.verdict(),
                proven.point(),
                Optional.of(bound),
                new ProofTree(List.of(new ProofNode.Bounded(List.of()))));
        Optional<Money> lowerBound = Optional.of(Dollars.of(bound, RoundingMode.FLOOR));
        Optional<String> stopped = Optional.of("cancelled");
        if (optimal.years().isPresent()) {
            ExpansionProblem problem = optimal.years().get().problem();
            ExpansionOutcome outcome = new ExpansionOutcome(
                    ExpansionOutcome.FORMAT,
                    SolutionStatus.FEASIBLE,
                    stopped,
                    problem.problem().name(),
                    Optional.of(new ExpansionAssembly(new ExpansionFormulation(problem)).plan(point, bound)),
                    lowerBound,
                    List.of(),
                    Optional.empty(),
                    program.digest());
            return UncertaintyDocument.ofYears(new Proven<>(outcome, program, certificate), problem, EXACT)
                    .orElseThrow();
        }
        ScenarioProblem problem = optimal.scenarios().orElseThrow().problem();
        ScenarioOutcome outcome = new ScenarioOutcome(
                ScenarioOutcome.FORMAT,
                SolutionStatus.FEASIBLE,
                stopped,
                problem.problem().name(),
                problem.risk(),
                Optional.of(new ScenarioAssembly(ScenarioFormulation.of(problem)).plan(program, point, bound)),
                lowerBound,
                List.of(),
                Optional.empty(),
                program.digest());
        return UncertaintyDocument.ofScenarios(new Proven<>(outcome, program, certificate), problem, EXACT)
                .orElseThrow();
    }

    /** Until a document said which gap was allowed, any plan could be saved as optimal. */
    @Test
    void aPlanWithAGapIsNotAcceptedAsOptimal() {
        for (boolean ofYears : new boolean[] {false, true}) {
            String json = Documents.toJson(feasible(first(ofYears, SolutionStatus.OPTIMAL)));
            Verification verification = UncertaintyVerifier.verify(read(json));
            assertTrue(verification.accepted(), verification::message);
            String optimal = json.replaceFirst("\"status\" : \"feasible\"", "\"status\" : \"optimal\"");
            String ended = optimal.replaceFirst("\"stopped\" : \"cancelled\",", "");
            for (String edited : List.of(optimal, ended)) {
                DocumentException refused = assertThrows(DocumentException.class, () -> read(edited));
                String message = String.valueOf(refused.getMessage());
                assertTrue(message.contains("does not fit what the document holds"), message);
            }
            String allowed = ended.replaceFirst("\\{", "{\"allowedGap\": 1e-3,");
            Verification rejected = UncertaintyVerifier.verify(read(allowed));
            assertFalse(rejected.accepted());
            assertTrue(
                    rejected.message().startsWith("status (optimal) of the uncertain plan document: the gap is "),
                    rejected.message());
        }
    }

    @Test
    void onlyAnAnswerThatEndedEarlyTellsWhy() {
        String json = Documents.toJson(first(false, SolutionStatus.OPTIMAL));
        String edited =
                json.replaceFirst("\"status\" : \"optimal\"", "\"status\" : \"optimal\", \"stopped\": \"deadline\"");
        DocumentException refused = assertThrows(DocumentException.class, () -> read(edited));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("status (optimal)"), message);
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
