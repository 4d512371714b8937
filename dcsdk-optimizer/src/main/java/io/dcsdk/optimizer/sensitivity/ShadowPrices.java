package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Loads;
import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.explanation.RequirementWords;
import io.dcsdk.optimizer.explanation.StatedFigure;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Power;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Finds the shadow price of every requirement and limit of a problem, at one design. */
final class ShadowPrices {
    private final DesignFormulation formulation;
    private final Map<String, StatedFigure> figures;
    private final Selection selection;
    private final Loads loads;
    private final FixedCounts counts;
    private final Map<String, Optional<ValueFunction>> functions = new LinkedHashMap<>();

    ShadowPrices(
            DesignFormulation formulation,
            Map<String, StatedFigure> figures,
            List<Rational> point,
            BooleanSupplier stop) {
        this.formulation = formulation;
        this.figures = figures;
        this.selection = formulation.selection(point);
        this.loads = Evaluation.of(formulation.problem(), selection).loads();
        this.counts = new FixedCounts(formulation, point, figures, stop);
    }

    List<ShadowPrice> all() {
        List<ShadowPrice> prices = new ArrayList<>();
        for (String name : new LinkedHashSet<>(formulation.requirementOfRow().values())) {
            prices.add(price(name));
        }
        return prices;
    }

    /** C + lambda E with the counts kept, if they do, where a figure is moved by so much. */
    Optional<Rational> keepingCounts(String requirement, Rational move) {
        return function(requirement).flatMap(function -> function.at(move));
    }

    private Optional<ValueFunction> function(String requirement) {
        return functions.computeIfAbsent(requirement, name -> counts.value(name).map(value -> possible(name, value)));
    }

    private ShadowPrice price(String name) {
        Optional<StatedFigure> figure = Optional.ofNullable(figures.get(name));
        FigureUnit unit = FigureUnit.of(figure);
        Rational stated = figure.map(StatedFigure::value).orElse(Rational.ZERO);
        Optional<ValueFunction> function = function(name);
        return new ShadowPrice(
                name,
                RequirementWords.meaning(name),
                figure.map(StatedFigure::relation).orElse("more by"),
                unit.name(),
                unit.of(stated, RoundingMode.HALF_EVEN),
                function.map(value -> pieces(value, unit, stated)).orElse(List.of()),
                function.isPresent());
    }

    private static List<PricePiece> pieces(ValueFunction value, FigureUnit unit, Rational stated) {
        List<PricePiece> list = new ArrayList<>();
        int last = value.pieces().size() - 1;
        for (int k = 0; k <= last; k++) {
            ValueFunction.Piece piece = value.pieces().get(k);
            boolean endless = k == last && value.unlimitedAbove();
            boolean beginningless = k == 0 && value.unlimitedBelow();
            list.add(new PricePiece(
                    beginningless
                            ? Optional.empty()
                            : Optional.of(unit.of(stated.plus(piece.from()), RoundingMode.CEILING)),
                    endless ? Optional.empty() : Optional.of(unit.of(stated.plus(piece.to()), RoundingMode.FLOOR)),
                    unit.price(piece.slope())));
        }
        return list;
    }

    /**
     * Figures are not negative, shares at most 1, and no rack may hold less than one of what is chosen draws. Load without a
     * figure is looked at from none to twice that of the plan.
     */
    private ValueFunction possible(String name, ValueFunction value) {
        StatedFigure figure = figures.get(name);
        if (figure == null) {
            Power load = name.equals("supply-peak") ? loads.peak() : loads.mean();
            Rational kilowatts = Rational.of(load.base().movePointLeft(3));
            Rational most = value.unlimitedAbove() ? kilowatts : value.to().min(kilowatts);
            return value.notBelow(kilowatts.negate()).notAbove(most);
        }
        Rational least = name.equals("rack-power") ? largestDraw() : Rational.ZERO;
        ValueFunction above = value.notBelow(least.minus(figure.value()).min(Rational.ZERO));
        return figure.unit().equals("%") ? above.notAbove(Rational.ONE.minus(figure.value())) : above;
    }

    private Rational largestDraw() {
        Catalog catalog = formulation.problem().items();
        Power largest = Power.ZERO;
        for (var server : catalog.servers()) {
            if (selection.servers().containsKey(server.id())) {
                largest = larger(largest, server.maxPower());
            }
        }
        for (var store : catalog.storage()) {
            if (selection.storage().containsKey(store.id())) {
                largest = larger(largest, store.maxPower());
            }
        }
        for (var item : catalog.switches()) {
            if (selection
                    .fabric()
                    .filter(fabric -> fabric.networkSwitch().equals(item.id()))
                    .isPresent()) {
                largest = larger(largest, item.maxPower());
            }
        }
        return Rational.of(largest.base().movePointLeft(3));
    }

    private static Power larger(Power one, Power other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
