package io.dcsdk.training.model;

/** The encoder families whose checkpoints load. */
public enum Architecture {
    /** BERT (arXiv 1810.04805): word, position and segment embeddings, post-norm encoder layers. */
    BERT("bert"),
    /** RoBERTa (arXiv 1907.11692): BERT whose positions count from the padding id + 1, without segments. */
    ROBERTA("roberta"),
    /** DistilBERT (arXiv 1910.01108): BERT without segment embeddings and pooler, parameters named otherwise. */
    DISTILBERT("distilbert");

    private final String modelType;

    Architecture(String modelType) {
        this.modelType = modelType;
    }

    /**
     * The {@code model_type} of config.json, also the prefix of the encoder's parameter names.
     *
     * @return a lower-case name
     */
    public String modelType() {
        return modelType;
    }
}
