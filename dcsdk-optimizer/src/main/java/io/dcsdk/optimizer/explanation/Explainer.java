package io.dcsdk.optimizer.explanation;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.SolveLimits;
import java.util.function.Consumer;

/**
 * Explains why a problem has no design, and what would have to give.
 *
 * <pre>{@code
 * Explanation explanation = Explainer.standard().explain(problem, RepairRules.equal(), SolveLimits.defaults());
 * }</pre>
 *
 * <p>First the linear relaxation is asked, which takes a fraction of a second; the search with whole numbers only goes on from
 * there. Nothing leaves it unaudited: the conflict's proof and the repairs' bounds have passed the certificate checker, and
 * each design was evaluated from its items. Without a lack of time the same problem gives the same explanation, whatever the
 * number of threads. Safe for use by several threads.
 */
public final class Explainer {
    private final LpEngine engine;

    private Explainer(LpEngine engine) {
        this.engine = engine;
    }

    /**
     * An explainer over ojAlgo.
     *
     * @return an explainer
     */
    public static Explainer standard() {
        return over(new OjAlgoEngine());
    }

    /**
     * An explainer over another engine.
     *
     * @param engine solves linear relaxations; its answers are not trusted
     * @return an explainer
     */
    public static Explainer over(LpEngine engine) {
        return new Explainer(engine);
    }

    /**
     * Explains a problem.
     *
     * @param problem the problem, with its catalogue
     * @param rules what repairs may change
     * @param limits time, gap of the repairs' prices, and threads
     * @return why it has no design, or what binds its best design, or that the time did not suffice to tell
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need, or the rules name
     *     what it does not have
     */
    public Explanation explain(DesignProblem problem, RepairRules rules, SolveLimits limits) {
        return explain(problem, rules, limits, soFar -> {});
    }

    /**
     * Explains a problem and tells what is known so far whenever something is added: for an infeasible problem first the
     * conflict of the linear relaxation, if there is one.
     *
     * @param problem the problem, with its catalogue
     * @param rules what repairs may change
     * @param limits time, gap of the repairs' prices, and threads
     * @param listener told what is known so far
     * @return why it has no design, or what binds its best design, or that the time did not suffice to tell
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need, or the rules name
     *     what it does not have
     */
    public Explanation explain(
            DesignProblem problem, RepairRules rules, SolveLimits limits, Consumer<Explanation> listener) {
        TimeBudget time = TimeBudget.of(limits);
        return new Explaining(engine, problem, rules, time, listener).explain();
    }
}
