package io.dcsdk.training.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Every letter is a sub-word whose id is its code; an empty word has none. */
public final class LetterTokenizer implements SubwordTokenizer {
    @Override
    public List<Subwords> encodeWords(List<? extends List<String>> sentences) {
        List<Subwords> all = new ArrayList<>();
        for (List<String> sentence : sentences) {
            int[] ids = String.join("", sentence).chars().toArray();
            int[] words = new int[ids.length];
            int filled = 0;
            for (int word = 0; word < sentence.size(); word++) {
                for (int i = 0; i < sentence.get(word).length(); i++) {
                    words[filled++] = word;
                }
            }
            all.add(Subwords.of(ids, words));
        }
        return all;
    }

    @Override
    public List<TextEncoding> encodeTexts(List<String> texts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SpecialTokens specialTokens() {
        return new SpecialTokens(
                new SpecialToken("<", 1), new SpecialToken(">", 2), new SpecialToken("_", 0), new SpecialToken("?", 3));
    }

    @Override
    public int vocabularySize() {
        return 0x10000;
    }

    @Override
    public String token(int id) {
        return String.valueOf((char) id);
    }

    @Override
    public Optional<String> continuationPrefix() {
        return Optional.empty();
    }

    @Override
    public String join(List<String> tokens) {
        return String.join("", tokens);
    }

    @Override
    public byte[] tokenizerJson() {
        return new byte[0];
    }

    @Override
    public byte[] tokenizerConfigJson(int maxLength) {
        return new byte[0];
    }

    @Override
    public OptionalInt maxLength() {
        return OptionalInt.empty();
    }

    @Override
    public String digest() {
        return "letters";
    }

    @Override
    public void close() {}
}
