package io.dcsdk.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns the parser's exceptions into messages of this SDK: file, line, path, rule, next step. */
final class DocumentFaults {
    private static final Pattern MISSING = Pattern.compile("Missing required creator property '([^']*)'");
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"([^\"]*)\"");

    private DocumentFaults() {}

    static DocumentException explain(String source, Map<String, Integer> lines, JacksonException fault) {
        String path = path(fault);
        int line = lines.getOrDefault(path, located(fault));
        String text = Objects.requireNonNullElse(fault.getOriginalMessage(), fault.toString());

        if (fault instanceof UnrecognizedPropertyException unknown) {
            return new DocumentException(source, line, path, unknownField(unknown));
        }
        Matcher missing = MISSING.matcher(text);
        if (missing.find()) {
            return missingField(source, lines, path, missing.group(1));
        }
        Matcher duplicate = DUPLICATE.matcher(text);
        if (duplicate.find()) {
            return new DocumentException(
                    source,
                    located(fault),
                    path,
                    "the field \"%s\" stands twice\nMaybe remove one of the two.".formatted(duplicate.group(1)));
        }
        @Nullable String own = ownMessage(fault);
        if (own != null) {
            return new DocumentException(source, line, path, own);
        }
        return new DocumentException(source, line, path, rule(fault, text));
    }

    private static String kinds(Class<?> type) {
        JsonSubTypes known = type.getAnnotation(JsonSubTypes.class);
        return known == null
                ? "see the documentation for the kinds that there are"
                : "use one of "
                        + Arrays.stream(known.value())
                                .map(JsonSubTypes.Type::name)
                                .sorted()
                                .collect(Collectors.joining(", "));
    }

    private static String rule(JacksonException fault, String text) {
        String first = text.lines().findFirst().orElse(text);
        if (fault instanceof StreamConstraintsException) {
            return "exceeds a limit of the reader: " + first + "\nMaybe the file is not what it should be.";
        }
        if (fault instanceof InvalidTypeIdException typeId) {
            return "the kind (%s) is missing or unknown\nMaybe %s."
                    .formatted(typeId.getTypeId(), kinds(typeId.getBaseType().getRawClass()));
        }
        if (fault instanceof InvalidFormatException format) {
            return "the value (%s) is no %s\nMaybe see the documentation of the field."
                    .formatted(format.getValue(), words(format.getTargetType()));
        }
        if (fault instanceof MismatchedInputException mismatch) {
            return "is not written as a %s is\nMaybe quantities lack their unit (\"10.2 kW\"), or a list or an object stands where one value should."
                    .formatted(words(mismatch.getTargetType()));
        }
        return "is not valid: " + first + "\nMaybe a bracket, a quote, a comma or an indent is wrong.";
    }

    private static String words(@Nullable Class<?> type) {
        if (type == null) {
            return "value";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "whole number";
        }
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** The message that a record or a quantity gave when it refused its values. */
    private static @Nullable String ownMessage(Throwable fault) {
        for (@Nullable Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && !(cause instanceof JacksonException)) {
                return cause.getMessage();
            }
        }
        return null;
    }

    /** A field that is missing is often one that is misspelt: Jackson reports the former first. */
    private static DocumentException missingField(String source, Map<String, Integer> lines, String path, String name) {
        String parent = path.equals(name) ? "" : path.substring(0, Math.max(0, path.length() - name.length() - 1));
        String prefix = parent.isEmpty() ? "" : parent + ".";
        String advice = lines.keySet().stream()
                .filter(p -> p.startsWith(prefix) && !p.equals(parent))
                .map(p -> p.substring(prefix.length()))
                .filter(sibling -> !sibling.contains(".") && !sibling.contains("[") && distance(sibling, name) <= 2)
                .sorted()
                .findFirst()
                .map(sibling ->
                        "Maybe \"%s\" in line %d was meant to be it.".formatted(sibling, lines.get(prefix + sibling)))
                .orElse("Maybe add it.");
        return new DocumentException(
                source, lines.getOrDefault(parent, 0), path, "the field \"%s\" is missing\n%s".formatted(name, advice));
    }

    private static String unknownField(UnrecognizedPropertyException unknown) {
        Collection<Object> known = Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of());
        List<String> names = known.stream().map(Object::toString).sorted().toList();
        String near = names.stream()
                .min(Comparator.comparingInt(name -> distance(name, unknown.getPropertyName())))
                .filter(name -> distance(name, unknown.getPropertyName()) <= 3)
                .map(name -> "Maybe you mean \"" + name + "\"; the")
                .orElse("Maybe remove it; the");
        return "the field \"%s\" is unknown\n%s fields are %s."
                .formatted(unknown.getPropertyName(), near, String.join(", ", names));
    }

    /** Levenshtein's edit distance; O(nm) on two field names. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static int located(JacksonException fault) {
        return fault.getLocation() == null ? 0 : Math.max(0, fault.getLocation().getLineNr());
    }

    private static String path(JacksonException fault) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : fault.getPath()) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }
}
