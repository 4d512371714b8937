/**
 * SVG pictures without AWT.
 *
 * <p>A {@link io.dcsdk.drawing.Chart} is a picture of numbers with title, description and labelled axes: {@link
 * io.dcsdk.drawing.StackedAreaChart}, {@link io.dcsdk.drawing.HeatMap}, {@link io.dcsdk.drawing.DurationChart}, {@link
 * io.dcsdk.drawing.StackedColumns}, {@link io.dcsdk.drawing.IntervalChart}. For anything else start with {@link
 * io.dcsdk.drawing.SvgDrawing}. Imports nothing of the SDK.
 */
@NullMarked
package io.dcsdk.drawing;

import org.jspecify.annotations.NullMarked;
