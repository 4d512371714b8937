/**
 * Supply sized on a few typical days and then judged on the whole year.
 *
 * <p>Start with {@link io.dcsdk.optimizer.typical.TypicalSizing}. Storage is cyclic within each typical day: what a battery does from
 * noon to night is kept, what a tank does from summer to winter is not. That is why the capacities are dispatched over all steps
 * afterwards, and why the cost that is reported is that of the whole year. Knows {@code sizing} and the core's typical days.
 */
@NullMarked
package io.dcsdk.optimizer.typical;

import org.jspecify.annotations.NullMarked;
