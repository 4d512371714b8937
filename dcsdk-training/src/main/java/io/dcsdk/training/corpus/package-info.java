/**
 * Labelled sentences: tag schemes, the corpus itself, and its readers and writers.
 *
 * <p>Start with {@link io.dcsdk.training.corpus.ConllReader} for files with a word a line, or {@link
 * io.dcsdk.training.corpus.JsonLinesReader} for a JSON object a line; both give a {@link
 * io.dcsdk.training.corpus.Corpus}, whose tags always obey its {@link io.dcsdk.training.corpus.TagScheme}. Imports nothing
 * of the SDK.
 */
@NullMarked
package io.dcsdk.training.corpus;

import org.jspecify.annotations.NullMarked;
