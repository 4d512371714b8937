package io.dcsdk.training.inference;

import java.util.List;

/** Makes text of tokens again, as a tokenizer's decoder does. Words that were joined before may be joined once more. */
@FunctionalInterface
public interface TokenJoiner {
    /**
     * The text of some tokens.
     *
     * @param tokens in their order, as the vocabulary has them
     * @return their text
     */
    String join(List<String> tokens);

    /**
     * The decoder of WordPiece with the prefix {@code ##}, which also tidies blanks: before {@code . ? ! ,}, around an
     * apostrophe, before {@code n't 'm 's 've 're}, and {@code do not} becomes {@code don't}.
     *
     * @return a joiner for BERT and DistilBERT
     */
    static TokenJoiner wordPiece() {
        return WordPieceJoiner::join;
    }

    /**
     * The decoder of byte-level BPE: each character stands for a byte, the bytes are UTF-8.
     *
     * @return a joiner for RoBERTa
     */
    static TokenJoiner byteLevel() {
        return ByteLevelJoiner::join;
    }
}
