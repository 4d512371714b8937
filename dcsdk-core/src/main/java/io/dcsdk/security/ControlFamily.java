package io.dcsdk.security;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.dcsdk.item.ItemRules;

/**
 * The control families of NIST SP 800-53 Revision 5, "Security and Privacy Controls for Information Systems and
 * Organizations" (2020), table 1. In documents they are their identifiers.
 */
public enum ControlFamily {
    /** Access Control. */
    AC("Access Control"),
    /** Awareness and Training. */
    AT("Awareness and Training"),
    /** Audit and Accountability. */
    AU("Audit and Accountability"),
    /** Assessment, Authorization, and Monitoring. */
    CA("Assessment, Authorization, and Monitoring"),
    /** Configuration Management. */
    CM("Configuration Management"),
    /** Contingency Planning. */
    CP("Contingency Planning"),
    /** Identification and Authentication. */
    IA("Identification and Authentication"),
    /** Incident Response. */
    IR("Incident Response"),
    /** Maintenance. */
    MA("Maintenance"),
    /** Media Protection. */
    MP("Media Protection"),
    /** Physical and Environmental Protection. */
    PE("Physical and Environmental Protection"),
    /** Planning. */
    PL("Planning"),
    /** Program Management. */
    PM("Program Management"),
    /** Personnel Security. */
    PS("Personnel Security"),
    /** Personally Identifiable Information Processing and Transparency. */
    PT("Personally Identifiable Information Processing and Transparency"),
    /** Risk Assessment. */
    RA("Risk Assessment"),
    /** System and Services Acquisition. */
    SA("System and Services Acquisition"),
    /** System and Communications Protection. */
    SC("System and Communications Protection"),
    /** System and Information Integrity. */
    SI("System and Information Integrity"),
    /** Supply Chain Risk Management. */
    SR("Supply Chain Risk Management");

    private final String title;

    ControlFamily(String title) {
        this.title = title;
    }

    /**
     * Reads an identifier.
     *
     * @param text two capital letters, such as {@code AC}
     * @return the family
     * @throws io.dcsdk.item.ItemException if there is none of that identifier
     */
    @JsonCreator
    public static ControlFamily parse(String text) {
        for (ControlFamily family : values()) {
            if (family.name().equals(text)) {
                return family;
            }
        }
        throw ItemRules.of("NIST SP 800-53", "")
                .broken("control family", text, "is unknown", "use an identifier such as AC, AU or SC.");
    }

    /**
     * The name of the family.
     *
     * @return the name in the publication
     */
    public String title() {
        return title;
    }
}
