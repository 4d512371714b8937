/**
 * The quickstart and the command line: a thin layer over the public API, one class for each command.
 *
 * <p>Start with {@link io.dcsdk.examples.Main}. To see how the SDK is called read {@link io.dcsdk.examples.PlanCommand}
 * and {@link io.dcsdk.examples.Quickstart}. May import everything public of the SDK and picocli; nothing imports it.
 */
@NullMarked
package io.dcsdk.examples;

import org.jspecify.annotations.NullMarked;
