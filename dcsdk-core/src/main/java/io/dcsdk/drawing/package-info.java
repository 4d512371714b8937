/**
 * SVG pictures without AWT.
 *
 * <p>Start with {@link io.dcsdk.drawing.SvgDrawing}. Imports nothing of the SDK.
 */
@NullMarked
package io.dcsdk.drawing;

import org.jspecify.annotations.NullMarked;
