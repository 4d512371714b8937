/**
 * Progress on a terminal: one line that is drawn again and again, and a line for each epoch that stays.
 *
 * <p>Start with {@link io.dcsdk.training.record.progress.ProgressBar}. Imports the records only.
 */
@NullMarked
package io.dcsdk.training.record.progress;

import org.jspecify.annotations.NullMarked;
