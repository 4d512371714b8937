/**
 * How often clusters fail.
 *
 * <p>Start with {@link io.dcsdk.reliability.Reliability}. Imports quantities and the rules of items.
 */
@NullMarked
package io.dcsdk.reliability;

import org.jspecify.annotations.NullMarked;
