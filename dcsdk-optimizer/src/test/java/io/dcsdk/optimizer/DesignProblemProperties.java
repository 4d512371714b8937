package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.explanation.ChangedProblems;
import io.dcsdk.optimizer.explanation.Decimals;
import io.dcsdk.optimizer.explanation.StatedFigure;
import io.dcsdk.optimizer.explanation.StatedFigures;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What must hold for the best design as a function of its problem. */
final class DesignProblemProperties {
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);

    private static Optional<Plan> plan(DesignProblem problem) {
        Outcome<Certificate> outcome = DesignOptimizer.standard().solve(problem, EXACT);
        assertTrue(outcome instanceof Outcome.Optimal || outcome instanceof Outcome.Infeasible, outcome::toString);
        return outcome.plan();
    }

    private static DesignProblem demanding(int teraflops, int terabytes, int gigabytesPerSecond, Catalog catalog) {
        return DesignProblem.named("p", Finance.over(TimeSpan.years(3)), EnergyWeight.parse("0.1 USD/kWh"))
                .workload(Requirement.of(
                        "r",
                        ComputeRate.parse(teraflops + " TFLOP/s bf16"),
                        DataSize.parse(terabytes + " TB"),
                        DataRate.parse(gigabytesPerSecond + " GB/s")))
                .catalog(catalog)
                .build();
    }

    @Property(tries = 40)
    void moreDemandNeverCostsLess(
            @ForAll @IntRange(max = 4000) int compute,
            @ForAll @IntRange(max = 40) int storage,
            @ForAll @IntRange(max = 300) int network,
            @ForAll @IntRange(max = 500) int more) {
        Catalog catalog = FoundingFixture.catalog();
        Money objective = plan(demanding(compute, storage, network, catalog))
                .orElseThrow()
                .objective();
        for (DesignProblem harder : List.of(
                demanding(compute + more, storage, network, catalog),
                demanding(compute, storage + more / 10, network, catalog),
                demanding(compute, storage, network + more / 10, catalog))) {
            assertTrue(plan(harder).orElseThrow().objective().compareTo(objective) >= 0);
        }
    }

    /** Of any random problem, a higher demand or a lower limit. */
    @Property(tries = 40)
    void noRequirementThatIsTightenedLowersTheCost(
            @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @IntRange(min = 1, max = 60) int percent) {
        DesignProblem problem = SmallDesigns.of(seed);
        Optional<Plan> stated = plan(problem);
        for (StatedFigure figure :
                StatedFigures.of(DesignFormulation.of(problem)).values()) {
            Optional<DesignProblem> tighter = tightened(problem, figure, percent);
            if (tighter.isPresent()) {
                Optional<Plan> least = plan(tighter.get());
                String name = figure.name() + " of seed " + seed;
                assertTrue(stated.isPresent() || least.isEmpty(), name);
                if (least.isPresent()) {
                    Money objective = stated.orElseThrow().objective();
                    Money rounding = objective.times(new BigDecimal("1e-28"));
                    assertTrue(least.get().objective().plus(rounding).compareTo(objective) >= 0, name);
                }
            }
        }
    }

    /** Empty where a control is wanted or not, or the figure cannot be tightened so far. */
    private static Optional<DesignProblem> tightened(DesignProblem problem, StatedFigure figure, int percent) {
        if (figure.name().startsWith("security.")) {
            return Optional.empty();
        }
        Rational step = figure.motion() == StatedFigure.Motion.WHOLE
                ? Rational.ONE
                : figure.reference().times(Rational.of(percent, 100));
        Rational to =
                figure.raised() ? figure.value().minus(step) : figure.value().plus(step);
        try {
            return to.signum() < 0
                    ? Optional.empty()
                    : Optional.of(ChangedProblems.of(problem, figure.name(), Decimals.of(to, RoundingMode.HALF_EVEN)));
        } catch (ItemException outOfRange) {
            return Optional.empty();
        }
    }

    @Property(tries = 40)
    void oneMoreItemInTheCatalogueNeverCostsMore(@ForAll @LongRange(max = 1_000_000) long seed) {
        DesignProblem problem = SmallDesigns.of(seed);
        Catalog catalog = problem.items();
        List<Optional<Plan>> fewer = new ArrayList<>();
        if (catalog.servers().size() > 1) {
            fewer.add(plan(problem.withCatalog(
                    without(catalog, catalog.servers().get(0).id()))));
        }
        if (catalog.storage().size() > 1) {
            fewer.add(plan(problem.withCatalog(
                    without(catalog, catalog.storage().get(0).id()))));
        }
        if (catalog.switches().size() > 1) {
            fewer.add(plan(problem.withCatalog(
                    without(catalog, catalog.switches().get(0).id()))));
        }
        Optional<Plan> best = plan(problem);
        for (Optional<Plan> other : fewer) {
            if (other.isPresent()) {
                Money objective = other.get().objective();
                Money rounding = objective.times(new BigDecimal("1e-28"));
                assertTrue(best.orElseThrow().objective().compareTo(objective.plus(rounding)) <= 0);
            }
        }
    }

    private static Catalog without(Catalog catalog, String id) {
        return catalog.without(Set.of(id));
    }

    @Property(tries = 30)
    void theUnitThatASizeIsStatedInDoesNotMatter(@ForAll @IntRange(min = 1, max = 30) int size) {
        Catalog catalog = FoundingFixture.catalog();
        Plan terabytes = plan(sized(size + " TB", catalog)).orElseThrow();
        Plan gigabytes = plan(sized(size + "000 GB", catalog)).orElseThrow();
        assertEquals(terabytes.selection(), gigabytes.selection());
        assertEquals(terabytes.objective(), gigabytes.objective());
        // 1 TiB = 1024 GiB = 1.099511627776 TB
        Plan tebibytes = plan(sized(size + " TiB", catalog)).orElseThrow();
        Plan gibibytes = plan(sized(size * 1024 + " GiB", catalog)).orElseThrow();
        Plan exact = plan(sized(
                        new BigDecimal("1.099511627776")
                                        .multiply(BigDecimal.valueOf(size))
                                        .toPlainString()
                                + " TB",
                        catalog))
                .orElseThrow();
        assertEquals(tebibytes.selection(), gibibytes.selection());
        assertEquals(tebibytes.selection(), exact.selection());
        assertTrue(tebibytes.objective().compareTo(terabytes.objective()) >= 0);
    }

    private static DesignProblem sized(String size, Catalog catalog) {
        return DesignProblem.named("p", Finance.over(TimeSpan.years(3)), EnergyWeight.parse("0.1 USD/kWh"))
                .workload(Requirement.of(
                        "r", ComputeRate.parse("100 TFLOP/s bf16"), DataSize.parse(size), DataRate.parse("1 GB/s")))
                .catalog(catalog)
                .build();
    }

    @Property(tries = 40)
    void pricesInAnotherCurrencyScaleTheObjective(
            @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @IntRange(min = 2, max = 9) int factor) {
        DesignProblem problem = SmallDesigns.of(seed);
        Optional<Plan> before = plan(problem);
        Optional<Plan> after = plan(Prices.times(problem, factor));
        assertEquals(before.isPresent(), after.isPresent());
        if (before.isPresent()) {
            Money expected = before.get().objective().times(factor);
            Money difference = after.orElseThrow().objective().minus(expected);
            Money rounding = expected.times(new BigDecimal("1e-28"));
            assertTrue(difference.compareTo(rounding) <= 0
                    && difference.plus(rounding).compareTo(Money.ZERO) >= 0);
        }
    }
}
