package io.dcsdk.optimizer.report;

import io.dcsdk.optimizer.explanation.Binding;
import io.dcsdk.optimizer.explanation.RequirementWords;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far a requirement is met, or a limit used, by its tightest row.
 *
 * @param owner the requirement or limit
 * @param isRequirement whether at least so much is needed; at most so much is allowed otherwise
 * @param amount what the plan gives or takes
 * @param figure what is needed or allowed
 * @param slack how far the plan is from breaking it
 * @param binds whether it holds with equality, or one unit more or less of something chosen would break it
 */
record RowUse(String owner, boolean isRequirement, Rational amount, Rational figure, Rational slack, boolean binds) {
    /** What of the supply is needed, or of the limit is used; 1 has no room left. */
    Rational share() {
        Rational whole = isRequirement ? amount : figure;
        Rational part = isRequirement ? figure : amount;
        return whole.signum() <= 0 ? Rational.ZERO : part.dividedBy(whole);
    }

    String unit() {
        return RequirementWords.rowUnit(owner);
    }

    /** Such as "at least 1,000 TFLOP/s". */
    String asked() {
        return (isRequirement ? "at least " : "at most ") + Shown.text(figure, unit());
    }

    /** One for each requirement and limit, in the order of the program; without limits of what is not chosen. */
    static List<RowUse> of(PlanFacts facts) {
        Set<String> binding = Binding.of(facts.formulation(), facts.point()).stream()
                .map(limit -> limit.requirement().name())
                .collect(Collectors.toSet());
        Map<String, RowUse> tightest = new LinkedHashMap<>();
        for (Constraint row : facts.program().constraints()) {
            String owner = facts.owner(row);
            if (owner.isEmpty()) {
                continue;
            }
            RowUse use = of(facts, row, owner, binding.contains(owner));
            boolean isAsked = use.isRequirement()
                    ? use.figure().signum() > 0
                    : use.amount().signum() > 0 || !isOfOneItem(owner);
            if (isAsked) {
                tightest.merge(owner, use, (old, other) -> other.share().compareTo(old.share()) > 0 ? other : old);
            }
        }
        return new ArrayList<>(tightest.values());
    }

    private static boolean isOfOneItem(String owner) {
        return owner.startsWith("available.") || owner.startsWith("maximum.");
    }

    private static RowUse of(PlanFacts facts, Constraint row, String owner, boolean binds) {
        Rational slack = row.slack(facts.point());
        boolean isRequirement = row.relation() == Relation.GE;
        // The fixed part of C is on the other side of its row.
        Rational amount = owner.equals("budget")
                ? Rational.of(facts.design().cost().total().base())
                : facts.added(row);
        Rational figure = isRequirement ? amount.minus(slack) : amount.plus(slack);
        return new RowUse(owner, isRequirement, amount, figure, slack, binds);
    }
}
