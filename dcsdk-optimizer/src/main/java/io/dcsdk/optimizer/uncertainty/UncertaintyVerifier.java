package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.formulation.ScenarioFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.plan.FigureComparison;
import io.dcsdk.optimizer.plan.SavedProof;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.uncertainty.ExpansionProblem;
import io.dcsdk.uncertainty.ScenarioProblem;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Checks saved answers to problems with scenarios or years without a solver: states the saved problem as algebra anew, follows
 * the proof in exact rational arithmetic, makes the plan of the point again and compares it with the saved one, figure by
 * figure. What is said to be optimal must keep the gap that was asked for. What the certificate does not prove is told as it was
 * saved: comparisons with other ways to plan, that each member of a conflict is needed, and repairs.
 */
public final class UncertaintyVerifier {
    private static final String OWNER = "the uncertain plan document";
    private static final String INFEASIBLE =
            "Proven infeasible: no plan meets the problem. That each member of the conflict is needed, and the repair, are no part of the proof.";
    private static final String BOUNDED = "The plan meets the problem, and no plan has a value below the bound.";

    private UncertaintyVerifier() {}

    /**
     * Checks a document.
     *
     * @param document a saved answer, from any source
     * @return accepted with the proven figures, or the first flaw
     */
    public static Verification verify(UncertaintyDocument document) {
        try {
            return document.scenarios().isPresent()
                    ? new OfScenarios(document.scenarios().get(), document).verification()
                    : new OfYears(document.years().orElseThrow(), document).verification();
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Whatever the file says, each figure may be valid by itself and all of them together impossible to plan.
            return Verification.rejected(String.valueOf(e.getMessage()));
        }
    }

    /** What both kinds of answers say. */
    private record Head(
            String problem,
            String stated,
            String modelHash,
            Optional<Money> lowerBound,
            List<Outcome.Conflict> conflict,
            Optional<UncertainConflict> explanation) {

        /** The first flaw of what is said beside the plan. */
        Optional<Verification> flaw(SavedProof proof, StatedRows rows) {
            Optional<Verification> flaw = proof.flaw();
            if (flaw.isPresent()) {
                return flaw;
            }
            Certificate certificate = proof.certificate();
            boolean isInfeasible = certificate.verdict() == Certificate.Verdict.INFEASIBLE;
            List<Outcome.Conflict> blamed = isInfeasible
                    ? CertifiedSolve.conflict(proof.program(), certificate, rows.byRow()::containsKey)
                    : List.of();
            List<UncertainMember> members = isInfeasible
                    ? rows.restedOn(certificate).stream()
                            .map(stated -> rows.member(stated, List.of()))
                            .toList()
                    : List.of();
            List<UncertainMember> said = explanation.map(UncertainConflict::members).orElse(List.of()).stream()
                    .map(UncertainMember::alone)
                    .toList();
            return FigureComparison.of(OWNER)
                    .and("problem", problem, stated)
                    .and("modelHash", modelHash, proof.program().digest())
                    .and(
                            "lowerBound",
                            lowerBound,
                            certificate.bound().map(bound -> Dollars.of(bound, RoundingMode.FLOOR)))
                    .and("conflict", conflict, blamed)
                    .and("explanation.members", said, members)
                    .flaw();
        }
    }

    private static final class OfScenarios {
        private final ScenarioProblem problem;
        private final ScenarioOutcome outcome;
        private final ScenarioFormulation formulation;
        private final SavedProof proof;

        OfScenarios(UncertaintyDocument.OfScenarios saved, UncertaintyDocument document) {
            this.problem = saved.problem();
            this.outcome = saved.outcome();
            this.formulation = ScenarioFormulation.of(problem);
            LinearProgram program = formulation.program().deterministicEquivalent();
            this.proof = proof(document, program);
        }

        Verification verification() {
            Head head = new Head(
                    outcome.problem(),
                    problem.problem().name(),
                    outcome.modelHash(),
                    outcome.lowerBound(),
                    outcome.conflict(),
                    outcome.explanation());
            return head.flaw(proof, new ScenarioRows(formulation, proof.program()))
                    .or(() -> FigureComparison.of(OWNER)
                            .and("measure", outcome.measure(), problem.risk())
                            .flaw())
                    .or(() -> outcome.plan().map(this::compared))
                    .orElseGet(() -> Verification.infeasible(
                            INFEASIBLE, proof.certificate().leaves()));
        }

        private Verification compared(ScenarioPlan saved) {
            return proof.comparing(
                    (point, bound) -> new ScenarioAssembly(formulation).plan(proof.program(), point, bound),
                    again -> gap(proof),
                    again -> FigureComparison.of("the plan for the scenarios")
                            .and("bought", saved.bought(), again.bought())
                            .and("billOfMaterials", saved.billOfMaterials(), again.billOfMaterials())
                            .and("cost", saved.cost(), again.cost())
                            .and("scenarios", saved.scenarios(), again.scenarios())
                            .and("value", saved.value(), again.value())
                            .and("lowerBound", saved.lowerBound(), again.lowerBound())
                            .and("gap", saved.gap(), again.gap())
                            .and("expectation", saved.expectation(), again.expectation())
                            .and("worst", saved.worst(), again.worst()),
                    again -> Verification.bounded(
                            BOUNDED,
                            again.value(),
                            again.lowerBound(),
                            again.gap(),
                            proof.certificate().leaves()));
        }
    }

    private static final class OfYears {
        private final ExpansionProblem problem;
        private final ExpansionOutcome outcome;
        private final ExpansionFormulation formulation;
        private final SavedProof proof;

        OfYears(UncertaintyDocument.OfYears saved, UncertaintyDocument document) {
            this.problem = saved.problem();
            this.outcome = saved.outcome();
            this.formulation = new ExpansionFormulation(problem);
            this.proof = proof(document, formulation.program());
        }

        Verification verification() {
            Head head = new Head(
                    outcome.problem(),
                    problem.problem().name(),
                    outcome.modelHash(),
                    outcome.lowerBound(),
                    outcome.conflict(),
                    outcome.explanation());
            return head.flaw(proof, new ExpansionRows(formulation))
                    .or(() -> outcome.plan().map(this::compared))
                    .orElseGet(() -> Verification.infeasible(
                            INFEASIBLE, proof.certificate().leaves()));
        }

        private Verification compared(ExpansionPlan saved) {
            return proof.comparing(
                    (point, bound) -> new ExpansionAssembly(formulation).plan(point, bound),
                    again -> gap(proof),
                    again -> FigureComparison.of("the plan for the years")
                            .and("years", saved.years(), again.years())
                            .and("value", saved.value(), again.value())
                            .and("lowerBound", saved.lowerBound(), again.lowerBound())
                            .and("gap", saved.gap(), again.gap()),
                    again -> Verification.bounded(
                            BOUNDED,
                            again.value(),
                            again.lowerBound(),
                            again.gap(),
                            proof.certificate().leaves()));
        }
    }

    /** Of the exact point, which is what an optimal one was judged by: figures of a plan are rounded. */
    private static Ratio gap(SavedProof proof) {
        Certificate certificate = proof.certificate();
        return Dollars.gap(
                proof.program().objective(certificate.point().orElseThrow()),
                certificate.bound().orElseThrow());
    }

    private static SavedProof proof(UncertaintyDocument document, LinearProgram program) {
        return new SavedProof(
                OWNER,
                document.status().toString(),
                document.allowedGap(),
                program,
                document.certificate().read(program));
    }
}
