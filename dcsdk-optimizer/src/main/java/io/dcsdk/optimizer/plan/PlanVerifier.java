package io.dcsdk.optimizer.plan;

import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import java.util.Optional;

/**
 * The independent checker of saved plans. It runs no solver: it states the saved problem as algebra anew, checks point
 * and proof in exact rational arithmetic, makes the plan of the point again and compares it with the saved one, figure by
 * figure.
 */
public final class PlanVerifier {
    private PlanVerifier() {}

    /**
     * Checks a document.
     *
     * @param document a saved outcome, from any source
     * @return accepted with the proven figures, or the first flaw
     */
    public static Verification verify(PlanDocument document) {
        DesignFormulation formulation;
        Certificate certificate;
        try {
            formulation = DesignFormulation.of(document.solved());
            certificate = document.certificate().read(formulation.program());
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Whatever the file says, each figure may be valid by itself and all of them together impossible to plan.
            return Verification.rejected(String.valueOf(e.getMessage()));
        }
        SavedProof proof = new SavedProof(
                "the plan document", document.status(), document.allowedGap(), formulation.program(), certificate);
        Optional<Verification> flaw = proof.flaw();
        if (flaw.isPresent()) {
            return flaw.get();
        }
        if (document.plan().isPresent()) {
            return compare(document.plan().get(), formulation, proof);
        }
        if (!document.conflict().equals(ProvenConflict.of(formulation, certificate))) {
            String names = document.conflict().stream()
                    .map(Outcome.Conflict::constraint)
                    .distinct()
                    .toList()
                    .toString();
            return proof.edited("conflict", names, "the proof rests on others");
        }
        return Verification.infeasible(
                "Proven infeasible: no selection of the catalogue meets the problem.", certificate.leaves());
    }

    private static Verification compare(Plan saved, DesignFormulation formulation, SavedProof proof) {
        return proof.comparing(
                (point, bound) -> PlanAssembly.of(formulation).plan(point, bound),
                Plan::gap,
                again -> FigureComparison.of("the plan")
                        .and("selection", saved.selection(), again.selection())
                        .and("cost", saved.cost(), again.cost())
                        .and("energy", saved.energy(), again.energy())
                        .and("loads", saved.loads(), again.loads())
                        .and("objective", saved.objective(), again.objective())
                        .and("lowerBound", saved.lowerBound(), again.lowerBound())
                        .and("gap", saved.gap(), again.gap())
                        .and("billOfMaterials", saved.billOfMaterials(), again.billOfMaterials())
                        .and("constraints", saved.constraints(), again.constraints())
                        .andOrigin(saved.provenance(), again.provenance()),
                again -> Verification.bounded(
                        "The plan meets the problem, and no plan has an objective below the bound.",
                        again.objective(),
                        again.lowerBound(),
                        again.gap(),
                        proof.certificate().leaves()));
    }
}
