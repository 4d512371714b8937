package io.dcsdk.optimizer.formulation;

import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The counts of servers or of storage units, their capacities, and what of them may fail.
 *
 * <p>With N + k, the requirement has one row for each item s: the capacity of all units less k units of s must still
 * reach it if s is used at all. For one type of item this is ceil(requirement / unit) + k.
 *
 * @param <I> the type of the items
 */
final class CountPart<I extends CatalogItem> {
    /** Beyond this, a count is no longer exact in the engine's arithmetic. */
    private static final long MOST_UNITS = 1L << 40;

    private final ProgramDraft draft;
    private final List<Capacity<I>> capacities;
    private final int failing;
    private final boolean countsTypes;
    private final List<I> items = new ArrayList<>();

    /**
     * A part.
     *
     * @param capacities what the counts must reach
     * @param others what they must leave room for: each unit may be there for one of these instead
     */
    CountPart(
            ProgramDraft draft,
            List<I> all,
            List<Capacity<I>> capacities,
            List<List<Capacity<I>>> others,
            int failing,
            boolean countsTypes) {
        this.draft = draft;
        this.capacities = capacities;
        this.failing = failing;
        this.countsTypes = countsTypes;
        // Those that ask for the same do not count twice.
        List<Wanted<I>> room = new ArrayList<>();
        for (Capacity<I> capacity : capacities) {
            room.add(wanted(capacity, all));
        }
        for (List<Capacity<I>> other : others) {
            for (Capacity<I> capacity : other) {
                Wanted<I> wanted = wanted(capacity, all);
                if (room.stream().noneMatch(wanted::isSameAs)) {
                    room.add(wanted);
                }
            }
        }
        List<Wanted<I>> largest = room.stream()
                .filter(wanted -> room.stream().noneMatch(wanted::isLessThan))
                .toList();
        for (I item : all) {
            declare(item, largest);
        }
        IdentityHashMap<Function<I, Rational>, Map<String, Rational>> each = new IdentityHashMap<>();
        draft.largest.covered(room.stream()
                .map(wanted -> new Largest.Cover(
                        wanted.needed(), each.computeIfAbsent(wanted.capacity().of(), this::each)))
                .toList());
    }

    /** What is asked for at the most, and with the units that may fail. */
    private record Wanted<I>(Capacity<I> capacity, Rational most, Rational needed) {
        boolean isSameAs(Wanted<I> other) {
            return capacity.name().equals(other.capacity.name()) && most.equals(other.most);
        }

        /** Whether the other one asks for more of the same. */
        boolean isLessThan(Wanted<I> other) {
            return capacity.of() == other.capacity.of() && needed.compareTo(other.needed) < 0;
        }
    }

    private Wanted<I> wanted(Capacity<I> capacity, List<I> all) {
        Rational most = capacity.most();
        return new Wanted<>(capacity, most, failing == 0 ? most : capacity.needed(all, failing));
    }

    private Map<String, Rational> each(Function<I, Rational> capacity) {
        Map<String, Rational> each = new LinkedHashMap<>();
        for (I item : items) {
            Rational unit = capacity.apply(item);
            if (unit.signum() > 0) {
                each.put(VariableNames.count(item), unit);
            }
        }
        return each;
    }

    private void declare(I item, List<Wanted<I>> room) {
        long most = 0;
        for (Wanted<I> wanted : room) {
            most = Math.max(most, wanted.capacity().enough(item, wanted.needed()));
        }
        if (most > MOST_UNITS) {
            throw ItemRules.of("problem", "")
                    .broken(
                            "demand",
                            "needs " + most + " of " + item.id(),
                            "is too large to be planned exactly",
                            "check the units of the demand and of the item.");
        }
        if (most > 0) {
            items.add(item);
            draft.integer(VariableNames.count(item), most);
            if (marksUse()) {
                draft.integer(VariableNames.used(item), 1);
                draft.physics(
                        "use." + item.id(),
                        LinearExpression.of(VariableNames.count(item)),
                        Relation.LE,
                        new LinearExpression().add(VariableNames.used(item), most));
            }
        }
    }

    private boolean marksUse() {
        return failing > 0 || countsTypes;
    }

    /** The items that can be of use, in the order of the catalogue. */
    List<I> items() {
        return items;
    }

    void requirements() {
        for (Capacity<I> capacity : capacities) {
            rows(capacity, capacity.name(), Rational.ONE, Optional.empty());
        }
    }

    /**
     * Where the 0/1 variable is 1, the requirement counts {@code factor} times: {@code provided >= factor × required −
     * M (1 − variable)} with M the most that the right-hand side can be.
     */
    void multiplied(String requirement, String variable, Rational factor) {
        for (Capacity<I> capacity : capacities) {
            if (capacity.name().equals(requirement)) {
                rows(capacity, requirement + ".through." + variable, factor, Optional.of(variable));
            }
        }
    }

    private void rows(Capacity<I> capacity, String name, Rational factor, Optional<String> condition) {
        if (failing > 0) {
            for (I item : items) {
                row(capacity, name + ".without." + item.id(), factor, condition, Optional.of(item));
            }
        }
        row(capacity, name, factor, condition, Optional.empty());
    }

    private void row(
            Capacity<I> capacity, String name, Rational factor, Optional<String> condition, Optional<I> failed) {
        LinearExpression provided = new LinearExpression();
        for (I item : items) {
            provided.add(VariableNames.count(item), capacity.of().apply(item));
        }
        failed.ifPresent(item ->
                provided.add(VariableNames.used(item), capacity.of().apply(item).times(Rational.of(-failing))));
        LinearExpression required = new LinearExpression();
        LinearExpression each = new LinearExpression().plusConstant(capacity.required());
        for (Capacity.ControlShare control : capacity.overhead()) {
            each.add(control.variable(), capacity.required().multiply(control.share()));
        }
        required.add(each, factor);
        condition.ifPresent(variable -> {
            // The lost units as well: with the condition off, the row must say nothing.
            Rational relaxed = capacity.most()
                    .plus(failed.map(item -> capacity.of().apply(item).times(Rational.of(failing)))
                            .orElse(Rational.ZERO));
            required.add(variable, relaxed);
            required.add(new LinearExpression().plusConstant(BigDecimal.ONE), relaxed.negate());
        });
        draft.requirement(capacity.name(), name, provided, Relation.GE, required);
    }

    void available(Function<I, Optional<Integer>> available) {
        for (I item : items) {
            available
                    .apply(item)
                    .ifPresent(most -> draft.requirement(
                            "available." + item.id(),
                            LinearExpression.of(VariableNames.count(item)),
                            Relation.LE,
                            new LinearExpression().plusConstant(BigDecimal.valueOf(most))));
        }
    }

    void types(int most) {
        LinearExpression used = new LinearExpression();
        items.forEach(item -> used.add(VariableNames.used(item), Rational.ONE));
        draft.requirement(
                "server-types", used, Relation.LE, new LinearExpression().plusConstant(BigDecimal.valueOf(most)));
    }
}
