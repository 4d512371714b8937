/**
 * A small simplex method in exact rational arithmetic: the judge of last resort.
 *
 * <p>Start with {@link io.dcsdk.optimizer.exact.ExactSimplex}. It is slow and always right. {@link
 * io.dcsdk.optimizer.exact.ExactOptimum} and {@link io.dcsdk.optimizer.exact.ExactVertex} are fast and right where an engine's
 * doubles are nearly so, and say nothing elsewhere.
 *
 * <p>May import {@code io.dcsdk.optimizer.linear}.
 */
@NullMarked
package io.dcsdk.optimizer.exact;

import org.jspecify.annotations.NullMarked;
