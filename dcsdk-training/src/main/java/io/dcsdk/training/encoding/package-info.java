/**
 * From words to rows of token ids: sub-words, labels on them, windows over long sentences, and the encoded data set.
 *
 * <p>Start with {@link io.dcsdk.training.encoding.DatasetEncoder}, which turns word lists and tags into an {@link
 * io.dcsdk.training.encoding.EncodedDataset}; {@link io.dcsdk.training.encoding.WordPredictions} goes the way back. What
 * cuts words into sub-words is a {@link io.dcsdk.training.encoding.SubwordTokenizer}; {@link
 * io.dcsdk.training.encoding.TokenizerFolder} reads its description from a HuggingFace folder. Imports nothing of the
 * SDK and no engine.
 */
@NullMarked
package io.dcsdk.training.encoding;

import org.jspecify.annotations.NullMarked;
