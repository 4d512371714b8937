package io.dcsdk.training.safetensors;

import static io.dcsdk.training.safetensors.SafetensorsException.quote;

import io.dcsdk.training.tensor.ElementType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a header and holds it against the length of the data: the tensors must cover it exactly, each byte once. */
final class HeaderParser {
    static final String METADATA = "__metadata__";

    private final Path file;
    private final HeaderScanner scanner;
    private final Map<String, TensorEntry> entries = new LinkedHashMap<>();
    private @Nullable Map<String, String> metadata;

    private HeaderParser(Path file, byte[] header) {
        this.file = file;
        this.scanner = new HeaderScanner(file, header);
    }

    /** The header of a file whose data, after the header, has so many bytes. */
    static SafetensorsHeader parse(Path file, byte[] header, long dataBytes) {
        if (header.length == 0 || header[0] != '{') {
            throw new SafetensorsException(
                    file, "header (byte 0)", "it does not begin with '{'\nMaybe this is no safetensors file.");
        }
        HeaderParser parser = new HeaderParser(file, header);
        parser.document();
        parser.requireCover(dataBytes);
        return new SafetensorsHeader(parser.entries, parser.metadata == null ? Map.of() : parser.metadata);
    }

    private void document() {
        scanner.expect('{');
        if (!scanner.take('}')) {
            do {
                String name = scanner.string();
                scanner.expect(':');
                if (name.equals(METADATA)) {
                    metadata();
                } else {
                    TensorEntry entry = tensor(name);
                    if (entries.putIfAbsent(name, entry) != null) {
                        throw scanner.fault("tensor (%s) stands twice".formatted(quote(name)));
                    }
                }
            } while (scanner.take(','));
            scanner.expect('}');
        }
        scanner.expectEnd();
    }

    private void metadata() {
        if (metadata != null) {
            throw scanner.fault(METADATA + " stands twice");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        scanner.expect('{');
        if (!scanner.take('}')) {
            do {
                String name = scanner.string();
                scanner.expect(':');
                if (texts.putIfAbsent(name, scanner.string()) != null) {
                    throw scanner.fault("metadata (%s) stands twice".formatted(quote(name)));
                }
            } while (scanner.take(','));
            scanner.expect('}');
        }
        metadata = texts;
    }

    private TensorEntry tensor(String name) {
        @Nullable ElementType type = null;
        @Nullable List<Long> shape = null;
        @Nullable List<Long> offsets = null;
        scanner.expect('{');
        do {
            String field = scanner.string();
            scanner.expect(':');
            switch (field) {
                case "dtype" -> {
                    requireFirst(name, field, type);
                    type = type(name, scanner.string());
                }
                case "shape" -> {
                    requireFirst(name, field, shape);
                    shape = numbers();
                }
                case "data_offsets" -> {
                    requireFirst(name, field, offsets);
                    offsets = numbers();
                }
                default ->
                    throw scanner.fault("tensor (%s) has a field \"%s\" that the format does not know"
                            .formatted(quote(name), quote(field)));
            }
        } while (scanner.take(','));
        scanner.expect('}');
        if (type == null || shape == null || offsets == null) {
            throw scanner.fault("tensor (%s) has no %s"
                    .formatted(quote(name), type == null ? "dtype" : shape == null ? "shape" : "data_offsets"));
        }
        if (offsets.size() != 2) {
            throw scanner.fault("tensor (%s) has %d data_offsets, 2 are wanted".formatted(quote(name), offsets.size()));
        }
        TensorEntry entry = new TensorEntry(name, type, shape, offsets.get(0), offsets.get(1));
        requireSize(entry);
        return entry;
    }

    private void requireFirst(String name, String field, @Nullable Object before) {
        if (before != null) {
            throw scanner.fault("field \"%s\" of tensor (%s) stands twice".formatted(field, quote(name)));
        }
    }

    private ElementType type(String name, String text) {
        for (ElementType type : ElementType.values()) {
            if (type.name().equals(text)) {
                return type;
            }
        }
        throw scanner.fault("tensor (%s) has the dtype \"%s\", which is not one of %s"
                .formatted(quote(name), quote(text), List.of(ElementType.values())));
    }

    private List<Long> numbers() {
        List<Long> numbers = new ArrayList<>();
        scanner.expect('[');
        if (!scanner.take(']')) {
            do {
                numbers.add(scanner.number());
            } while (scanner.take(','));
            scanner.expect(']');
        }
        return numbers;
    }

    private void requireSize(TensorEntry entry) {
        if (entry.begin() > entry.end()) {
            throw fault(entry, "ends (byte %d) before it begins (byte %d)".formatted(entry.end(), entry.begin()));
        }
        long bytes = entry.type().bytes();
        try {
            for (long dimension : entry.shape()) {
                bytes = Math.multiplyExact(bytes, dimension);
            }
        } catch (ArithmeticException e) {
            throw fault(entry, "has a shape of more than 2^63 - 1 bytes");
        }
        if (bytes != entry.bytes()) {
            throw fault(
                    entry,
                    "has %d bytes of data where %s %s needs %d"
                            .formatted(entry.bytes(), entry.type(), shown(entry.shape()), bytes));
        }
    }

    /** In the order of their data, each tensor must begin where the one before ends, the last end where the file ends. */
    private void requireCover(long dataBytes) {
        List<TensorEntry> byPlace = new ArrayList<>(entries.values());
        byPlace.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
        long at = 0;
        for (TensorEntry entry : byPlace) {
            if (entry.begin() != at) {
                throw fault(
                        entry,
                        "begins at byte %d of the data, %s"
                                .formatted(
                                        entry.begin(),
                                        entry.begin() < at
                                                ? "inside another one that ends at " + at
                                                : "after a hole from " + at));
            }
            at = entry.end();
        }
        if (at != dataBytes) {
            throw new SafetensorsException(
                    file,
                    "data (%d bytes)".formatted(dataBytes),
                    "the header speaks of %d bytes\nMaybe the file is %s."
                            .formatted(
                                    at,
                                    at > dataBytes
                                            ? "cut off: fetch or write it again"
                                            : "damaged: something stands after its end"));
        }
    }

    private SafetensorsException fault(TensorEntry entry, String rule) {
        return new SafetensorsException(
                file,
                "tensor (%s)".formatted(quote(entry.name())),
                rule + "\nMaybe the file is damaged: fetch or write it again.");
    }

    /** A shape as a message may show it: one of thousands of dimensions is cut. */
    private static String shown(List<Long> shape) {
        return shape.size() <= 8 ? shape.toString() : "of %d dimensions".formatted(shape.size());
    }
}
