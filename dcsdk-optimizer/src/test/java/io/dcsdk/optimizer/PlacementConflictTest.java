package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Outcome.Conflict;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.placement.PlacementConflict;
import io.dcsdk.optimizer.placement.PlacementDocument;
import io.dcsdk.optimizer.placement.PlacementFormulation;
import io.dcsdk.optimizer.placement.PlacementVerifier;
import io.dcsdk.optimizer.plan.CertificateDocument;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.placement.Location;
import io.dcsdk.placement.PlaceableWorkload;
import io.dcsdk.placement.PlacementOutcome;
import io.dcsdk.placement.PlacementProblem;
import io.dcsdk.placement.UserPopulation;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.security.ResidencyRule;
import io.dcsdk.workload.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A workload that its data may be nowhere for: one place breaks the rule, the other is too far; there is room enough. */
final class PlacementConflictTest {
    private final PlacementProblem problem = PlacementProblem.named("test", Finance.over(TimeSpan.years(5)))
            .catalog(Catalog.builtIn().only(Set.of("dgx-h100", "minio-60-bay")))
            .fabric(FabricRule.NONE)
            .location(location("near", "US"))
            .location(location("far", "DE"))
            .population(new UserPopulation(
                    "people", new TreeMap<>(Map.of("near", TimeSpan.parse("10 ms"), "far", TimeSpan.parse("90 ms")))))
            .residency(new ResidencyRule("personal", List.of("DE"), "law"))
            .workload(workload("other"))
            .workload(workload("chat")
                    .inParts(3, 3)
                    .on(List.of("personal"))
                    .serving(List.of("people"), TimeSpan.parse("40 ms")))
            .build();

    private final PlacementFormulation formulation = PlacementFormulation.of(problem);
    private final LinearProgram program = formulation.program();
    private final int row = IntStream.range(0, program.constraints().size())
            .filter(index -> program.constraints().get(index).name().equals("workload.chat"))
            .findFirst()
            .orElseThrow();

    private static Location location(String id, String jurisdiction) {
        return Location.of(id, jurisdiction, EnergyPrice.parse("0.1 USD/kWh"), CarbonIntensity.ZERO);
    }

    private static PlaceableWorkload workload(String name) {
        return PlaceableWorkload.anywhere(new Requirement(
                name,
                ComputeRate.parse("100 TFLOP/s bf16"),
                DataSize.parse("1 TB"),
                DataRate.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of()));
    }

    /** Over the algebra in which forbidden places are variables that are not there: 0 = 3 by itself. */
    private Certificate proof(List<Lemma> lemmas, int used) {
        return new Certificate(
                program.digest(),
                Certificate.Verdict.INFEASIBLE,
                Optional.empty(),
                Optional.empty(),
                lemmas,
                new ProofTree(List.of(new ProofNode.Infeasible(List.of(new Multiplier(used, Rational.ONE))))));
    }

    private Verification verify(Certificate certificate, List<Conflict> conflict) {
        PlacementDocument edited = new PlacementDocument(
                PlacementDocument.FORMAT,
                "infeasible",
                Optional.empty(),
                Optional.empty(),
                Optional.of(problem),
                conflict,
                CertificateDocument.of(certificate, program));
        return PlacementVerifier.verify(
                Documents.read(Documents.toJson(edited), "edited", DocumentFormat.JSON, PlacementDocument.class));
    }

    private static Verification rejected() {
        return Verification.rejected("conflict (as saved) of the placement document: the proof rests on others\n"
                + "Maybe the file was edited after it was saved.");
    }

    @Test
    void rulesThatTookPlacesAwayArePartOfTheConflict() {
        Certificate proof = proof(List.of(), row);
        List<Conflict> alone = List.of(new Conflict("workload.chat", program.describe(row)));
        assertEquals(rejected(), verify(proof, alone));
        List<Conflict> whole = PlacementConflict.of(formulation, proof);
        assertEquals(
                List.of("workload.chat", "residency.personal", "latency.chat"),
                whole.stream().map(Conflict::constraint).toList());
        assertEquals(alone, whole.subList(0, 1));
        Verification verification = verify(proof, whole);
        assertTrue(verification.accepted(), verification.message());
    }

    @Test
    void aConflictThatIsProvenByWayOfALemmaIsRead() {
        ProofNode bounded = new ProofNode.Bounded(List.of(new Multiplier(row, Rational.ONE)));
        Lemma lemma = new Lemma(List.of(), List.of(), Rational.of(3), new ProofTree(List.of(bounded)));
        Certificate proof = proof(List.of(lemma), program.constraints().size());
        assertEquals(rejected(), verify(proof, List.of(new Conflict("workload.other", "0 = 1"))));
        Verification verification = verify(proof, PlacementConflict.of(formulation, proof));
        assertTrue(verification.accepted(), verification.message());
        assertEquals(2, verification.proofLeaves());
    }

    @Test
    void theLeastGapThatIsClosedByLocationIsClosed() {
        SolveLimits limits = SolveLimits.defaults().withRelativeGap(Rational.of(1, 1_000_000));
        for (int seed = 300; seed < 304; seed++) {
            PlacementOutcome<Certificate> outcome =
                    PlacementOptimizer.standard().solve(SmallPlacements.apart(seed), limits);
            if (outcome.placement().isPresent()) {
                assertInstanceOf(PlacementOutcome.Optimal.class, outcome, "seed " + seed);
            }
        }
    }
}
