package io.dcsdk.training.safetensors;

import static io.dcsdk.training.safetensors.SafetensorsException.quote;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a header as compact JSON in UTF-8, metadata first. */
final class HeaderText {
    private final Path file;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private HeaderText(Path file) {
        this.file = file;
    }

    static byte[] of(Path file, List<TensorEntry> entries, Map<String, String> metadata) {
        HeaderText text = new HeaderText(file);
        text.document(entries, metadata);
        return text.out.toByteArray();
    }

    private void document(List<TensorEntry> entries, Map<String, String> metadata) {
        String separator = "{";
        if (!metadata.isEmpty()) {
            ascii("{\"" + HeaderParser.METADATA + "\":");
            for (Map.Entry<String, String> text : metadata.entrySet()) {
                ascii(separator);
                string(text.getKey());
                ascii(":");
                string(text.getValue());
                separator = ",";
            }
            ascii("}");
        }
        for (TensorEntry entry : entries) {
            ascii(separator);
            string(entry.name());
            ascii(":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                    .formatted(
                            entry.type(),
                            entry.shape().stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")),
                            entry.begin(),
                            entry.end()));
            separator = ",";
        }
        ascii(out.size() == 0 ? "{}" : "}");
    }

    private void string(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < 0x20) {
                escaped.append("\\u%04x".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        escaped.append('"');
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(escaped));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            out.writeBytes(copy);
        } catch (CharacterCodingException e) {
            throw new SafetensorsException(
                    file,
                    "text (%s)".formatted(quote(text)),
                    "it holds half a character\nMaybe choose another name.",
                    e);
        }
    }

    private void ascii(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
