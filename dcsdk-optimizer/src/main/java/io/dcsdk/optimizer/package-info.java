/** The optimiser's front door. */
@NullMarked
package io.dcsdk.optimizer;

import org.jspecify.annotations.NullMarked;
