package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Finance;
import io.dcsdk.design.NodeProposal;
import io.dcsdk.design.Site;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.explanation.ConflictExplanation;
import io.dcsdk.optimizer.explanation.ConflictMember;
import io.dcsdk.optimizer.explanation.ConflictVerifier;
import io.dcsdk.optimizer.explanation.Explainer;
import io.dcsdk.optimizer.explanation.Explanation;
import io.dcsdk.optimizer.explanation.ProposalSentence;
import io.dcsdk.optimizer.explanation.Repair;
import io.dcsdk.optimizer.explanation.RepairDrawing;
import io.dcsdk.optimizer.explanation.RepairRules;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PartialProgram;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Explanations of the founding fixture, worked out by hand. */
final class ExplanationTest {
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);

    private static DesignProblem withBudget(double dollars) {
        return FoundingFixture.builder(Finance.over(TimeSpan.years(5)).withBudget(Money.dollars(dollars)))
                .build();
    }

    private static Explanation explained(DesignProblem problem) {
        return Explainer.standard().explain(problem, RepairRules.equal(), EXACT);
    }

    /** What is beyond the budget is 3,550 $: a relative gap of that is one of the move, not of the sum. */
    @Test
    void whatIsBeyondALimitIsCountedFromTheLimit() {
        DesignFormulation formulation = DesignFormulation.of(withBudget(70_000));
        Set<String> all = Set.copyOf(formulation.requirementOfRow().values());
        SolveResult least = new MixedIntegerSolver(new OjAlgoEngine())
                .solve(PartialProgram.beyond(formulation, all, "budget").program(), EXACT);
        assertEquals(Rational.of(3_550), least.objective().orElseThrow());
    }

    /** C of the best design is 73,550 $, and no design costs less: that budget is what it takes. */
    @Test
    void raisesTheBudgetToTheCostOfTheBestDesign() {
        Explanation explanation = explained(withBudget(70_000));
        Repair repair = explanation.singles().stream()
                .filter(single -> single.requirement().equals("budget"))
                .findFirst()
                .flatMap(single -> single.repair())
                .orElseThrow();
        assertEquals(
                "raise budget from 70,000 USD to 73,550 USD (+5.071 %)",
                repair.changes().get(0).describe());
        assertEquals(
                0, new BigDecimal("73550").compareTo(repair.changes().get(0).needed()));
        assertEquals(Money.dollars(73_550), repair.witness().cost());
        assertEquals(
                List.of("budget"),
                repair.witness().broken().stream()
                        .map(broken -> broken.constraint())
                        .toList());
        assertEquals(explanation.fewest().orElseThrow().changes(), repair.changes());
    }

    @Test
    void saysWhatCannotHoldTogetherInTheUsersTerms() {
        Explanation explanation = explained(withBudget(70_000));
        ConflictExplanation conflict = explanation.conflict().orElseThrow();
        assertEquals(List.of("compute", "storage", "budget"), conflict.names());
        assertTrue(conflict.irreducible());
        assertEquals(
                "No selection from the catalogue meets compute (at least 1,000 TFLOP/s), storage (at least 10 TB) and"
                        + " budget (at most 70,000 USD) together.",
                conflict.describe());
        assertEquals(
                "budget: at most 70,000 USD (C: hardware, software, maintenance)",
                conflict.members().get(2).requirement().describe());
    }

    @Test
    void theVerifierAcceptsTheConflictAndNoOtherProof() {
        for (double budget : new double[] {1, 70_000}) {
            DesignProblem problem = withBudget(budget);
            ConflictExplanation conflict =
                    readBack(explained(problem)).conflict().orElseThrow();
            assertTrue(ConflictVerifier.accepts(problem, conflict));
            assertTrue(!ConflictVerifier.accepts(withBudget(80_000), conflict));
            List<ConflictMember> fewer =
                    conflict.members().subList(1, conflict.members().size());
            assertTrue(!ConflictVerifier.accepts(
                    problem, new ConflictExplanation(conflict.linear(), fewer, conflict.beaten(), conflict.proof())));
        }
    }

    /** A dollar buys nothing: the relaxation knows, and one combination of rows proves it. */
    @Test
    void provesWithoutSearchWhatNoPartsOfItemsCouldMeet() {
        List<Explanation> stages = new ArrayList<>();
        Explanation explanation = Explainer.standard().explain(withBudget(1), RepairRules.equal(), EXACT, stages::add);
        assertTrue(explanation.conflict().orElseThrow().linear());
        assertTrue(stages.get(0).conflict().orElseThrow().linear());
        assertEquals(2, explanation.conflict().get().members().size());
    }

    /** A server draws 3 kW: at 2 kW per rack none fits, at the step of 3 kW (+50 %) one does. */
    @Test
    void raisesThePowerPerRackUntilTheServersFit() {
        Explanation explanation = explained(FoundingFixture.builder()
                .site(new Site(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Power.parse("2 kW")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .build());
        assertTrue(explanation.conflict().orElseThrow().names().contains("rack-power"));
        assertEquals(
                "raise rack-power from 2 kW to 3 kW (+50 %)",
                explanation.cheapest().orElseThrow().describe());
    }

    @Test
    void whereEverythingIsKeptThereIsNoRepair() {
        DesignProblem problem = withBudget(70_000);
        Set<String> all = new LinkedHashSet<>(
                DesignFormulation.of(problem).requirementOfRow().values());
        Explanation explanation =
                Explainer.standard().explain(problem, RepairRules.equal().keeping(all), EXACT);
        assertTrue(explanation.unrepairable() && explanation.infeasible());
        assertEquals(List.of(), explanation.singles());
    }

    @Test
    void tellsWhatBindsAFeasibleProblem() {
        Explanation explanation = explained(withBudget(73_550));
        assertTrue(explanation.feasible());
        assertTrue(
                explanation.design().orElseThrow().binding().stream().anyMatch(limit -> limit.describe()
                        .equals("budget: at most 73,550 USD (C: hardware, software, maintenance), met exactly")),
                explanation::toString);
    }

    @Test
    void aHostileNameStaysTextInPictureAndDocument() {
        DesignProblem problem = DesignProblem.named(
                        "<script>\"&'{",
                        Finance.over(TimeSpan.years(5)).withBudget(Money.dollars(1)),
                        FoundingFixture.problem().lambda())
                .workload(FoundingFixture.problem().workloads().get(0))
                .catalog(FoundingFixture.catalog())
                .build();
        Explanation explanation = explained(problem);
        String picture = RepairDrawing.of(explanation);
        assertTrue(picture.contains("&lt;script&gt;") && !picture.contains("<script>"), picture);
        assertTrue(picture.contains("One change alone"), picture);
        assertEquals("<script>\"&'{", readBack(explanation).problem());
    }

    /** The bar of what was stated had 1.8 on white and 2.1 in the dark. */
    @Test
    void whatIsDrawnStandsOutFromThePage() {
        String picture = RepairDrawing.of(explained(withBudget(1)));
        for (String bar : List.of("stated", "raised", "lowered")) {
            assertTrue(Contrast.withPage(picture, bar) >= Contrast.OF_SHAPES, bar);
        }
        for (String letters : List.of("heading", "section", "label")) {
            assertTrue(Contrast.withPage(picture, letters) >= Contrast.OF_TEXT, letters);
        }
    }

    private static Explanation readBack(Explanation explanation) {
        return Documents.read(Documents.toJson(explanation), "explanation", DocumentFormat.JSON, Explanation.class);
    }

    @Test
    void readsBackWhatItWrites() {
        for (double budget : new double[] {1, 70_000, 80_000}) {
            Explanation explanation = explained(withBudget(budget)).withProposal("a sentence");
            assertEquals(Documents.toJson(explanation), Documents.toJson(readBack(explanation)));
        }
    }

    @Test
    void refusesRulesForWhatTheProblemDoesNotHave() {
        RepairRules rules = RepairRules.equal().keeping(List.of("colour"));
        ItemException refused =
                assertThrows(ItemException.class, () -> Explainer.standard().explain(withBudget(1), rules, EXACT));
        assertEquals(
                "name (colour) of repair rules: is no requirement or limit of the problem\n"
                        + "Maybe use some of budget, compute, network, storage.",
                refused.getMessage());
        assertThrows(ItemException.class, () -> RepairRules.equal().weighing("budget", BigDecimal.ZERO));
    }

    @Test
    void anEngineThatKnowsNothingCostsTimeAndNeverTruth() {
        Explanation explanation = Explainer.over(matrix -> (lower, upper, fresh) -> LpAnswer.unknown())
                .explain(withBudget(1), RepairRules.equal(), EXACT.withNodes(200));
        assertTrue(!explanation.feasible());
        explanation.conflict().ifPresent(conflict -> assertTrue(conflict.names().contains("budget")));
    }

    /** The founding formula: ten nodes of 100 GFLOPS compute a thousandth of what is required. */
    @Test
    void explainsTheFoundingProposalInOneSentence() {
        NodeProposal ten = new NodeProposal(
                10, ComputeRate.parse("100 GFLOP/s bf16"), DataSize.parse("1 TB"), DataRate.parse("10 GB/s"));
        assertEquals(
                "10 nodes of 100 GFLOP/s bf16, 1 TB and 10 GB/s give 1 TFLOP/s bf16 of the 1 PFLOP/s bf16 of compute"
                        + " required, a thousand times too little; storage and network are met exactly.",
                ProposalSentence.of(ten, FoundingFixture.problem().demand()));
        NodeProposal one = new NodeProposal(
                1, ComputeRate.parse("2 PFLOP/s bf16"), DataSize.parse("10 TB"), DataRate.parse("0 GB/s"));
        assertEquals(
                "1 node of 2 PFLOP/s bf16, 10 TB and 0 B/s gives nothing of the 100 GB/s of network required; storage is"
                        + " met exactly and compute is met 2 times over.",
                ProposalSentence.of(one, FoundingFixture.problem().demand()));
    }
}
