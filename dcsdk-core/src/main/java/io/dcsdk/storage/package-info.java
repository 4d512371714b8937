/**
 * What keeps data: units of storage, their durability, and how often a training run should save itself.
 *
 * <p>Start with {@link io.dcsdk.storage.StorageUnit}. Imports quantities and the rules of items.
 */
@NullMarked
package io.dcsdk.storage;

import org.jspecify.annotations.NullMarked;
