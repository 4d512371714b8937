package io.dcsdk.training.model;

/** A model that cannot be: a figure of its configuration breaks a rule, or is of a kind that is not supported. */
public final class ModelException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * A figure that breaks a rule.
     *
     * @param field its name in config.json
     * @param value what it is
     * @param rule what is wrong with it
     */
    public ModelException(String field, Object value, String rule) {
        this("%s (%s) of the model: %s\nMaybe config.json belongs to another model.".formatted(field, value, rule));
    }

    /**
     * A fault with its whole message.
     *
     * @param message subject, rule, and a line that begins "Maybe"
     */
    public ModelException(String message) {
        super(message);
    }
}
