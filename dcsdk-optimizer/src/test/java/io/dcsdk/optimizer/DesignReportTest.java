package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Outcome;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.explanation.Explainer;
import io.dcsdk.optimizer.explanation.Explanation;
import io.dcsdk.optimizer.explanation.RepairRules;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.pareto.ParetoFront;
import io.dcsdk.optimizer.pareto.ParetoSearch;
import io.dcsdk.optimizer.plan.PlanDocument;
import io.dcsdk.optimizer.report.DesignReport;
import io.dcsdk.optimizer.report.Html;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.TimeSpan;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Reports of plans and of conflicts, from outcomes and from saved documents. */
final class DesignReportTest {
    private static final SolveLimits LIMITS = SolveLimits.defaults();

    private static Outcome<Certificate> solved(DesignProblem problem) {
        return DesignOptimizer.standard().solve(problem, LIMITS);
    }

    private static DesignReport report(DesignProblem problem) {
        return DesignReport.of(DesignFormulation.of(problem), solved(problem));
    }

    private static PlanDocument document(DesignProblem problem) {
        return PlanDocument.of(solved(problem), problem).orElseThrow();
    }

    private static Document checked(DesignReport report) throws Exception {
        Document page = Html.parsed(report.toHtml());
        Html.assertSelfContained(page);
        Html.assertAccessible(page);
        String text = report.toText();
        assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
        return page;
    }

    @Test
    void tellsTheFoundingExampleInFiguresThatWereAddedUpByHand() throws Exception {
        DesignReport report = report(FoundingFixture.problem());
        Document page = checked(report);
        String lines = report.toText();
        String text = lines.replaceAll(" *\n *", " ");
        assertEquals("Design for founding", Html.text(page, "h1"));
        assertEquals("Design for founding", lines.lines().findFirst().orElseThrow());
        // 3 servers of 400 TFLOP/s, 50 GB/s; 3 stores of 4 TB.
        assertTrue(text.contains("Server: gives 1,200 TFLOP/s of compute (all of it)"), text);
        assertTrue(text.contains("150 GB/s of network (all of it). One fewer would break compute."), text);
        assertTrue(text.contains("Store: gives 12 TB of storage (all of it). One fewer would break storage."), text);
        assertEquals(3, page.getElementsByTagName("svg").getLength());
        assertEquals(3, page.getElementsByTagName("desc").getLength());
        assertTrue(page.getElementsByTagName("desc").item(1).getTextContent().startsWith("Servers "));
        for (String heading : new String[] {
            "In short",
            "What is bought, and why",
            "Requirements and limits",
            "What it costs",
            "What it draws",
            "What was passed over",
            "How good it is, and why to believe it",
            "Where this comes from"
        }) {
            assertTrue(lines.contains("\n" + heading + "\n---"), heading);
        }
    }

    @Test
    void theSameOutcomeGivesTheSameBytes() {
        DesignProblem problem = FoundingFixture.problem();
        assertEquals(report(problem).toHtml(), report(problem).toHtml());
        assertEquals(report(problem).toText(), report(problem).toText());
    }

    /** Each report adds the parts of C up and refuses if they are not the whole. */
    @Test
    void everyKindOfProblemHasAReport() throws Exception {
        int plans = 0;
        int conflicts = 0;
        for (int seed = 0; seed < 60; seed++) {
            DesignProblem problem = SmallDesigns.of(seed);
            DesignReport report = report(problem);
            Document page = checked(report);
            plans += report.infeasible() ? 0 : 1;
            conflicts += report.infeasible() ? 1 : 0;
            assertFalse(report.toText().contains("null"), report.toText());
            assertFalse(page.getDocumentElement().getTextContent().contains("NaN"), report.toText());
        }
        assertTrue(plans > 15 && conflicts > 5, plans + " plans, " + conflicts + " conflicts");
    }

    @Test
    void aSavedPlanIsVerifiedBeforeItIsReported() throws Exception {
        PlanDocument saved = document(FoundingFixture.problem());
        DesignReport report = DesignReport.verified(saved);
        checked(report);
        assertTrue(report.toText().contains("by the independent verifier"), report.toText());
        String json = Documents.toJson(saved);
        String edited = json.replace(
                "\"objective\" : \"" + saved.plan().orElseThrow().objective() + "\"", "\"objective\" : \"1 USD\"");
        assertFalse(edited.equals(json));
        PlanDocument forged = Documents.read(edited, "plan.json", DocumentFormat.JSON, PlanDocument.class);
        ItemException refused = assertThrows(ItemException.class, () -> DesignReport.verified(forged));
        assertTrue(String.valueOf(refused.getMessage()).contains("does not verify"), refused::getMessage);
    }

    @Test
    void anInfeasibleProblemIsToldWithItsConflictAndTheWayOut() throws Exception {
        DesignProblem poor = FoundingFixture.builder(
                        Finance.over(TimeSpan.years(5)).withBudget(Money.dollars(20_000)))
                .build();
        DesignReport bare = DesignReport.verified(document(poor));
        assertTrue(bare.infeasible());
        checked(bare);
        assertTrue(bare.toText().contains("- budget: at most 20,000 USD"), bare.toText());
        Explanation explanation = Explainer.standard().explain(poor, RepairRules.equal(), LIMITS);
        DesignReport whole = bare.withExplanation(explanation);
        Document page = checked(whole);
        assertTrue(whole.toText().contains("raise budget from 20,000 USD to "), whole.toText());
        assertTrue(whole.toText().contains("Nothing can be left out of it."), whole.toText());
        assertEquals(1, page.getElementsByTagName("svg").getLength());
        assertThrows(
                ItemException.class, () -> report(FoundingFixture.problem()).withExplanation(explanation));
    }

    @Test
    void aFrontIsShownIfItIsOfTheSameProblem() throws Exception {
        DesignProblem problem = TradeOffs.problem(2);
        ParetoFront front = ParetoSearch.over(DesignOptimizer.standard())
                .withEnergyLimits(2)
                .search(problem);
        DesignReport report = report(problem).withFront(front);
        Document page = checked(report);
        assertEquals(4, page.getElementsByTagName("svg").getLength());
        assertTrue(report.toText().contains("Cost against energy"), report.toText());
        assertThrows(
                ItemException.class, () -> report(FoundingFixture.problem()).withFront(front));
    }

    @Test
    void saysSoWhenTimeRanOut() throws Exception {
        DesignProblem problem = FoundingFixture.problem().withCatalog(Catalog.builtIn());
        Outcome<Certificate> late = DesignOptimizer.standard().solve(problem, LIMITS.withDeadline(Duration.ofNanos(1)));
        DesignReport report = DesignReport.of(DesignFormulation.of(problem), late);
        checked(report);
        assertTrue(report.toText().contains("OUT OF TIME"), report.toText());
    }

    @Test
    void hostileNamesFromCatalogueAndProblemAreOnlyText() throws Exception {
        for (String name : new String[] {
            "</title><script>alert(1)</script>",
            "\" onload=\"alert(1)",
            "<img src=x onerror=alert(1)>",
            "&amp;<!--",
            "\u202egpj.exe"
        }) {
            String quoted = Documents.toJson(name).strip();
            String json = Documents.toJson(FoundingFixture.problem())
                    .replace("\"Server\"", quoted)
                    .replace("\"Store\"", quoted)
                    .replace("\"Switch\"", quoted)
                    .replace("\"fixture\"", quoted)
                    .replace("\"founding\"", quoted);
            DesignProblem problem = Documents.read(json, "p.json", DocumentFormat.JSON, DesignProblem.class);
            DesignReport report = report(problem);
            Document page = checked(report);
            assertEquals("Design for " + name, Html.text(page, "h1"));
            assertTrue(page.getDocumentElement().getTextContent().contains("To buy: 3 × " + name));
            DesignProblem poor = DesignProblem.named(
                            name, problem.finance().withBudget(Money.dollars(1)), EnergyWeight.parse("0 USD/kWh"))
                    .workload(problem.workloads().get(0))
                    .catalog(problem.items())
                    .build();
            checked(report(poor).withExplanation(Explainer.standard().explain(poor, RepairRules.equal(), LIMITS)));
        }
    }
}
