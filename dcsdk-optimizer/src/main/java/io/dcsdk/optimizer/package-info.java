/**
 * The front door of the optimiser.
 *
 * <p>Start with {@link io.dcsdk.optimizer.DesignOptimizer}: from a {@link io.dcsdk.design.DesignProblem} to an
 * {@link io.dcsdk.design.Outcome} with its certificate. May import every other package of the module.
 */
@NullMarked
package io.dcsdk.optimizer;

import org.jspecify.annotations.NullMarked;
