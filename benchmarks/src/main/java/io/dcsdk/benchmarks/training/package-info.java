/**
 * The training loop, measured: JMH benchmarks ({@link io.dcsdk.benchmarks.training.StepBenchmark} first), and programs that
 * print what their counterparts in Python print, to be run in turn with those. What is compared with stands in {@code
 * StockDjl}, {@code EagerDjl} and {@code DjlBert}.
 */
@NullMarked
package io.dcsdk.benchmarks.training;

import org.jspecify.annotations.NullMarked;
