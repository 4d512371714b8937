package io.dcsdk.training.corpus;

/**
 * The two parts of a divided corpus.
 *
 * @param first the part with the given share
 * @param second the rest
 */
public record CorpusSplit(Corpus first, Corpus second) {}
