/**
 * The learning curve of a run as an SVG picture, drawn without AWT.
 *
 * <p>Start with {@link io.dcsdk.training.record.chart.LearningCurve}. Imports the records only.
 */
@NullMarked
package io.dcsdk.training.record.chart;

import org.jspecify.annotations.NullMarked;
