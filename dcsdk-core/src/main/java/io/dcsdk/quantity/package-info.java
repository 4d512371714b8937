/**
 * Physical and monetary quantities: one type per dimension, one base unit inside, exact decimal arithmetic.
 *
 * <p>Start with {@link io.dcsdk.quantity.Quantity}. Imports nothing of the SDK.
 */
@NullMarked
package io.dcsdk.quantity;

import org.jspecify.annotations.NullMarked;
