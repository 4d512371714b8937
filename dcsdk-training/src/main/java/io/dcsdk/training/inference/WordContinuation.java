package io.dcsdk.training.inference;

/** The pipeline's two ways to tell whether a token goes on with the word before it. */
public enum WordContinuation {
    /**
     * Where the vocabulary marks tokens within words by a prefix (WordPiece's {@code ##}): a token goes on with a word if it
     * is longer or shorter than the text that it stands for. That also catches tokens whose text had accents apart from
     * their letters, which the pipeline does as well.
     */
    MARKED {
        @Override
        boolean continues(ScoredToken token, TextPositions text) {
            return token.token().codePointCount(0, token.token().length()) != token.end() - token.start();
        }
    },
    /**
     * Where it does not (byte-level BPE, Unigram): a token goes on with a word if there is no blank at its start nor right
     * before it, nor does the text begin there. Punctuation sticks to its word.
     */
    UNMARKED {
        @Override
        boolean continues(ScoredToken token, TextPositions text) {
            int start = token.start();
            return start > 0
                    && text.slice(start - 1, Math.min(start + 1, text.length())).indexOf(' ') < 0;
        }
    };

    abstract boolean continues(ScoredToken token, TextPositions text);
}
