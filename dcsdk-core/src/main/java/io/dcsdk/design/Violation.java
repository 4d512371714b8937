package io.dcsdk.design;

/**
 * A requirement or limit that a selection breaks.
 *
 * @param constraint its name, such as {@code compute}
 * @param message what is required and what there is
 */
public record Violation(String constraint, String message) {}
