/**
 * What is left of a run in its folder: a journal that grows record by record, and CSV, JSON and a picture made from it.
 *
 * <p>Start with {@link io.dcsdk.training.record.history.HistoryWriter}, the listener that writes;
 * {@link io.dcsdk.training.record.history.History} is what was written, read back. Imports the records, the chart and
 * documents from the core.
 */
@NullMarked
package io.dcsdk.training.record.history;

import org.jspecify.annotations.NullMarked;
