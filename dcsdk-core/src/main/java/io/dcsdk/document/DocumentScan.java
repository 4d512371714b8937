package io.dcsdk.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * One pass over the tokens before anything is bound: refuses what no document of the SDK may hold (null, numbers that a
 * double cannot hold, YAML aliases, tags and further documents) and remembers the line of every path, which
 * data binding alone cannot tell for a field that is missing.
 */
final class DocumentScan {
    private final String source;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Deque<String> prefixes = new ArrayDeque<>();
    private final Deque<Integer> indexes = new ArrayDeque<>();
    private String field = "";

    private DocumentScan(String source) {
        this.source = source;
    }

    /** The line of each path. */
    static Map<String, Integer> lines(JsonParser parser, String source) {
        DocumentScan scan = new DocumentScan(source);
        scan.run(parser);
        return scan.lines;
    }

    private void run(JsonParser parser) {
        boolean ended = false;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            int line = parser.currentTokenLocation().getLineNr();
            if (ended) {
                throw new DocumentException(
                        source,
                        line,
                        "",
                        "something follows the end of the document\nMaybe two documents were joined.");
            }
            visit(parser, token, line);
            ended = prefixes.isEmpty();
        }
        if (lines.isEmpty()) {
            throw new DocumentException(source, 0, "", "the document is empty\nMaybe the wrong file was given.");
        }
    }

    private void visit(JsonParser parser, JsonToken token, int line) {
        switch (token) {
            case PROPERTY_NAME -> field = parser.currentName();
            case END_OBJECT, END_ARRAY -> {
                prefixes.pop();
                indexes.pop();
            }
            default -> value(parser, token, line);
        }
    }

    private void value(JsonParser parser, JsonToken token, int line) {
        String path = path();
        lines.put(path, line);
        refuseReferences(parser, path, line);
        switch (token) {
            case VALUE_NULL ->
                throw new DocumentException(
                        source, line, path, "has no value\nMaybe leave the field out or give it one.");
            case VALUE_NUMBER_FLOAT -> requireFinite(parser, path, line);
            case START_OBJECT, START_ARRAY -> {
                prefixes.push(path);
                indexes.push(token == JsonToken.START_ARRAY ? 0 : -1);
            }
            default -> {}
        }
    }

    private String path() {
        String prefix = prefixes.isEmpty() ? "" : prefixes.element();
        if (prefixes.isEmpty()) {
            return "";
        }
        int index = indexes.element();
        if (index >= 0) {
            indexes.pop();
            indexes.push(index + 1);
            return prefix + "[" + index + "]";
        }
        return prefix.isEmpty() ? field : prefix + "." + field;
    }

    private void refuseReferences(JsonParser parser, String path, int line) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new DocumentException(source, line, path, "is a YAML alias\nMaybe write the value out.");
        }
        if (parser instanceof YAMLParser yaml && yaml.getTypeId() != null) {
            throw new DocumentException(source, line, path, "has a YAML tag\nMaybe remove the tag.");
        }
    }

    private void requireFinite(JsonParser parser, String path, int line) {
        boolean finite;
        try {
            finite = !parser.isNaN() && Double.isFinite(parser.getDoubleValue());
        } catch (JacksonException e) {
            finite = false;
        }
        if (!finite) {
            throw new DocumentException(
                    source,
                    line,
                    path,
                    "the number (%s) is not finite\nMaybe the exponent is mistyped.".formatted(parser.getString()));
        }
    }
}
