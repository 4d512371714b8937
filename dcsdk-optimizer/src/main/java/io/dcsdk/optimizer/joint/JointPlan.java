package io.dcsdk.optimizer.joint;

import io.dcsdk.design.Evaluation;
import io.dcsdk.design.ItemCount;
import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.BillOfMaterials;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * A design with its supply.
 *
 * @param selection what is chosen
 * @param billOfMaterials the same as a list with prices
 * @param evaluation C, E, loads and C + lambda E, evaluated from the items
 * @param load of the facility, MW in each step
 * @param supply capacities and dispatch, audited
 * @param supplyCost what the supply costs over the horizon, S
 * @param objective C + lambda E + S
 */
public record JointPlan(
        Selection selection,
        List<ItemCount> billOfMaterials,
        Evaluation evaluation,
        Profile load,
        Sizing.Design supply,
        Money supplyCost,
        Money objective) {
    private static final MathContext UPWARDS = new MathContext(34, RoundingMode.CEILING);

    /** Keeps its own list. */
    public JointPlan {
        billOfMaterials = List.copyOf(billOfMaterials);
    }

    /**
     * A design with a supply.
     *
     * @param problem the problem
     * @param selection what is chosen
     * @param supply capacities and dispatch for {@link #loadOf its load}
     * @return the plan, priced from the items and the audit of the supply
     */
    public static JointPlan of(JointProblem problem, Selection selection, Sizing.Design supply) {
        Evaluation evaluation = Evaluation.of(problem.design(), selection);
        Rational cost = Rational.ofExactly(supply.cost()).times(problem.horizonDollars());
        Money supplyCost = Money.of(
                new BigDecimal(cost.numerator()).divide(new BigDecimal(cost.denominator()), UPWARDS), Money.Unit.USD);
        return new JointPlan(
                selection,
                BillOfMaterials.of(problem.design(), selection),
                evaluation,
                loadOf(problem, selection, evaluation),
                supply,
                supplyCost,
                evaluation.objective().plus(supplyCost));
    }

    /**
     * The load of a design.
     *
     * @param problem the problem
     * @param selection what is chosen
     * @param evaluation its evaluation
     * @return MW in each step; zero without cooling, for then there is nothing to be cooled
     */
    public static Profile loadOf(JointProblem problem, Selection selection, Evaluation evaluation) {
        double meanKilowatts = evaluation.loads().meanIt().in(Power.Unit.KILOWATT);
        return selection
                .cooling()
                .map(choice -> problem.load(choice.system(), meanKilowatts))
                .orElse(Profile.constant(0));
    }
}
