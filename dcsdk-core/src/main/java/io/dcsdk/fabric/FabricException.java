package io.dcsdk.fabric;

/** A fabric, a topology or a traffic demand that breaks a rule; the text says which, and what to try next. */
public final class FabricException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    FabricException(String subject, Object value, String owner, String rule, String next) {
        super("%s (%s) of %s: %s\nMaybe %s".formatted(subject, value, owner, rule, next));
    }
}
