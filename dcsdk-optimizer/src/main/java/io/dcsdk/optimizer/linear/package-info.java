/**
 * The neutral model of a mixed-integer linear problem, in exact rational numbers and without any solver.
 *
 * <p>Start with {@link io.dcsdk.optimizer.linear.LinearProgram#builder()}. A program is a list of bounded
 * {@linkplain io.dcsdk.optimizer.linear.Variable variables}, a list of named
 * {@linkplain io.dcsdk.optimizer.linear.Constraint constraints} and a linear objective to be minimised. Everything
 * prints as algebra with its numbers, and everything can be evaluated exactly at a rational point.
 *
 * <p>May import the JDK only.
 */
@NullMarked
package io.dcsdk.optimizer.linear;

import org.jspecify.annotations.NullMarked;
