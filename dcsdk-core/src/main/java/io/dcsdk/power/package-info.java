/**
 * Electric power of the IT equipment, and what is lost on the way to it.
 *
 * <ul>
 *   <li>{@link io.dcsdk.power.ServerPower}: power of a server by its utilisation.
 *   <li>{@link io.dcsdk.power.DutyCycle}: mean power of an accelerator from what it does, by share of time, of a measured run or of
 *       an estimated step.
 *   <li>{@link io.dcsdk.power.PowerSupply} and {@link io.dcsdk.power.ServerGroup}: servers alike, their power at the plug by the
 *       hour.
 *   <li>{@link io.dcsdk.power.EfficiencyCurve}: losses of power supplies, UPS and transformers by load.
 *   <li>{@link io.dcsdk.power.PowerChain}: stages one after the other, from the IT equipment up to the grid.
 * </ul>
 *
 * <p>Watts and shares as doubles. Imports the rules of items, series, profiles of training and the step-time model.
 */
@NullMarked
package io.dcsdk.power;

import org.jspecify.annotations.NullMarked;
