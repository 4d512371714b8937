/**
 * Fetches a model folder by name from a HuggingFace-style hub into the cache that the Python tools use as well.
 *
 * <p>Start with {@link io.dcsdk.training.hub.ModelHub}: {@code ModelHub.fromEnvironment().fetch("acme/ner", "main")}
 * gives the snapshot folder of one pinned commit. {@link io.dcsdk.training.hub.HubSettings} says where the hub and the
 * cache are. Everything that comes from the network is checked against the size and the hash that the hub announced for
 * it before it gets its name; no code and no pickled weights are ever fetched. Imports nothing of the SDK.
 */
@NullMarked
package io.dcsdk.training.hub;

import org.jspecify.annotations.NullMarked;
