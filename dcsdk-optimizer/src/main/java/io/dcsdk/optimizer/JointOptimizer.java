package io.dcsdk.optimizer;

import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.joint.JointListener;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.joint.JointResult;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.SolveLimits;

/**
 * Finds the design and its hourly supply of minimum C + lambda E + S together, and proves how good they are.
 *
 * <p>Method: Benders' decomposition. The master is the design problem with the cost of supply as a variable, solved by
 * {@link io.dcsdk.optimizer.search.MixedIntegerSolver}; its proven bound is a lower bound of the joint problem. The supply of
 * its design is sized by {@link io.dcsdk.optimizer.sizing.SizingOptimizer}: an upper bound. The hourly prices of that
 * sizing bound the cost of supplying every other design, whatever its cooling and size, for the load is linear in the
 * design: one cut ({@link io.dcsdk.optimizer.joint.SupplyCut}) for all of them. Repeat until the bounds meet. A load that
 * cannot be supplied gives a cut in the same way.
 *
 * <pre>{@code
 * JointResult result = JointOptimizer.standard().solve(problem, SolveLimits.defaults().withRelativeGap(gap));
 * }</pre>
 *
 * <p>Every proof has passed the exact checker, every dispatch the audit, before they are returned. As long as time does
 * not run out, the result does not depend on the number of threads. Safe for use by several threads.
 */
public final class JointOptimizer {
    private final LpEngine engine;

    private JointOptimizer(LpEngine engine) {
        this.engine = engine;
    }

    /**
     * The optimiser over ojAlgo.
     *
     * @return an optimiser
     */
    public static JointOptimizer standard() {
        return over(new OjAlgoEngine());
    }

    /**
     * The optimiser over another engine.
     *
     * @param engine solves linear relaxations; its answers are not trusted
     * @return an optimiser
     */
    public static JointOptimizer over(LpEngine engine) {
        return new JointOptimizer(engine);
    }

    /**
     * Solves a problem.
     *
     * @param problem design problem and supply
     * @param limits time, gap and threads; a sizing that has begun is ended, which takes seconds for 8,760 hours
     * @return a plan with its gap, or a proof that there is none, or as much as the time allowed
     */
    public JointResult solve(JointProblem problem, SolveLimits limits) {
        return solve(problem, limits, round -> {});
    }

    /**
     * Solves a problem and tells how it goes.
     *
     * @param problem design problem and supply
     * @param limits time, gap and threads; a sizing that has begun is ended, which takes seconds for 8,760 hours
     * @param listener told after each round
     * @return a plan with its gap, or a proof that there is none, or as much as the time allowed
     */
    public JointResult solve(JointProblem problem, SolveLimits limits, JointListener listener) {
        return new JointSearch(engine, problem, limits, listener).run();
    }
}
