package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Loads;
import io.dcsdk.design.Selection;
import io.dcsdk.design.SupplyUse;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.explanation.ChangedProblems;
import io.dcsdk.optimizer.explanation.StatedFigure;
import io.dcsdk.optimizer.explanation.StatedFigures;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.sensitivity.PricePiece;
import io.dcsdk.optimizer.sensitivity.Sensitivity;
import io.dcsdk.optimizer.sensitivity.SensitivityAnalysis;
import io.dcsdk.optimizer.sensitivity.ShadowPrice;
import io.dcsdk.quantity.Power;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Shadow prices of small random problems, against finite differences: the figure is moved in the problem itself, the counts are
 * kept, the cheapest supply is found anew by {@link SupplyOracle}, and the items say what that costs.
 */
final class ShadowPriceBruteForceTest {
    /** So many with a planned supply, and as many without. */
    private static final int PROBLEMS = Integer.getInteger("dcsdk.sensitivity.problems", 10);

    private static final SolveLimits EXACT =
            SolveLimits.defaults().withRelativeGap(Rational.ZERO).withDeadline(Duration.ofHours(1));
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal TINY = new BigDecimal("1e-6");
    /** Of the objective: supplies are rounded in their 34th digit. */
    private static final BigDecimal ROUNDING = new BigDecimal("1e-26");

    private int slopes;
    private int priced;
    private int ends;

    /** Shadow prices come before anything is solved anew, and that is called off. */
    private static Sensitivity shadowPrices(DesignProblem problem) {
        AtomicBoolean isTold = new AtomicBoolean();
        return SensitivityAnalysis.standard()
                .withoutPrices()
                .analyse(problem, EXACT.withCancellation(isTold::get), soFar -> isTold.set(true));
    }

    @Test
    void everyPieceHasTheSlopeOfItsFiniteDifferencesAndEndsWhereTheCountsDo() {
        int supplied = 0;
        int plain = 0;
        for (long seed = 0; supplied < PROBLEMS || plain < PROBLEMS; seed++) {
            DesignProblem problem = SmallDesigns.of(seed);
            boolean isSupplied = problem.supply().isPresent();
            if ((isSupplied ? supplied : plain) >= PROBLEMS) {
                continue;
            }
            Sensitivity sensitivity = shadowPrices(problem);
            if (sensitivity.selection().isEmpty()) {
                continue;
            }
            supplied += isSupplied ? 1 : 0;
            plain += isSupplied ? 0 : 1;
            Kept kept = new Kept(problem, sensitivity.selection().get());
            for (ShadowPrice price : sensitivity.shadowPrices()) {
                assertTrue(price.settled() || price.pieces().isEmpty(), () -> "problem " + price);
                compare("problem " + seed + ": " + price, kept, price);
            }
        }
        System.out.printf(
                "shadow prices: %d slopes, of which %d are not zero, and %d ends agree%n", slopes, priced, ends);
        assertTrue(
                slopes > 4 * PROBLEMS && priced > PROBLEMS / 2 && ends > PROBLEMS,
                slopes + ", " + priced + ", " + ends);
    }

    private void compare(String name, Kept kept, ShadowPrice price) {
        if (kept.isMixed(price.requirement())) {
            return;
        }
        boolean isWhole = kept.isWhole(price.requirement());
        for (PricePiece piece : price.pieces()) {
            BigDecimal from = piece.from().orElse(BigDecimal.ZERO);
            // Without an end the slope is looked at as far as twice the figure and a little more.
            BigDecimal to = piece.to().orElse(price.stated().add(BigDecimal.ONE).multiply(BigDecimal.valueOf(2)));
            List<BigDecimal> points = isWhole
                    ? List.of(from.setScale(0, RoundingMode.CEILING), to.setScale(0, RoundingMode.FLOOR))
                    : List.of(between(from, to, "0.1"), between(from, to, "0.5"), between(from, to, "0.9"));
            for (int k = 1; k < points.size(); k++) {
                BigDecimal step = points.get(k).subtract(points.get(k - 1));
                if (step.signum() > 0
                        && kept.canBeStated(price, points.get(k - 1))
                        && kept.canBeStated(price, points.get(k))) {
                    BigDecimal before = kept.at(price, points.get(k - 1)).orElseThrow(() -> new AssertionError(name));
                    BigDecimal after = kept.at(price, points.get(k)).orElseThrow(() -> new AssertionError(name));
                    BigDecimal expected = piece.price().multiply(step);
                    BigDecimal error = after.subtract(before).subtract(expected).abs();
                    BigDecimal allowed =
                            before.abs().add(after.abs()).add(BigDecimal.ONE).multiply(ROUNDING);
                    assertTrue(error.compareTo(allowed) <= 0, () -> "%s changes by %s, not by %s\n%s"
                            .formatted(name, after.subtract(before), expected, kept));
                    slopes++;
                    priced += expected.signum() == 0 ? 0 : 1;
                }
            }
        }
        if (!price.pieces().isEmpty() && !kept.isLoad(price.requirement())) {
            price.pieces().get(price.pieces().size() - 1).to().ifPresent(to -> noMore(name, kept, price, to, true));
            price.pieces().get(0).from().ifPresent(from -> noMore(name, kept, price, from, false));
        }
    }

    private static BigDecimal between(BigDecimal from, BigDecimal to, String share) {
        return from.add(to.subtract(from).multiply(new BigDecimal(share)), DIGITS);
    }

    /** Beyond an end the counts do not do, or the figure is none. */
    private void noMore(String name, Kept kept, ShadowPrice price, BigDecimal end, boolean isAbove) {
        BigDecimal step = end.abs().max(BigDecimal.ONE).multiply(TINY);
        BigDecimal beyond = isAbove ? end.add(step) : end.subtract(step);
        if (kept.isWhole(price.requirement())) {
            RoundingMode away = isAbove ? RoundingMode.CEILING : RoundingMode.FLOOR;
            beyond = beyond.setScale(0, away);
        }
        boolean isSecondOfAKind = isAbove && kept.isKindOfControl(price.requirement());
        if (beyond.signum() >= 0 && !isSecondOfAKind) {
            Optional<BigDecimal> found = kept.at(price, beyond);
            assertEquals(Optional.empty(), found, () -> name + " ends at " + end + "\n" + kept);
            ends++;
        }
    }

    /** A design whose counts stay. */
    private static final class Kept {
        private final DesignProblem problem;
        private final Selection bare;
        private final Loads loads;
        private final Map<String, StatedFigure> figures;

        Kept(DesignProblem problem, Selection selection) {
            this.problem = problem;
            this.bare = with(selection, new TreeMap<>());
            this.loads = Evaluation.of(problem, bare).loads();
            this.figures = StatedFigures.of(DesignFormulation.of(problem));
        }

        private static Selection with(Selection bare, SortedMap<String, SupplyUse> supplies) {
            return new Selection(
                    bare.servers(),
                    bare.storage(),
                    bare.fabric(),
                    bare.racks(),
                    bare.cooling(),
                    supplies,
                    bare.controls());
        }

        /**
         * More mean load would need more of what is renewable, too; the shadow price is of the energy alone. And a share that moves by
         * MW, beside the load, is no figure of a document.
         */
        boolean isMixed(String requirement) {
            return (requirement.equals("supply-energy")
                            && problem.supply()
                                    .flatMap(rule -> rule.renewableShare())
                                    .isPresent())
                    || (requirement.equals("renewable-share") && isLoad(requirement));
        }

        /** Of a kind of control one is wanted or none; no document can ask for two. */
        boolean isKindOfControl(String requirement) {
            return problem.policyOrNone().controls().stream().anyMatch(kind -> requirement.equals("security." + kind));
        }

        boolean isLoad(String requirement) {
            return !figures.containsKey(requirement);
        }

        boolean isWhole(String requirement) {
            StatedFigure figure = figures.get(requirement);
            return figure != null && figure.motion() == StatedFigure.Motion.WHOLE;
        }

        /** A document cannot say that there shall be no type of server, though a design without servers would do. */
        boolean canBeStated(ShadowPrice price, BigDecimal value) {
            return isLoad(price.requirement()) || changed(price, value).isPresent();
        }

        private Optional<DesignProblem> changed(ShadowPrice price, BigDecimal value) {
            BigDecimal size =
                    switch (price.unit()) {
                        case "TB", "MW", "MWh", "PFLOP/s" -> BigDecimal.valueOf(1000);
                        case "%" -> new BigDecimal("0.01");
                        default -> BigDecimal.ONE;
                    };
            try {
                return Optional.of(ChangedProblems.of(
                        problem, price.requirement(), value.multiply(size).round(DIGITS)));
            } catch (ItemException noSuchFigure) {
                return Optional.empty();
            }
        }

        /** C + lambda E where the figure is so large in the price's unit; empty if the counts do not do, or there is no such figure. */
        Optional<BigDecimal> at(ShadowPrice price, BigDecimal value) {
            if (isLoad(price.requirement())) {
                Power more = Power.of(value, Power.Unit.MEGAWATT);
                boolean isPeak = price.requirement().equals("supply-peak");
                Loads moved = new Loads(
                        isPeak ? loads.peakIt().plus(more) : loads.peakIt(),
                        isPeak ? loads.meanIt() : loads.meanIt().plus(more),
                        loads.peakCooling(),
                        loads.meanCooling());
                return SupplyOracle.cheapest(problem, problem.supply().orElseThrow(), moved)
                        .map(uses -> Evaluation.of(problem, with(bare, uses))
                                .objective()
                                .base());
            }
            return changed(price, value).flatMap(this::of);
        }

        private Optional<BigDecimal> of(DesignProblem changed) {
            List<Selection> whole = new ArrayList<>();
            if (changed.supply().isEmpty()) {
                whole.add(bare);
            } else {
                SupplyOracle.cheapest(changed, changed.supply().get(), loads)
                        .ifPresent(uses -> whole.add(with(bare, uses)));
            }
            return whole.stream()
                    .map(selection -> Evaluation.of(changed, selection))
                    .filter(Evaluation::feasible)
                    .map(evaluation -> evaluation.objective().base())
                    .findFirst();
        }

        @Override
        public String toString() {
            return bare + "\n" + Documents.toJson(problem);
        }
    }
}
