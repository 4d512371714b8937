/**
 * What computes: accelerators, the servers that hold them, and the software environment they run.
 *
 * <p>Start with {@link io.dcsdk.compute.Server}. Imports quantities and the rules of items.
 */
@NullMarked
package io.dcsdk.compute;

import org.jspecify.annotations.NullMarked;
