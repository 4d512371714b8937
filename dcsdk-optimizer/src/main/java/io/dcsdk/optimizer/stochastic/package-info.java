/**
 * Two-stage stochastic programs, in exact numbers and without a word about data centres.
 *
 * <p>Start with {@link io.dcsdk.optimizer.stochastic.TwoStageProgram}: first-stage variables, a block of recourse for each
 * scenario, a measure of risk; it becomes one linear program, the deterministic equivalent. Where that is too large,
 * {@link io.dcsdk.optimizer.stochastic.LShapedMethod} solves it by cuts, over any
 * {@link io.dcsdk.optimizer.stochastic.RecourseOracle}. May import the measure of risk of the core, {@code linear},
 * {@code exact}, {@code relaxation}, {@code certificate} and {@code search}.
 */
@NullMarked
package io.dcsdk.optimizer.stochastic;

import org.jspecify.annotations.NullMarked;
