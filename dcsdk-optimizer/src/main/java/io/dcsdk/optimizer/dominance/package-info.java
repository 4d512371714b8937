/**
 * Which items of a catalogue can be left out of a problem without loss, because another one beats them in every respect.
 *
 * <p>Start with {@link io.dcsdk.optimizer.dominance.Dominance}: it compares the items' figures as the algebra counts them,
 * exactly, and names for each item that is beaten the one that beats it and by how much. The search does not use it; a user
 * may plan with {@link io.dcsdk.optimizer.dominance.Dominance#reduce}. May import the core models, the formulation and the
 * exact numbers.
 */
@NullMarked
package io.dcsdk.optimizer.dominance;

import org.jspecify.annotations.NullMarked;
