/**
 * A small simplex method in exact rational arithmetic: the judge of last resort.
 *
 * <p>Start with {@link io.dcsdk.optimizer.exact.ExactSimplex}. It is slow and always right.
 *
 * <p>May import {@code io.dcsdk.optimizer.linear}.
 */
@NullMarked
package io.dcsdk.optimizer.exact;

import org.jspecify.annotations.NullMarked;
