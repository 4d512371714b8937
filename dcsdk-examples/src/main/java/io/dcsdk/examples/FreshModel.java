package io.dcsdk.examples;

import io.dcsdk.training.NerTrainer;
import io.dcsdk.training.encoding.TokenizerFolder;
import io.dcsdk.training.encoding.TokenizerJson;
import io.dcsdk.training.encoding.TokenizerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A model that starts from nothing but a shape and a vocabulary. */
final class FreshModel {
    @Option(
            names = "--shape",
            required = true,
            paramLabel = "SHAPE",
            description = "BERT from scratch: tiny (2 layers of 128), small (4 of 512) or base (12 of 768).")
    private ModelShape shape = ModelShape.TINY;

    @Option(
            names = "--vocab",
            required = true,
            paramLabel = "FILE",
            description = "WordPiece vocabulary for --shape, a token a line (vocab.txt).")
    private String vocabulary = "";

    @Option(
            names = "--lower-case",
            negatable = true,
            description = "Whether text is turned to lower case (default: the vocabulary decides; one with capitals "
                    + "keeps the case).")
    private @Nullable Boolean lowerCase;

    FreshModel() {}

    NerTrainer trainer() {
        CorpusOptions.require("--vocab", vocabulary);
        TokenizerJson tokenizer = TokenizerFolder.vocabulary(
                Input.path(vocabulary),
                lowerCase == null ? TokenizerSettings.NONE : TokenizerSettings.ofLowerCase(lowerCase));
        return NerTrainer.fromScratch(shape.config(tokenizer.vocabularySize(), padding(tokenizer)), tokenizer);
    }

    /** The place of the token that BERT pads with; a vocabulary without it was refused before. */
    private static int padding(TokenizerJson tokenizer) {
        int id = 0;
        while (!tokenizer.token(id).equals("[PAD]")) {
            id++;
        }
        return id;
    }
}
