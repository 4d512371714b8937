/**
 * Money over time: capital recovery and the total cost of ownership of a data centre.
 *
 * <p>Start with {@link io.dcsdk.finance.TotalCostOfOwnership}. Imports quantities, the power usage
 * effectiveness and the rules of items.
 */
@NullMarked
package io.dcsdk.finance;

import org.jspecify.annotations.NullMarked;
