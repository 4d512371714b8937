/**
 * From the scores of a text's tokens to the entities that it names: the five aggregation strategies of the HuggingFace
 * token-classification pipeline, as pure functions with exactly its results, peculiarities included.
 *
 * <p>Start with {@link io.dcsdk.training.inference.EntityAggregator}, which takes a
 * {@link io.dcsdk.training.inference.ScoredToken} for every token and gives
 * {@link io.dcsdk.training.inference.Entity entities}. {@link io.dcsdk.training.inference.WordContinuation} says which
 * token goes on with a word, {@link io.dcsdk.training.inference.TokenJoiner} makes text of tokens again. Offsets count
 * code points; {@link io.dcsdk.training.inference.TextPositions} translates them. Imports nothing of the SDK.
 */
@NullMarked
package io.dcsdk.training.inference;

import org.jspecify.annotations.NullMarked;
