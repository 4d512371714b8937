/**
 * A year by a few typical days.
 *
 * <p>Start with {@link io.dcsdk.series.typical.TypicalDays}: real days that stand for the days like them, chosen from several series
 * at once, with how often each counts and what is lost ({@link io.dcsdk.series.typical.ClusteringError}). Imports series.
 */
@NullMarked
package io.dcsdk.series.typical;

import org.jspecify.annotations.NullMarked;
