package io.dcsdk.document;

import java.util.Locale;

/** The two notations that a document may have. */
public enum DocumentFormat {
    /** RFC 8259. */
    JSON,
    /** YAML 1.2, the part of it that says the same as JSON: no aliases, tags or several documents. */
    YAML;

    /**
     * The notation that a file name tells.
     *
     * @param fileName a name that ends in .json, .yaml or .yml
     * @return the notation
     * @throws DocumentException if the name ends otherwise
     */
    public static DocumentFormat ofFileName(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json")) {
            return JSON;
        }
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return YAML;
        }
        throw new DocumentException(
                fileName, 0, "", "the file name ends in neither .json nor .yaml nor .yml\nMaybe rename the file.");
    }
}
