/**
 * Why a problem has no design, and what would have to give.
 *
 * <p>Start with {@link io.dcsdk.optimizer.explanation.Explainer}: from a {@link io.dcsdk.design.DesignProblem} to an
 * {@link io.dcsdk.optimizer.explanation.Explanation} with a conflict that nothing can be left out of, a design for each
 * member that shows so, and the smallest changes that make the problem feasible, each with a design that keeps to them. Of a
 * feasible problem it tells what binds. May import what comes before it: not
 * {@code uncertainty}, {@code sensitivity}, {@code pareto} and {@code report}.
 */
@NullMarked
package io.dcsdk.optimizer.explanation;

import org.jspecify.annotations.NullMarked;
