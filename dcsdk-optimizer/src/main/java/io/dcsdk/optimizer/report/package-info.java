/**
 * Plans, and why there is none, as reports that people read: text, and one HTML file that needs nothing else.
 *
 * <p>Start with {@link io.dcsdk.optimizer.report.DesignReport}; {@link io.dcsdk.optimizer.report.SizingReport} and {@link
 * io.dcsdk.optimizer.report.FacilityReport} do the same for hourly energy. Inside, each {@code ...Section} tells one part of the story as
 * blocks (paragraphs, lists, tables, pictures) from figures that are in the plan or follow from it exactly; {@code HtmlPage}
 * and {@code TextPage} write blocks, and are the only ones that know markup. May import every other package of the module;
 * none imports it.
 */
@NullMarked
package io.dcsdk.optimizer.report;

import org.jspecify.annotations.NullMarked;
