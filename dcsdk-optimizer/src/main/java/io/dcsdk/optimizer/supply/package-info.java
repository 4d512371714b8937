/**
 * The supply of a data centre as a document: what is bought, built, stored, shifted and emitted, hour by hour.
 *
 * <p>Start with {@link io.dcsdk.optimizer.supply.SupplySystem#read}: it reads a {@link
 * io.dcsdk.optimizer.supply.SupplyDocument} and the files beside it and states them as one linear {@link
 * io.dcsdk.optimizer.sizing.EnergySystem}, which {@link io.dcsdk.optimizer.sizing.SizingOptimizer} sizes with a certified gap.
 * {@link io.dcsdk.optimizer.supply.SupplyTotals} tells what a design emits and how much of it is free of carbon; {@link
 * io.dcsdk.optimizer.supply.SupplySystem#with} states the same series with other prices, for sweeps.
 *
 * <p>Tariffs ({@link io.dcsdk.optimizer.supply.TariffEntry}) follow the clocks of a region, daylight saving included; {@link
 * io.dcsdk.optimizer.supply.SupplyCalendar} knows them. Everything wrong with a document is a {@link
 * io.dcsdk.optimizer.supply.SupplyException} or an exception of the package that refuses it, all of them {@link
 * java.lang.IllegalArgumentException}s that say what to do. May import the core models and {@code sizing}.
 */
@NullMarked
package io.dcsdk.optimizer.supply;

import org.jspecify.annotations.NullMarked;
