package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.SolveLimits;
import java.util.function.Consumer;

/**
 * Tells what each requirement, limit and price is worth.
 *
 * <pre>{@code
 * Sensitivity sensitivity = SensitivityAnalysis.standard().analyse(problem, SolveLimits.defaults());
 * }</pre>
 *
 * <p>Three questions, each with an answer of another kind. Shadow prices: what does one unit of a figure cost while all counts
 * stay, and in which range; exact, from a parametric linear program. Marginal values: what does a step of a figure really
 * change, everything chosen anew; an interval from the proven bounds of both problems, which is also the check of the shadow
 * prices. Entry and leaving prices: at which price of an item would it be bought, or no longer; an interval, each end of which
 * is shown by a design or by a proof.
 *
 * <p>Nothing leaves it unaudited: proofs have passed the certificate checker, designs were evaluated from their items. Without a
 * lack of time the same problem gives the same answers, whatever the number of threads. Immutable; safe for use by several
 * threads.
 */
public final class SensitivityAnalysis {
    private final LpEngine engine;
    private final StepSizes steps;
    private final boolean withPrices;

    private SensitivityAnalysis(LpEngine engine, StepSizes steps, boolean withPrices) {
        this.engine = engine;
        this.steps = steps;
        this.withPrices = withPrices;
    }

    /**
     * An analysis over ojAlgo, with the standard steps and with prices of items.
     *
     * @return an analysis
     */
    public static SensitivityAnalysis standard() {
        return over(new OjAlgoEngine());
    }

    /**
     * An analysis over another engine.
     *
     * @param engine solves linear relaxations; its answers are not trusted
     * @return an analysis
     */
    public static SensitivityAnalysis over(LpEngine engine) {
        return new SensitivityAnalysis(engine, StepSizes.standard(), true);
    }

    /**
     * The same with other steps.
     *
     * @param value how far each figure is moved
     * @return a changed analysis
     */
    public SensitivityAnalysis withSteps(StepSizes value) {
        return new SensitivityAnalysis(engine, value, withPrices);
    }

    /**
     * The same without the prices of items, which take the most solves.
     *
     * @return a changed analysis
     */
    public SensitivityAnalysis withoutPrices() {
        return new SensitivityAnalysis(engine, steps, false);
    }

    /**
     * Analyses a problem.
     *
     * @param problem the problem, with its catalogue
     * @param limits time of the whole analysis, gap of each solve, and threads. What a step changes is only known up to the gap:
     *     0, or a very small one, suits most
     * @return the answers as far as the time sufficed; never an exception for an infeasible problem
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need, or a step names what
     *     it does not have
     */
    public Sensitivity analyse(DesignProblem problem, SolveLimits limits) {
        return analyse(problem, limits, soFar -> {});
    }

    /**
     * Analyses a problem and tells what is known so far whenever something is added.
     *
     * @param problem the problem, with its catalogue
     * @param limits time of the whole analysis, gap of each solve, and threads
     * @param listener told what is known so far
     * @return the answers as far as the time sufficed; never an exception for an infeasible problem
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need, or a step names what
     *     it does not have
     */
    public Sensitivity analyse(DesignProblem problem, SolveLimits limits, Consumer<Sensitivity> listener) {
        TimeBudget time = TimeBudget.of(limits);
        return new Analysing(engine, problem, steps, withPrices, time, listener).analyse();
    }
}
