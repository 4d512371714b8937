package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.explanation.RequirementWords;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.ProvenConflict;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rows of a problem with scenarios or years state, and what of it may move. */
interface StatedRows {
    /** The algebra. */
    LinearProgram program();

    /** What was stated with a row, by its name; rows that say how data centres work have none. */
    Map<String, Stated> byRow();

    /** The relation and the figure of what was stated, such as {@code at least 1,000 TFLOP/s}, if it has one. */
    Optional<String> amount(Stated stated);

    /** The figures that a repair may move. */
    List<Lever> levers();

    /** What is bought, or what is in use in each year, at a point that keeps to how data centres work. */
    List<Selection> designs(List<Rational> point);

    /**
     * The value of a plan for the problem with other figures, as far as the limits allow; audited like any other.
     *
     * @param figures by name of the lever
     */
    Optional<Money> value(Map<String, BigDecimal> figures, LpEngine engine, SolveLimits limits);

    /** The key of what was stated with a row, by the row's name. */
    default Map<String, String> keyOfRow() {
        Map<String, String> keys = new LinkedHashMap<>();
        byRow().forEach((row, stated) -> keys.put(row, stated.key()));
        return keys;
    }

    /** What a proof of infeasibility rests on, in the order of the program. */
    default List<Stated> restedOn(Certificate infeasible) {
        Set<String> used = ProvenConflict.requirements(program(), keyOfRow(), infeasible);
        Set<Stated> ordered = new LinkedHashSet<>();
        for (Constraint row : program().constraints()) {
            Optional.ofNullable(byRow().get(row.name()))
                    .filter(stated -> used.contains(stated.key()))
                    .ifPresent(ordered::add);
        }
        return List.copyOf(ordered);
    }

    /** It as a member of a conflict, with what is bought in a plan without it. */
    default UncertainMember member(Stated stated, List<Selection> withoutIt) {
        return new UncertainMember(
                stated.requirement(),
                stated.in(),
                RequirementWords.meaning(stated.requirement()),
                amount(stated),
                withoutIt);
    }

    /** What a problem that was repaired is said to be, if the search proves that it is not repaired. */
    static IllegalStateException notRepaired(Map<String, BigDecimal> figures) {
        return new IllegalStateException(
                "repair (%s) of the optimizer: the problem with these figures is infeasible, too\nMaybe this is a fault of the SDK; please report it."
                        .formatted(figures));
    }
}
