/**
 * The exact optimum of one storage beside any number of sources, for capacities that are given: a dynamic program over the
 * level whose value is a convex, piecewise linear function, kept as the length of each slope.
 *
 * <p>Start with {@link io.dcsdk.optimizer.dispatch.StorageDispatch}. It gives the dispatch, the price of each hour, and a bound
 * that is checked by other code ({@code io.dcsdk.optimizer.sizing}).
 *
 * <p>May import {@code io.dcsdk.optimizer.sizing}.
 */
@NullMarked
package io.dcsdk.optimizer.dispatch;

import org.jspecify.annotations.NullMarked;
