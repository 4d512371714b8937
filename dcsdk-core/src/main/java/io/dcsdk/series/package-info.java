/**
 * Series of numbers over equal steps of time: weather, carbon intensity, capacity factors, loads.
 *
 * <ul>
 *   <li>{@link io.dcsdk.series.TimeAxis} says when: first step, length of a step, how many, and how much each counts.
 *   <li>{@link io.dcsdk.series.TimeSeries} holds one finite number for each step, with name and unit.
 *   <li>{@link io.dcsdk.series.SeriesCsv} reads columns of CSV files. Gaps, repeated hours, daylight saving and leap years
 *       are errors that name the line; what may be done about them is asked for, never guessed.
 *   <li>{@link io.dcsdk.series.AnyYear} lays a year of data on the steps of another year.
 *   <li>{@link io.dcsdk.series.StepTable} is what is written: columns of figures by step, as CSV or JSON.
 * </ul>
 *
 * <p>Two series meet only on equal axes. Imports documents.
 */
@NullMarked
package io.dcsdk.series;

import org.jspecify.annotations.NullMarked;
