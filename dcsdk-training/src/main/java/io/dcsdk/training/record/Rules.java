package io.dcsdk.training.record;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Duration;
import java.util.Map;

/** The checks of this package's values. */
record Rules(String owner, String advice) {
    long atLeast(long least, long value, String subject) {
        require(value >= least, subject, value, "must be at least " + least);
        return value;
    }

    double finite(double value, String subject) {
        require(Double.isFinite(value), subject, value, "must be a finite number");
        return value;
    }

    double nonNegative(double value, String subject) {
        require(Double.isFinite(value) && value >= 0, subject, value, "must be a finite number, at least 0");
        return value;
    }

    double fraction(double value, String subject) {
        require(value >= 0 && value <= 1, subject, value, "must lie between 0 and 1");
        return value;
    }

    void positive(Duration value, String subject) {
        require(value.compareTo(Duration.ZERO) > 0, subject, value, "must be longer than nothing");
    }

    void nonNegative(Duration value, String subject) {
        require(!value.isNegative(), subject, value, "must not be negative");
    }

    void named(String value, String subject) {
        require(!value.isBlank(), subject, value, "must not be blank");
    }

    <V> Map<String, V> named(Map<String, V> values, String subject) {
        values.keySet().forEach(key -> named(key, "key of " + subject));
        return ImmutableSortedMap.copyOf(values);
    }

    void require(boolean holds, String subject, Object value, String rule) {
        if (!holds) {
            throw RecordException.of(subject, value, owner, rule, advice);
        }
    }
}
