/**
 * How good predicted tags are: precision, recall and F1 of entities, as seqeval and conlleval count them.
 *
 * <p>Start with {@link io.dcsdk.training.evaluation.EntityScorer}, which gives an {@link
 * io.dcsdk.training.evaluation.EvaluationReport}; {@link io.dcsdk.training.evaluation.ConllevalFile} scores files that have
 * gold and predicted tags side by side. Imports {@code io.dcsdk.training.corpus} and, for JSON, {@code io.dcsdk.document}.
 */
@NullMarked
package io.dcsdk.training.evaluation;

import org.jspecify.annotations.NullMarked;
