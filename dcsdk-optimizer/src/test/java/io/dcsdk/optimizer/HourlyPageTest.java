package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.cooling.CoolingConfiguration;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Plan;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.joint.FacilityLoad;
import io.dcsdk.optimizer.joint.JointMaster;
import io.dcsdk.optimizer.joint.JointPlan;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.joint.JointResult;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.report.DesignReport;
import io.dcsdk.optimizer.report.FacilityAnswer;
import io.dcsdk.optimizer.report.HourlyFacility;
import io.dcsdk.optimizer.report.Html;
import io.dcsdk.optimizer.report.JointPlanReport;
import io.dcsdk.optimizer.report.SizingReport;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.weather.SyntheticClimate;
import io.dcsdk.weather.WeatherYear;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Pages that tell of a design and of its energy hour by hour. */
final class HourlyPageTest {
    private static final SolveLimits LIMITS = SolveLimits.defaults().withRelativeGap(Rational.of(1, 10_000));

    private static List<String> texts(Document page, String element) {
        NodeList nodes = page.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int k = 0; k < nodes.getLength(); k++) {
            texts.add(nodes.item(k).getTextContent());
        }
        return texts;
    }

    private static Document checked(String html) throws Exception {
        Document page = Html.parsed(html);
        Html.assertSelfContained(page);
        Html.assertAccessible(page);
        assertFalse(page.getDocumentElement().getTextContent().contains("NaN"));
        assertEquals(
                texts(page, "h2").size(), texts(page, "h2").stream().distinct().count(), "headings are told apart");
        return page;
    }

    private static HourlyFacility hours(JointProblem problem, JointPlan plan) {
        return new HourlyFacility(
                SizingReport.of("supply", "USD", problem.supplying(plan.load()), plan.supply()),
                BigDecimal.ONE,
                Optional.empty());
    }

    private static String page(JointProblem problem, JointResult result) {
        return JointPlanReport.verified(
                        problem, result, hours(problem, result.plan().orElseThrow()))
                .toHtml();
    }

    @Test
    void aJointPlanHasDesignAndSupplyOnOnePage() throws Exception {
        JointProblem problem = new TinyJoint(1).problem();
        JointResult result = JointOptimizer.standard().solve(problem, LIMITS);
        String html = page(problem, result);
        assertEquals(html, page(problem, result));
        Document page = checked(html);
        assertEquals("Design and supply for tiny", Html.text(page, "h1"));
        assertEquals(
                List.of(
                        "In short",
                        "What is bought, and why",
                        "Requirements and limits",
                        "What it costs",
                        "What it draws",
                        "Supply to build",
                        "How the supply runs",
                        "Carbon of the supply",
                        "Cost and carbon together",
                        "How good it is, and why to believe it",
                        "Where this comes from"),
                texts(page, "h2"));
        String text = page.getDocumentElement().getTextContent();
        assertTrue(text.contains("One fewer would break"), text);
        // A day that repeats for five years.
        assertTrue(
                text.contains("The 24 hours of the supply count 1,826.2 times")
                        || text.contains("The 24 hours of the supply count 1,825 times"),
                text);
        JointPlan plan = result.plan().orElseThrow();
        assertAddsUp(plan, page);
    }

    /** The first row of this name is that of costs; the one of carbon follows. */
    private static void assertAddsUp(JointPlan plan, Document page) {
        double whole = plan.evaluation().cost().total().in(Money.Unit.USD)
                + plan.supplyCost().in(Money.Unit.USD);
        String together = texts(page, "tr").stream()
                .filter(row -> row.startsWith("Together"))
                .findFirst()
                .orElseThrow();
        double shown = Double.parseDouble(together.replaceAll("[^0-9.]", "").replaceAll("100\\.0$", ""));
        assertEquals(whole, shown, 1e-4 * whole, together);
    }

    /** Costs of the supply were added to those of hardware as they were, and called dollars. */
    @Test
    void aSupplyInAnotherCurrencyIsAddedToHardwareAtItsRate() throws Exception {
        JointProblem problem = new TinyJoint(1).exchangeRate("3").problem();
        JointResult result = JointOptimizer.standard().solve(problem, LIMITS);
        JointPlan plan = result.plan().orElseThrow();
        SizingReport supply = SizingReport.of("supply", "EUR", problem.supplying(plan.load()), plan.supply());
        HourlyFacility hours = new HourlyFacility(supply, problem.exchangeRate(), Optional.empty());
        Document page = checked(JointPlanReport.verified(problem, result, hours).toHtml());
        assertAddsUp(plan, page);
        assertTrue(page.getDocumentElement().getTextContent().contains("at 3 USD for one EUR over the whole horizon"));
        String refused = String.valueOf(
                assertThrows(ItemException.class, () -> new HourlyFacility(supply, BigDecimal.ZERO, Optional.empty()))
                        .getMessage());
        assertEquals(
                "exchangeRate (0) of hourly facility: is not above 0\nMaybe give the dollars that one unit of the supply's currency is"
                        + " worth.",
                refused);
    }

    @Test
    void theProofOfAJointPlanHoldsThePointOfItsDesign() {
        for (int seed = 0; seed < 8; seed++) {
            JointProblem problem = new TinyJoint(seed).problem();
            JointResult result = JointOptimizer.standard().solve(problem, LIMITS);
            DesignFormulation formulation = DesignFormulation.of(problem.design());
            JointMaster master = JointMaster.of(problem, formulation, result.cuts());
            List<Rational> point = result.proof().flatMap(Certificate::point).orElseThrow();
            assertTrue(master.program().isFeasible(point), "problem " + seed);
            assertEquals(
                    result.plan().orElseThrow().selection(),
                    formulation.selection(master.design(point)),
                    "problem " + seed);
        }
    }

    @Test
    void aJointResultThatWasEditedOrHasNoPlanIsNotReported() {
        JointProblem problem = new TinyJoint(1).problem();
        JointResult result = JointOptimizer.standard().solve(problem, LIMITS);
        HourlyFacility hours = hours(problem, result.plan().orElseThrow());
        JointResult edited = new JointResult(
                result.status(),
                result.plan(),
                Optional.of(Money.dollars(1)),
                result.gap(),
                result.conflict(),
                result.binding(),
                result.rounds(),
                result.cuts(),
                result.proof());
        String refused =
                String.valueOf(assertThrows(ItemException.class, () -> JointPlanReport.verified(problem, edited, hours))
                        .getMessage());
        assertTrue(refused.contains("does not verify, so there is nothing to report"), refused);
        JointProblem dark = new TinyJoint(2).gridOnly(0.001).problem();
        JointResult none = JointOptimizer.standard().solve(dark, LIMITS);
        assertThrows(ItemException.class, () -> JointPlanReport.verified(dark, none, hours));
    }

    /** A year of a small facility in a mild climate: a grid whose price depends on the hour, and sun. */
    private static HourlyFacility year(Plan plan) {
        WeatherYear weather = SyntheticClimate.TEMPERATE.year();
        double watts = plan.loads().meanIt().in(Power.Unit.WATT);
        FacilityYear year = CoolingConfiguration.CHILLER_ECONOMIZER
                .facility(20, watts / 0.8)
                .run(weather, 0.8);
        double[] price = new double[8760];
        double[] sun = new double[8760];
        for (int t = 0; t < price.length; t++) {
            price[t] = t % 24 < 6 ? 40 : 80;
            sun[t] = Math.max(0, Math.sin(Math.PI * (t % 24 - 6) / 12.0));
        }
        EnergySystem without = EnergySystem.builder(8760, Profile.constant(1))
                .bus("site", Profile.constant(0))
                .capacity(Capacity.given("grid", 1))
                .source("grid", "site", Limit.of("grid"), Profile.of(price))
                .capacity(new Capacity("sun", 0, 1, 60_000))
                .source("sun", "site", Limit.of("sun", Profile.of(sun)), Profile.constant(0))
                .build();
        EnergySystem system =
                FacilityLoad.on(without, "site", FacilityLoad.of(year).times(watts / 1e6));
        Sizing sizing = SizingOptimizer.solve(system, SizingOptions.defaults());
        SizingReport supply = SizingReport.of("site supply", "USD", system, sizing)
                .withEmissions(Map.of("grid", Profile.constant(0.4)), Map.of("grid", "the utility"))
                .withNote("What the steps stand for.")
                .withWeek(3);
        return new HourlyFacility(
                supply,
                BigDecimal.ONE,
                Optional.of(new FacilityAnswer(CoolingConfiguration.CHILLER_ECONOMIZER, 20, year, Optional.empty())));
    }

    @Test
    void aPlanShowsItsFacilityHourByHour() throws Exception {
        DesignProblem problem = FoundingFixture.problem();
        var outcome = DesignOptimizer.standard().solve(problem, SolveLimits.defaults());
        DesignReport bare = DesignReport.of(DesignFormulation.of(problem), outcome);
        DesignReport report = bare.withHours(year(outcome.plan().orElseThrow()));
        Document page = checked(report.toHtml());
        List<String> pictures = texts(page, "title");
        for (String picture : List.of(
                "site supply: dispatch at site, week 3",
                "site supply: load duration at site",
                "site supply: demand at site",
                "site supply: grid",
                "chiller-economizer: PUE and WUE by month",
                "chiller-economizer: PUE by hour",
                "site supply: cost of operation by month",
                "site supply: carbon of operation by month",
                "Cost by what it is spent on",
                "Carbon of operation by source",
                "Cost over 5 a",
                "Carbon over 5 a")) {
            assertEquals(1, pictures.stream().filter(picture::equals).count(), picture + " in " + pictures);
        }
        List<String> headings = texts(page, "h2");
        assertTrue(headings.containsAll(texts(checked(bare.toHtml()), "h2")), headings.toString());
        String text = report.toText();
        assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
        assertTrue(text.contains("What the steps stand for."), text);
        assertTrue(text.contains("PUE and WUE by month:"), text);
        assertFalse(text.contains("The year by day and hour"), "a section of pictures alone says nothing in text");
        assertTrue(text.contains("What is proven of the supply"), text);
        assertEquals(report.toHtml(), report.toHtml());
    }

    @Test
    void aProblemWithoutAPlanHasNoHours() {
        DesignProblem problem = FoundingFixture.problem();
        var outcome = DesignOptimizer.standard().solve(problem, SolveLimits.defaults());
        HourlyFacility hours = year(outcome.plan().orElseThrow());
        DesignProblem poor = FoundingFixture.builder(
                        Finance.over(TimeSpan.years(5)).withBudget(Money.dollars(20_000)))
                .build();
        DesignReport none = DesignReport.of(
                DesignFormulation.of(poor), DesignOptimizer.standard().solve(poor, SolveLimits.defaults()));
        assertThrows(ItemException.class, () -> none.withHours(hours));
        assertThrows(
                IllegalArgumentException.class,
                () -> FacilityLoad.on(
                        EnergySystem.builder(1, Profile.constant(1))
                                .bus("site", Profile.constant(0))
                                .build(),
                        "cite",
                        Profile.constant(1)));
    }
}
