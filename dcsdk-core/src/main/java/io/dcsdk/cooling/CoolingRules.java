package io.dcsdk.cooling;

import io.dcsdk.item.ItemRules;

/** Ranges of plain numbers, refused in the words of {@link ItemRules}. */
final class CoolingRules {
    private final String owner;

    CoolingRules(String owner) {
        this.owner = owner;
    }

    void within(String subject, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw ItemRules.of(owner, "")
                    .broken(
                            subject,
                            value,
                            "is not within %s and %s".formatted(least, most),
                            "the unit is wrong: temperatures are in degC, differences in K, shares from 0 to 1.");
        }
    }
}
