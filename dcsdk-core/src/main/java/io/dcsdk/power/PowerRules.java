package io.dcsdk.power;

import io.dcsdk.item.ItemRules;

/** Ranges of plain numbers, refused in the words of {@link ItemRules}. */
final class PowerRules {
    private PowerRules() {}

    static double within(String owner, String subject, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw ItemRules.of(owner, "")
                    .broken(subject, value, "is not within %s and %s".formatted(least, most), "the unit is wrong.");
        }
        return value;
    }

    static double share(String owner, String subject, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw ItemRules.of(owner, "")
                    .broken(subject, value, "is not within 0 and 1", "it is a percentage: write 35 % as 0.35.");
        }
        return value;
    }
}
