package io.dcsdk.examples;

/** Something that the caller gave and the command line cannot use; its message is all that is printed. */
final class BadInput extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

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
