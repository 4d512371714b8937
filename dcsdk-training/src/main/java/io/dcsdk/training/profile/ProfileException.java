package io.dcsdk.training.profile;

/** A profile that cannot be taken: a figure breaks a rule, or the meter is used in the wrong order. */
public final class ProfileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ProfileException(String subject, Object value, String owner, String rule, String step) {
        super("%s (%s) of %s: %s\nMaybe %s".formatted(subject, value, owner, rule, step));
    }
}
