/**
 * Cooling by the hour: what a plant takes to carry heat from the IT equipment into the air outside.
 *
 * <ul>
 *   <li>{@link io.dcsdk.cooling.CoolingConfiguration} lists documented plants to start from.
 *   <li>{@link io.dcsdk.cooling.CoolingPlant} is any plant; {@link io.dcsdk.cooling.RoomCooling}, {@link
 *       io.dcsdk.cooling.OutsideAirCooling}, {@link io.dcsdk.cooling.IndirectEvaporativeCooling} and {@link
 *       io.dcsdk.cooling.LiquidCooling} are made of {@link io.dcsdk.cooling.AirLoop}, {@link
 *       io.dcsdk.cooling.DirectExpansion}, {@link io.dcsdk.cooling.ChillerPlant}, {@link io.dcsdk.cooling.CoolingTower} and
 *       {@link io.dcsdk.cooling.DryCooler}.
 *   <li>{@link io.dcsdk.cooling.Facility} joins a plant with a power chain and gives PUE and WUE of a year of weather.
 * </ul>
 *
 * <p>Every hour has its energy balance: heat and electricity that go in on one side, and on the other what the streams of
 * outdoor air carry off by their flow and state. Steady state within the hour; plants scale with their design heat. Imports
 * power, weather and series.
 */
@NullMarked
package io.dcsdk.cooling;

import org.jspecify.annotations.NullMarked;
