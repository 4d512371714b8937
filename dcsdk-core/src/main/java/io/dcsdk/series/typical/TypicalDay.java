package io.dcsdk.series.typical;

/**
 * A day that stands for others.
 *
 * @param day its number in the series, from 0
 * @param weight how many days it stands for, itself included
 */
public record TypicalDay(int day, int weight) {}
