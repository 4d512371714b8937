/**
 * OR-Tools behind the port of {@code io.dcsdk.optimizer.relaxation}; the only package that imports
 * {@code com.google.ortools}. Optional: nothing of the optimiser needs it.
 *
 * <p>Start with {@link io.dcsdk.optimizer.ortools.GlopEngine}, which takes ojAlgo's place in the search, or with
 * {@link io.dcsdk.optimizer.ortools.MixedIntegerOracle}, which asks SCIP, CP-SAT or HiGHS for a point. Nothing that comes
 * from here is trusted: bounds are recomputed from multipliers, points are checked exactly.
 *
 * <p>The native library is the application's choice: one of {@code com.google.ortools:ortools-linux-x86-64},
 * {@code ortools-linux-aarch64}, {@code ortools-darwin-x86-64}, {@code ortools-darwin-aarch64} and
 * {@code ortools-win32-x86-64}, in the version of {@code ortools-java}. It is loaded when an engine or an oracle is made.
 */
@NullMarked
package io.dcsdk.optimizer.ortools;

import org.jspecify.annotations.NullMarked;
