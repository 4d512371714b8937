/**
 * The port between the search and whatever solves its linear relaxations in floating point.
 *
 * <p>Start with {@link io.dcsdk.optimizer.relaxation.LpEngine}. An engine is never trusted: every answer is a proposal
 * that the search turns into a bound which is valid whatever the proposal was, so a wrong answer costs time, not truth.
 * Engines of other modules are found by name through {@link io.dcsdk.optimizer.relaxation.LpEngines}.
 *
 * <p>May import {@code io.dcsdk.optimizer.linear}.
 */
@NullMarked
package io.dcsdk.optimizer.relaxation;

import org.jspecify.annotations.NullMarked;
