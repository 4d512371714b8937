/**
 * Carbon by the hour: of the electricity that is drawn, and of the manufacture of what draws it.
 *
 * <ul>
 *   <li>{@link io.dcsdk.carbon.GridCarbon}: intensity of a grid by the hour, average or marginal, with its source.
 *   <li>{@link io.dcsdk.carbon.GridCarbonCsv} reads it from files of Electricity Maps; {@link
 *       io.dcsdk.carbon.GenerationMix} computes it from generation by fuel.
 *   <li>{@link io.dcsdk.carbon.CarbonInventory}: location-based and market-based, after the GHG Protocol.
 *   <li>{@link io.dcsdk.carbon.EmbodiedComponent}: manufacture, spread over the lifetime.
 *   <li>{@link io.dcsdk.carbon.CarbonAccount}: all of that of one load, with the sources of every factor.
 * </ul>
 *
 * <p>The carbon of a training run as its paper counts it is {@link io.dcsdk.energy.CarbonFootprint}. Imports series,
 * quantities and the rules of items.
 */
@NullMarked
package io.dcsdk.carbon;

import org.jspecify.annotations.NullMarked;
