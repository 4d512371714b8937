/**
 * What feeds and cools: supplies of electric energy, cooling systems, and annual energy and carbon.
 *
 * <p>Start with {@link io.dcsdk.energy.Supply} and {@link io.dcsdk.energy.CoolingSystem}. Imports quantities and the
 * rules of items.
 */
@NullMarked
package io.dcsdk.energy;

import org.jspecify.annotations.NullMarked;
