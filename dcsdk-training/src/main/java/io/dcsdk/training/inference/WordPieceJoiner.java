package io.dcsdk.training.inference;

import java.util.List;

/**
 * Each token after the first either loses its {@code ##} or gets a blank before it; then it is tidied by itself, so that a
 * clitic is only found where one token holds it all.
 */
final class WordPieceJoiner {
    private static final String PREFIX = "##";

    private WordPieceJoiner() {}

    static String join(List<String> tokens) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (i > 0) {
                token = token.startsWith(PREFIX) ? token.substring(PREFIX.length()) : " " + token;
            }
            text.append(tidied(token));
        }
        return text.toString();
    }

    private static String tidied(String token) {
        // The order is that of the decoder: what one replacement makes, the next may meet.
        return token.replace(" .", ".")
                .replace(" ?", "?")
                .replace(" !", "!")
                .replace(" ,", ",")
                .replace(" ' ", "'")
                .replace(" n't", "n't")
                .replace(" 'm", "'m")
                .replace(" do not", " don't")
                .replace(" 's", "'s")
                .replace(" 've", "'ve")
                .replace(" 're", "'re");
    }
}
