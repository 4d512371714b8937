package io.dcsdk.security;

import io.dcsdk.item.ItemRules;
import java.util.List;

/**
 * Where data of a class may be kept and worked on: a rule of data residency.
 *
 * @param data the class of data, such as {@code personal-data-eu}: 1 to 64 lower-case letters, digits, dots and dashes
 * @param jurisdictions where it may be, at least one: a location that lies in any of them will do; codes of 2 to 20 capital
 *     letters, digits and dashes, such as {@code DE}, {@code EU} or {@code US-VA}
 * @param reason the law or contract that asks for it, 1 to 300 characters
 */
public record ResidencyRule(String data, List<String> jurisdictions, String reason) {
    private static final String DATA = "[a-z0-9][a-z0-9.-]{0,63}";
    private static final String JURISDICTION = "[A-Z][A-Z0-9-]{1,19}";

    /** Checks the components. */
    public ResidencyRule {
        data = checkedData(ItemRules.of("residency rule", ""), "data", data);
        ItemRules rules = ItemRules.of("residency rule", data);
        jurisdictions = checkedJurisdictions(rules, jurisdictions);
        rules.text("reason", reason, 300);
    }

    /**
     * The name of a class of data, or an error that names its owner.
     *
     * @param rules of the owner
     * @param subject what the owner calls it
     * @param name the name
     * @return the name
     * @throws io.dcsdk.item.ItemException if it is no such name
     */
    public static String checkedData(ItemRules rules, String subject, String name) {
        String checked = rules.required(subject, name);
        if (!checked.matches(DATA)) {
            throw rules.broken(
                    subject,
                    checked,
                    "is not 1 to 64 lower-case letters, digits, dots and dashes",
                    "write it like personal-data-eu.");
        }
        return checked;
    }

    /**
     * Codes of jurisdictions, or an error that names their owner.
     *
     * @param rules of the owner
     * @param codes at least one, none twice
     * @return the codes
     * @throws io.dcsdk.item.ItemException if there is none, one is there twice, or one is no such code
     */
    public static List<String> checkedJurisdictions(ItemRules rules, List<String> codes) {
        List<String> checked = rules.distinct("jurisdictions", rules.list("jurisdictions", codes));
        if (checked.isEmpty()) {
            throw rules.broken("jurisdictions", checked, "is empty", "name the country, such as DE.");
        }
        for (String code : checked) {
            if (!code.matches(JURISDICTION)) {
                throw rules.broken(
                        "jurisdictions",
                        code,
                        "is not 2 to 20 capital letters, digits and dashes",
                        "write it like DE, EU or US-VA.");
            }
        }
        return checked;
    }

    /**
     * Whether a place will do.
     *
     * @param codes the jurisdictions that the place lies in
     * @return true if one of them is allowed
     */
    public boolean admits(List<String> codes) {
        return codes.stream().anyMatch(jurisdictions::contains);
    }
}
