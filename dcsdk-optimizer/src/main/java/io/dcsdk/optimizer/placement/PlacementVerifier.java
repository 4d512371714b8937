package io.dcsdk.optimizer.placement;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.plan.FigureComparison;
import io.dcsdk.optimizer.plan.SavedProof;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.placement.Placement;
import io.dcsdk.placement.PlacementProblem;
import java.util.Optional;

/**
 * The independent checker of saved placements. It runs no solver: it states the saved problem as algebra anew, checks point and
 * proof in exact rational arithmetic, makes the placement of the point again and compares it with the saved one.
 */
public final class PlacementVerifier {
    private static final String OWNER = "the placement document";

    private PlacementVerifier() {}

    /**
     * Checks a document.
     *
     * @param document a saved outcome, from any source
     * @return accepted with the proven figures, or the first flaw
     */
    public static Verification verify(PlacementDocument document) {
        PlacementFormulation formulation;
        Certificate certificate;
        try {
            PlacementProblem problem = document.solved();
            formulation = document.status().equals("infeasible")
                    ? PlacementDocument.proven(problem, document.certificate().digest())
                    : PlacementFormulation.of(problem);
            certificate = document.certificate().read(formulation.program());
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Whatever the file says, each figure may be valid by itself and all of them together impossible to plan.
            return Verification.rejected(String.valueOf(e.getMessage()));
        }
        SavedProof proof =
                new SavedProof(OWNER, document.status(), document.allowedGap(), formulation.program(), certificate);
        Optional<Verification> flaw = proof.flaw();
        if (flaw.isPresent()) {
            return flaw.get();
        }
        if (document.placement().isPresent()) {
            return compare(document.placement().get(), formulation, proof);
        }
        if (!document.conflict().equals(PlacementConflict.of(formulation, certificate))) {
            return proof.edited("conflict", "as saved", "the proof rests on others");
        }
        return Verification.infeasible("Proven infeasible: no placement meets the problem.", certificate.leaves());
    }

    private static Verification compare(Placement saved, PlacementFormulation formulation, SavedProof proof) {
        return proof.comparing(
                (point, bound) -> PlacementAssembly.of(formulation).placement(point, bound),
                Placement::gap,
                again -> FigureComparison.of(OWNER)
                        .and("locations", saved.locations(), again.locations())
                        .and("workloads", saved.workloads(), again.workloads())
                        .and("cost", saved.cost(), again.cost())
                        .and("energy", saved.energy(), again.energy())
                        .and("carbon", saved.carbon(), again.carbon())
                        .and("objective", saved.objective(), again.objective())
                        .and("lowerBound", saved.lowerBound(), again.lowerBound())
                        .and("gap", saved.gap(), again.gap())
                        .andOrigin(saved.provenance(), again.provenance()),
                again -> Verification.bounded(
                        "The placement meets the problem, and no placement has an objective below the bound.",
                        again.objective(),
                        again.lowerBound(),
                        again.gap(),
                        proof.certificate().leaves()));
    }
}
