package io.dcsdk.transformer;

/** The checks of this package's values, and the one form of their messages. */
final class Rules {
    private Rules() {}

    static int positive(int value, String subject, String owner, String advice) {
        require(value > 0, subject, value, owner, "must be at least 1", advice);
        return value;
    }

    static double positive(double value, String subject, String owner, String advice) {
        require(value > 0 && Double.isFinite(value), subject, value, owner, "must be a finite number above 0", advice);
        return value;
    }

    static double fraction(double value, String subject, String owner, String advice) {
        require(value >= 0 && value <= 1, subject, value, owner, "must lie between 0 and 1", advice);
        return value;
    }

    static void require(boolean holds, String subject, Object value, String owner, String rule, String advice) {
        if (!holds) {
            throw new IllegalArgumentException(
                    subject + " (" + value + ") of " + owner + ": " + rule + "\nMaybe " + advice);
        }
    }
}
