package io.dcsdk.examples;

/** Something that the caller gave and the command line cannot use; its message is all that is printed. */
final class BadInput extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private BadInput(String message, IllegalArgumentException cause) {
        super(message, cause);
    }

    /**
     * What a file says is well-formed and yet cannot be planned: the message with the file's name before it.
     *
     * @param file the file
     * @param refused what was refused
     * @return the same refusal, with its place
     */
    static BadInput inFile(String file, IllegalArgumentException refused) {
        return new BadInput(file + ": " + refused.getMessage(), refused);
    }

    /**
     * A message in the form of the SDK.
     *
     * @param subject what is wrong, with its value and owner: "gpu (X) of step-time row"
     * @param rule the rule that is broken
     * @param next the next step, to follow "Maybe"
     */
    BadInput(String subject, String rule, String next) {
        super(subject + ": " + rule + "\nMaybe " + next);
    }
}
