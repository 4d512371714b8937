/**
 * How long planning takes: JMH benchmarks and a report over the same random problems.
 *
 * <p>Start with {@link io.dcsdk.benchmarks.SyntheticProblems}, which makes the problems; then
 * {@link io.dcsdk.benchmarks.OptimizerBenchmark} and {@link io.dcsdk.benchmarks.SolverBenchmark} measure with JMH, and
 * {@link io.dcsdk.benchmarks.OptimizerReport} writes the table of docs/measurements/optimizer.md. May import everything;
 * nothing imports it.
 */
@NullMarked
package io.dcsdk.benchmarks;

import org.jspecify.annotations.NullMarked;
