/**
 * What each requirement, limit and price is worth to a planned problem.
 *
 * <p>Start with {@link io.dcsdk.optimizer.sensitivity.SensitivityAnalysis}: from a {@link io.dcsdk.design.DesignProblem} to a
 * {@link io.dcsdk.optimizer.sensitivity.Sensitivity} with shadow prices and the ranges in which they hold, what one more of
 * each figure costs or saves, and the prices at which items enter or leave the plan.
 * {@link io.dcsdk.optimizer.sensitivity.TornadoChart} draws it. May import every other package of the module but
 * {@code pareto}; none imports it.
 */
@NullMarked
package io.dcsdk.optimizer.sensitivity;

import org.jspecify.annotations.NullMarked;
