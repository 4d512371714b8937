/**
 * Weather by the hour, and what the sun gives.
 *
 * <ul>
 *   <li>{@link io.dcsdk.weather.EpwFile} reads EnergyPlus weather files; {@link io.dcsdk.weather.WeatherYear} is what cooling
 *       needs of them, and holds a labelled synthetic climate for trials without a file.
 *   <li>{@link io.dcsdk.weather.OutdoorAir} is the air of one hour, {@link io.dcsdk.weather.Psychrometrics} its formulas.
 *   <li>{@link io.dcsdk.weather.SolarCsv} reads hourly files of PVGIS and PVWatts.
 * </ul>
 *
 * <p>SI units with degrees Celsius; humidity as kg of water in a kg of dry air. Imports series and documents.
 */
@NullMarked
package io.dcsdk.weather;

import org.jspecify.annotations.NullMarked;
