package io.dcsdk.training.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The names of a head's outputs as config.json says them: {@code id2label}, or only their number. */
final class Labels {
    private static final int MOST = 1_000_000; // bounds the memory that a few bytes can cause
    private static final int DEFAULT = 2;

    private final JsonFields fields;

    Labels(JsonFields fields) {
        this.fields = fields;
    }

    List<String> read() {
        int number = DEFAULT;
        boolean counted = false;
        for (String name : List.of("num_labels", "_num_labels")) {
            if (!counted && fields.has(name)) {
                number = fields.wholeNumber(name, DEFAULT);
                counted = true;
                if (number < 1 || number > MOST) {
                    throw fields.wrong(name, "it is not from 1 to %d".formatted(MOST));
                }
            }
        }
        @Nullable JsonNode map = fields.find("id2label");
        if (map == null) {
            return unnamed(number);
        }
        if (!map.isObject()) {
            throw fields.wrong("id2label", "an object from numbers to names is wanted");
        }
        List<String> labels = named(map);
        if (counted && labels.size() != number) {
            throw fields.wrong("id2label", "it has %d labels, num_labels says %d".formatted(labels.size(), number));
        }
        return labels;
    }

    private List<String> named(JsonNode map) {
        String[] labels = new String[map.size()];
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            int index = index(entry.getKey(), labels.length);
            if (!entry.getValue().isString()) {
                throw fields.wrong("id2label", "label %d is no text".formatted(index));
            }
            labels[index] = entry.getValue().stringValue();
        }
        return List.of(labels);
    }

    /** Names in a JSON object differ, so that as many indices as names, each in range, are all of them. */
    private int index(String text, int count) {
        if (text.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(text) < count) {
            return Integer.parseInt(text);
        }
        throw fields.wrong("id2label", "its %d labels are not numbered from 0 to %d".formatted(count, count - 1));
    }

    /** What {@code transformers} calls labels that nobody named. */
    static List<String> unnamed(int count) {
        return IntStream.range(0, count).mapToObj(i -> "LABEL_" + i).toList();
    }

    static boolean areUnnamed(List<String> labels) {
        return Arrays.equals(labels.toArray(), unnamed(labels.size()).toArray());
    }
}
