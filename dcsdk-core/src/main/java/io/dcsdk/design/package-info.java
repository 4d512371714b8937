/**
 * The question and its answer: a design problem, the plan that answers it, and what else the outcome can be.
 *
 * <p>Start with {@link io.dcsdk.design.DesignProblem}. {@link io.dcsdk.design.Evaluation} says what any selection of items
 * costs, draws and misses, in exact decimals and without any solver. May import everything else in the module.
 */
@NullMarked
package io.dcsdk.design;

import org.jspecify.annotations.NullMarked;
