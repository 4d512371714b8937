/**
 * What every item of a catalogue has in common: an identifier, a name, the sources of its figures, and the rules that
 * figures obey.
 *
 * <p>Start with {@link io.dcsdk.item.CatalogItem}; records check themselves with {@link io.dcsdk.item.ItemRules}.
 * Imports quantities only.
 */
@NullMarked
package io.dcsdk.item;

import org.jspecify.annotations.NullMarked;
