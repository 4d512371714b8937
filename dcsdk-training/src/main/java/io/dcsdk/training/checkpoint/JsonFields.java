package io.dcsdk.training.checkpoint;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields of a JSON object by type: one that is there must be of the right type, one that is absent has a default. */
final class JsonFields {
    private static final int LONGEST_QUOTE = 60;

    private final Path file;
    private final ObjectNode object;

    JsonFields(Path file, ObjectNode object) {
        this.file = file;
        this.object = object;
    }

    /** The field, or null where it is absent or null. */
    @Nullable
    JsonNode find(String name) {
        @Nullable JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String name) {
        return find(name) != null;
    }

    int wholeNumber(String name, int otherwise) {
        @Nullable JsonNode value = object.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(name, "a whole number below 2^31 is wanted");
        }
        return value.intValue();
    }

    double number(String name, double otherwise) {
        @Nullable JsonNode value = object.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isNumber()) {
            throw wrong(name, "a number is wanted");
        }
        return value.decimalValue().doubleValue(); // infinite where it is too large; Jackson would throw
    }

    boolean flag(String name, boolean otherwise) {
        @Nullable JsonNode value = object.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw wrong(name, "true or false is wanted");
        }
        return value.booleanValue();
    }

    String text(String name, String otherwise) {
        @Nullable JsonNode value = object.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isString()) {
            throw wrong(name, "a text is wanted");
        }
        return value.stringValue();
    }

    /** A fault of a field, with the usual advice. */
    CheckpointException wrong(String name, String rule) {
        return fault(name, rule + "\nMaybe config.json belongs to another model.");
    }

    /** A fault of a field. */
    CheckpointException fault(String name, String rule) {
        @Nullable JsonNode value = object.get(name);
        String shown = value == null ? "absent" : value.toString();
        if (shown.length() > LONGEST_QUOTE) {
            shown = shown.substring(0, LONGEST_QUOTE) + "...";
        }
        return new CheckpointException("%s (%s)".formatted(name, shown), file, rule);
    }
}
