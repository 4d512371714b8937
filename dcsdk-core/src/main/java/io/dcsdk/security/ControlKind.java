package io.dcsdk.security;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.KebabName;

/** What kind of safeguard a control is. */
public enum ControlKind {
    /** Who may do what: identities, roles, second factors. */
    ACCESS_CONTROL,
    /** Stored data is encrypted. */
    ENCRYPTION_AT_REST,
    /** Data on the network is encrypted. */
    ENCRYPTION_IN_TRANSIT,
    /** Who did what is recorded and kept. */
    AUDIT,
    /** Tenants and zones are separated on the network. */
    NETWORK_ISOLATION,
    /** Data is protected in use by trusted execution environments. */
    CONFIDENTIAL_COMPUTING,
    /** Persons cannot be told from the data. */
    ANONYMISATION,
    /** Training with a bound on what a model reveals of one record. */
    DIFFERENTIAL_PRIVACY,
    /** Training where the data lies, without moving it. */
    FEDERATED_LEARNING,
    /** Watching for intrusion and misuse. */
    MONITORING,
    /** Looking for known weaknesses. */
    VULNERABILITY_SCANNING;

    /**
     * Reads the text of a document.
     *
     * @param text the name in lower case, with dashes
     * @return the constant
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    @JsonCreator
    public static ControlKind parse(String text) {
        return KebabName.parse(ControlKind.class, "control kind", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return KebabName.of(this);
    }
}
