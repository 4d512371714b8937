/**
 * The learning curve of a run as an SVG picture, drawn without AWT.
 *
 * <p>Start with {@link io.dcsdk.training.record.chart.LearningCurve}. Imports the records and the drawing of the core.
 */
@NullMarked
package io.dcsdk.training.record.chart;

import org.jspecify.annotations.NullMarked;
