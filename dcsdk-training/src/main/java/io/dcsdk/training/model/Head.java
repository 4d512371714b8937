package io.dcsdk.training.model;

/** What stands on top of the encoder. */
public enum Head {
    /** A label for each token: named-entity recognition. */
    TOKEN_CLASSIFICATION("ForTokenClassification"),
    /** A label for each sequence. */
    SEQUENCE_CLASSIFICATION("ForSequenceClassification"),
    /** A span of the sequence: first and last token of an answer. */
    QUESTION_ANSWERING("ForQuestionAnswering");

    private final String suffix;

    Head(String suffix) {
        this.suffix = suffix;
    }

    /**
     * What the class names under {@code architectures} in config.json end with.
     *
     * @return for instance {@code ForTokenClassification}
     */
    public String suffix() {
        return suffix;
    }
}
