/**
 * A corpus made up by rule, for trying a trainer without data: English-like sentences with people, organisations and places,
 * and a WordPiece vocabulary learnt from them.
 *
 * <p>Start with {@link io.dcsdk.training.corpus.synthetic.SyntheticCorpus}. Imports {@code io.dcsdk.training.corpus}.
 */
@NullMarked
package io.dcsdk.training.corpus.synthetic;

import org.jspecify.annotations.NullMarked;
