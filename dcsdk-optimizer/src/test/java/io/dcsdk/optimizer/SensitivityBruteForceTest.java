package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Selection;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.explanation.ChangedProblems;
import io.dcsdk.optimizer.explanation.StatedFigure;
import io.dcsdk.optimizer.explanation.StatedFigures;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.sensitivity.EntryPrice;
import io.dcsdk.optimizer.sensitivity.LeavingPrice;
import io.dcsdk.optimizer.sensitivity.MarginalBasis;
import io.dcsdk.optimizer.sensitivity.MarginalValue;
import io.dcsdk.optimizer.sensitivity.PriceChanges;
import io.dcsdk.optimizer.sensitivity.PriceVerdict;
import io.dcsdk.optimizer.sensitivity.Sensitivity;
import io.dcsdk.optimizer.sensitivity.SensitivityAnalysis;
import io.dcsdk.optimizer.sensitivity.SensitivityStatus;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Marginal values and break-even prices of small random problems, against all selections there are. */
final class SensitivityBruteForceTest {
    private static final int PROBLEMS = Integer.getInteger("dcsdk.bruteforce.problems", 2000) / 100;
    private static final SolveLimits EXACT =
            SolveLimits.defaults().withRelativeGap(Rational.ZERO).withDeadline(Duration.ofHours(1));
    private static final BigDecimal ROUNDING = new BigDecimal("1e-20");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static Optional<BigDecimal> minimum(DesignProblem problem) {
        return DesignOracle.search(problem).minimum().map(Money::base);
    }

    private static BigDecimal figure(DesignProblem problem, MarginalValue value) {
        StatedFigure figure = Objects.requireNonNull(
                StatedFigures.of(DesignFormulation.of(problem)).get(value.requirement()));
        BigDecimal size =
                switch (figure.unit()) {
                    case "GB", "kW", "kWh", "TFLOP/s" -> BigDecimal.valueOf(1000);
                    case "%" -> CENT;
                    default -> BigDecimal.ONE;
                };
        return value.to().multiply(size);
    }

    @Test
    void everyMovedFigureChangesTheMinimumByWhatIsProven() {
        int solved = 0;
        int impossible = 0;
        int free = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            DesignProblem problem = SmallDesigns.of(k);
            Sensitivity sensitivity =
                    SensitivityAnalysis.standard().withoutPrices().analyse(problem, EXACT);
            Optional<BigDecimal> stated = minimum(problem);
            String name = "problem " + k;
            assertEquals(stated.isPresent(), sensitivity.status() == SensitivityStatus.COMPLETE, name);
            assertEquals(stated.isEmpty(), sensitivity.status() == SensitivityStatus.INFEASIBLE, name);
            for (MarginalValue value : sensitivity.marginalValues()) {
                DesignProblem changed = ChangedProblems.of(problem, value.requirement(), figure(problem, value));
                if (problem.supply().isEmpty()) {
                    boolean meets = Evaluation.of(
                                    changed, sensitivity.selection().orElseThrow())
                            .feasible();
                    assertEquals(meets, value.sameCounts().isPresent(), () -> name + ": " + value);
                }
                Optional<BigDecimal> moved = minimum(changed);
                assertEquals(moved.isEmpty(), value.basis() == MarginalBasis.IMPOSSIBLE, () -> name + ": " + value);
                if (moved.isPresent()) {
                    BigDecimal change = moved.get().subtract(stated.orElseThrow());
                    BigDecimal least = value.least().orElseThrow().base();
                    BigDecimal most = value.most().orElseThrow().base();
                    assertTrue(
                            change.compareTo(least.subtract(ROUNDING)) >= 0
                                    && change.compareTo(most.add(ROUNDING)) <= 0,
                            () -> name + ": " + change + " by brute force, " + value);
                    assertTrue(most.subtract(least).compareTo(ROUNDING) <= 0, () -> name + ": " + value);
                    value.sameCounts()
                            .ifPresent(kept -> assertTrue(
                                    kept.base().add(ROUNDING).compareTo(change) >= 0, () -> name + ": " + value));
                    solved += value.basis() == MarginalBasis.SOLVED ? 1 : 0;
                    free += value.basis() == MarginalBasis.SOLVED ? 0 : 1;
                } else {
                    impossible++;
                }
            }
        }
        System.out.printf("moved figures: %d solved, %d free, %d impossible agree%n", solved, free, impossible);
        assertTrue(
                solved > PROBLEMS / 2 && free > PROBLEMS / 2 && impossible >= PROBLEMS / 20,
                solved + ", " + free + ", " + impossible);
    }

    private static DesignProblem without(DesignProblem problem, String item) {
        return problem.withCatalog(problem.items().without(Set.of(item)));
    }

    private static boolean has(Selection selection, String item) {
        return selection.servers().containsKey(item)
                || selection.storage().containsKey(item)
                || selection.controls().contains(item)
                || selection
                        .fabric()
                        .filter(fabric -> fabric.networkSwitch().equals(item))
                        .isPresent()
                || selection
                        .cooling()
                        .filter(choice -> choice.system().equals(item) && choice.units() > 0)
                        .isPresent()
                || Optional.ofNullable(selection.supplies().get(item))
                        .filter(use -> use.capacity().base().compareTo(BigDecimal.valueOf(1000)) >= 0)
                        .isPresent();
    }

    @Test
    void anItemIsBoughtJustBelowTheEnclosedPricesAndNotJustAbove() {
        int entering = 0;
        int never = 0;
        int leaving = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            DesignProblem problem = SmallDesigns.of(k);
            Sensitivity sensitivity = SensitivityAnalysis.standard().analyse(problem, EXACT);
            for (EntryPrice price : sensitivity.entryPrices()) {
                if (check("problem " + k + ": " + price, problem, sensitivity, price)) {
                    entering++;
                } else {
                    never++;
                }
            }
            for (LeavingPrice price : sensitivity.leavingPrices()) {
                leaving += check("problem " + k + ": " + price, problem, sensitivity, price) ? 1 : 0;
            }
        }
        System.out.printf("prices: %d of entry, %d never, %d of leaving agree%n", entering, never, leaving);
        String counts = entering + ", " + never + ", " + leaving;
        assertTrue(entering >= PROBLEMS / 5 && never > PROBLEMS / 4 && leaving > PROBLEMS / 4, counts);
    }

    /** Whether there is an entry price. */
    private static boolean check(String name, DesignProblem problem, Sensitivity sensitivity, EntryPrice price) {
        BigDecimal others = withoutItem(problem, sensitivity, price.item());
        if (price.staysOut().isPresent()) {
            DesignProblem dearer = PriceChanges.of(
                    problem, price.item(), price.staysOut().get().add(CENT));
            DesignOracle.Found best = DesignOracle.search(dearer);
            assertTrue(!has(best.selection().orElseThrow(), price.item()), () -> name + " " + best);
        }
        if (price.enters().filter(enters -> enters.compareTo(CENT) >= 0).isPresent()) {
            DesignProblem cheaper =
                    PriceChanges.of(problem, price.item(), price.enters().get().subtract(CENT));
            assertTrue(minimum(cheaper).orElseThrow().compareTo(others) < 0, name);
            return true;
        }
        if (price.enters().isEmpty()) {
            assertTrue(price.verdict() != PriceVerdict.ENCLOSED && price.verdict() != PriceVerdict.OPEN, name);
            DesignProblem gift = PriceChanges.of(problem, price.item(), BigDecimal.ZERO);
            assertSame(others, minimum(gift).orElseThrow(), name);
        }
        return false;
    }

    private static BigDecimal withoutItem(DesignProblem problem, Sensitivity sensitivity, String item) {
        try {
            return minimum(without(problem, item)).orElseThrow();
        } catch (ItemException noSwitchIsLeft) {
            return sensitivity.objective().orElseThrow().base();
        }
    }

    private static void assertSame(BigDecimal expected, BigDecimal actual, String name) {
        assertTrue(
                expected.subtract(actual).abs().compareTo(ROUNDING) <= 0, () -> name + ": " + expected + ", " + actual);
    }

    /** Whether there is a leaving price. */
    private static boolean check(String name, DesignProblem problem, Sensitivity sensitivity, LeavingPrice price) {
        Selection plan = sensitivity.selection().orElseThrow();
        // A supply may give way by less than a kilowatt before.
        if (price.stays().filter(stays -> isAffordable(price, stays)).isPresent()
                && !price.category().equals("supply")) {
            DesignProblem dearer =
                    PriceChanges.of(problem, price.item(), price.stays().get());
            assertSame(
                    Evaluation.of(dearer, plan).objective().base(),
                    minimum(dearer).orElseThrow(),
                    name);
        }
        if (price.leaves().isEmpty() || price.verdict() != PriceVerdict.ENCLOSED) {
            return false;
        }
        DesignProblem dearer =
                PriceChanges.of(problem, price.item(), price.leaves().get().add(CENT));
        BigDecimal kept = Evaluation.of(dearer, plan).objective().base();
        assertTrue(minimum(dearer).orElseThrow().compareTo(kept) < 0, name);
        return true;
    }

    private static boolean isAffordable(LeavingPrice price, BigDecimal at) {
        return price.affordable().map(most -> at.compareTo(most) <= 0).orElse(true);
    }

    @Test
    void theThreadsDoNotChangeTheAnswer() {
        for (int k = 0; k < 3; k++) {
            DesignProblem problem = SmallDesigns.of(k);
            assertEquals(
                    SensitivityAnalysis.standard().analyse(problem, EXACT),
                    SensitivityAnalysis.standard().analyse(problem, EXACT.withThreads(2)));
        }
    }
}
