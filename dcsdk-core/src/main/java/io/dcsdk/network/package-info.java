/**
 * What connects: network switches as a catalogue lists them.
 *
 * <p>Start with {@link io.dcsdk.network.NetworkSwitch}. Imports quantities and the rules of items.
 */
@NullMarked
package io.dcsdk.network;

import org.jspecify.annotations.NullMarked;
