package io.dcsdk.training.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** The decoder of a tokenizer.json: tokens to text, as the tokenizers library does it. */
sealed interface TokenJoiner {
    /** Text of the tokens. */
    String join(List<String> tokens);

    /** No decoder: tokens side by side with spaces. */
    record Spaces() implements TokenJoiner {
        @Override
        public String join(List<String> tokens) {
            return String.join(" ", tokens);
        }
    }

    /**
     * Continuations lose their prefix, other tokens are set off by a space; then, token by token, the clean-up takes the
     * space before punctuation away.
     */
    record WordPiece(String prefix, boolean cleanup) implements TokenJoiner {
        private static final List<UnaryOperator<String>> CLEANUP = List.of(
                text -> text.replace(" .", "."),
                text -> text.replace(" ?", "?"),
                text -> text.replace(" !", "!"),
                text -> text.replace(" ,", ","),
                text -> text.replace(" ' ", "'"),
                text -> text.replace(" n't", "n't"),
                text -> text.replace(" 'm", "'m"),
                text -> text.replace(" do not", " don't"),
                text -> text.replace(" 's", "'s"),
                text -> text.replace(" 've", "'ve"),
                text -> text.replace(" 're", "'re"));

        @Override
        public String join(List<String> tokens) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < tokens.size(); i++) {
                String token = tokens.get(i);
                String part = token;
                if (i > 0) {
                    part = token.startsWith(prefix) ? token.substring(prefix.length()) : " " + token;
                }
                if (cleanup) {
                    for (UnaryOperator<String> rule : CLEANUP) {
                        part = rule.apply(part);
                    }
                }
                text.append(part);
            }
            return text.toString();
        }
    }

    /** Each letter of a token stands for a byte of UTF-8; a token with other letters stands for itself. */
    record ByteLevel() implements TokenJoiner {
        @Override
        public String join(List<String> tokens) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (String token : tokens) {
                byte[] part = new byte[token.length()];
                boolean letters = true;
                for (int i = 0; i < part.length && letters; i++) {
                    int value = ByteLetters.byteOf(token.charAt(i));
                    letters = value >= 0;
                    part[i] = (byte) value;
                }
                bytes.writeBytes(letters ? part : token.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
