/**
 * Own branch and bound over any linear engine, with a verdict that is always right.
 *
 * <p>Start with {@link io.dcsdk.optimizer.search.MixedIntegerSolver}. The engine proposes; every bound is evaluated so
 * that rounding cannot spoil it, every point is checked exactly, and what an engine cannot settle is settled by the
 * exact simplex.
 *
 * <p>May import {@code linear}, {@code relaxation}, {@code exact} and {@code certificate}, whose checker it only asks how
 * long a proof takes; never an engine.
 */
@NullMarked
package io.dcsdk.optimizer.search;

import org.jspecify.annotations.NullMarked;
