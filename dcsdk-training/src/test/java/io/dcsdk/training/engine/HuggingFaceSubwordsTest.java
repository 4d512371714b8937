package io.dcsdk.training.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.encoding.EncodingException;
import io.dcsdk.training.encoding.SpecialToken;
import io.dcsdk.training.encoding.Subwords;
import io.dcsdk.training.encoding.TextEncoding;
import io.dcsdk.training.encoding.TokenizerFolder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Against golden files that transformers wrote: generate.py beside them says how. */
final class HuggingFaceSubwordsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(HuggingFaceSubwordsTest.class.getResource("subwords/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode golden(String name) throws IOException {
        return JSON.readTree(Files.readAllBytes(resource(name)));
    }

    static int[] ints(JsonNode numbers) {
        return IntStream.range(0, numbers.size())
                .map(i -> numbers.get(i).intValue())
                .toArray();
    }

    static List<String> strings(JsonNode texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(text -> all.add(text.stringValue()));
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert", "roberta"})
    void descriptionsFromVocabulariesAreThoseOfTransformers(String name) throws IOException {
        assertEquals(
                golden(name + "/expected-tokenizer.json"),
                JSON.readTree(TokenizerFolder.read(resource(name)).bytes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert", "roberta"})
    void textsHaveTheTokensAndPlacesOfTransformers(String name) throws IOException {
        try (HuggingFaceSubwords tokenizer = HuggingFaceSubwords.open(resource(name))) {
            for (JsonNode expected : golden(name + ".golden.json").path("texts")) {
                String text = expected.path("text").stringValue();
                TextEncoding found = tokenizer.encodeTexts(List.of(text)).get(0);
                assertArrayEquals(ints(expected.path("ids")), found.ids(), text);
                assertEquals(strings(expected.path("tokens")), found.tokens());
                for (int i = 0; i < found.size(); i++) {
                    assertEquals(expected.path("words").get(i).intValue(), found.word(i), text);
                    assertEquals(expected.path("special").get(i).intValue() != 0, found.isSpecial(i), text);
                    assertEquals(expected.path("offsets").get(i).get(0).intValue(), found.startCodePoint(i), text);
                    assertEquals(expected.path("offsets").get(i).get(1).intValue(), found.endCodePoint(i), text);
                    assertEquals(text.offsetByCodePoints(0, found.startCodePoint(i)), found.start(i), text);
                    assertEquals(text.offsetByCodePoints(0, found.endCodePoint(i)), found.end(i), text);
                    assertEquals(found.tokens().get(i), tokenizer.token(found.id(i)));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert", "roberta"})
    void listsOfWordsHaveTheSubwordsOfTransformers(String name) throws IOException {
        try (HuggingFaceSubwords tokenizer = HuggingFaceSubwords.open(resource(name))) {
            List<List<String>> sentences = new ArrayList<>();
            List<Subwords> expected = new ArrayList<>();
            for (JsonNode words : golden(name + ".golden.json").path("words")) {
                sentences.add(strings(words.path("sentence")));
                expected.add(Subwords.of(ints(words.path("ids")), ints(words.path("words"))));
            }
            assertEquals(expected, tokenizer.encodeWords(sentences));
            assertEquals(expected, tokenizer.encodeWords(sentences), "and again, from memory");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert", "roberta"})
    void tokensJoinAsInTransformers(String name) throws IOException {
        try (HuggingFaceSubwords tokenizer = HuggingFaceSubwords.open(resource(name))) {
            for (JsonNode join : golden(name + ".golden.json").path("joins")) {
                List<String> tokens = strings(join.path("tokens"));
                assertEquals(join.path("text").stringValue(), tokenizer.join(tokens), tokens.toString());
            }
        }
    }

    @Test
    void specialTokensAreFoundInBothKinds() {
        try (HuggingFaceSubwords bert = HuggingFaceSubwords.open(resource("bert"));
                HuggingFaceSubwords roberta = HuggingFaceSubwords.open(resource("roberta"))) {
            assertEquals(new SpecialToken("[CLS]", 2), bert.specialTokens().first());
            assertEquals(new SpecialToken("[SEP]", 3), bert.specialTokens().last());
            assertEquals(new SpecialToken("[PAD]", 0), bert.specialTokens().padding());
            assertEquals(new SpecialToken("[UNK]", 1), bert.specialTokens().unknown());
            assertEquals(new SpecialToken("<s>", 0), roberta.specialTokens().first());
            assertEquals(new SpecialToken("</s>", 2), roberta.specialTokens().last());
            assertEquals(new SpecialToken("<pad>", 1), roberta.specialTokens().padding());
            assertEquals(new SpecialToken("<unk>", 3), roberta.specialTokens().unknown());
            assertEquals(Optional.of("##"), bert.continuationPrefix());
            assertEquals(Optional.empty(), roberta.continuationPrefix());
        }
    }

    @Test
    void aTokenizerForTrainingSeesTheFirstWordOfATextAsTheWordInAList(@TempDir Path folder) throws IOException {
        List<String> texts = List.of("works at CERN");
        try (HuggingFaceSubwords plain = HuggingFaceSubwords.open(resource("roberta"));
                HuggingFaceSubwords training = HuggingFaceSubwords.openForTraining(resource("roberta"))) {
            Subwords words =
                    plain.encodeWords(List.of(List.of("works", "at", "CERN"))).get(0);
            assertEquals(
                    words,
                    training.encodeWords(List.of(List.of("works", "at", "CERN")))
                            .get(0));
            assertArrayEquals(
                    words.ids(), training.encodeTexts(texts).get(0).subwords().ids());
            assertEquals("wor", plain.encodeTexts(texts).get(0).tokens().get(1));
            assertEquals("Ġworks", training.encodeTexts(texts).get(0).tokens().get(1));
            Files.write(folder.resolve("tokenizer.json"), training.tokenizerJson());
            Files.write(folder.resolve("tokenizer_config.json"), training.tokenizerConfigJson(512));
            try (HuggingFaceSubwords saved = HuggingFaceSubwords.open(folder)) {
                assertEquals("Ġworks", saved.encodeTexts(texts).get(0).tokens().get(1));
                assertArrayEquals(training.tokenizerJson(), saved.tokenizerJson());
                assertEquals(training.digest(), saved.digest());
                assertEquals(training.specialTokens(), saved.specialTokens());
            }
        }
    }

    @Test
    void loneSurrogatesCountOneCodePointAndSayNothing() {
        try (HuggingFaceSubwords tokenizer = HuggingFaceSubwords.open(resource("bert"))) {
            TextEncoding found =
                    tokenizer.encodeTexts(List.of("a \ud83d b\udc00 \0 c")).get(0);
            assertEquals(List.of("[CLS]", "a", "b", "c", "[SEP]"), found.tokens());
            assertEquals(4, found.start(2));
            assertEquals(5, found.end(2));
            assertEquals(9, found.start(3));
            assertEquals(
                    0,
                    tokenizer
                            .encodeWords(List.of(List.of("\ud83d", "\0")))
                            .get(0)
                            .size());
        }
    }

    @Test
    void aWordHasTheSameSubwordsInAnyCompany() {
        try (HuggingFaceSubwords remembering = HuggingFaceSubwords.open(resource("bert"));
                NativeTokenizer library = new NativeTokenizer(
                        TokenizerFolder.read(resource("bert")).text(), "test")) {
            SplittableRandom random = new SplittableRandom(11);
            String alphabet = "aéZ東😀\u0301 .'-[]SEP\u200b";
            int[] letters = alphabet.codePoints().toArray();
            for (int round = 0; round < 300; round++) {
                List<String> sentence = new ArrayList<>();
                for (int w = random.nextInt(12); w > 0; w--) {
                    StringBuilder word = new StringBuilder(random.nextInt(20) == 0 ? "[SEP]" : "");
                    for (int c = random.nextInt(4); c > 0; c--) {
                        word.appendCodePoint(letters[random.nextInt(letters.length)]);
                    }
                    sentence.add(word.toString());
                }
                int[][] together = library.encodeWords(sentence);
                Subwords subwords = remembering.encodeWords(List.of(sentence)).get(0);
                int at = 0;
                for (int w = 0; w < together.length; w++) {
                    for (int id : together[w]) {
                        assertEquals(id, subwords.ids()[at], sentence.toString());
                        assertEquals(w, subwords.wordIndex()[at++]);
                    }
                }
                assertEquals(at, subwords.size());
            }
        }
    }

    @Test
    void manyThreadsGetWhatOneGetsAndClosingIsSafeAmongThem() {
        List<List<String>> sentences = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            sentences.add(List.of("worker" + i, "at", "CERN", "é" + i % 7));
        }
        HuggingFaceSubwords tokenizer = HuggingFaceSubwords.open(resource("bert"));
        List<Subwords> alone;
        try (HuggingFaceSubwords other = HuggingFaceSubwords.open(resource("bert"))) {
            alone = other.encodeWords(sentences);
        }
        IntStream.range(0, 8).parallel().forEach(thread -> assertEquals(alone, tokenizer.encodeWords(sentences)));
        IntStream.range(0, 8).parallel().forEach(thread -> {
            if (thread == 3) {
                tokenizer.close();
            }
            try {
                tokenizer.encodeTexts(List.of("works at CERN"));
            } catch (IllegalStateException closed) {
                assertTrue(String.valueOf(closed.getMessage()).endsWith(" is closed"), closed.getMessage());
            }
        });
        tokenizer.close();
        assertThrows(IllegalStateException.class, () -> tokenizer.encodeTexts(List.of("")));
        assertThrows(IllegalStateException.class, () -> tokenizer.encodeWords(List.of(List.of("at"))));
    }

    @Test
    void whatTheLibraryCannotLoadIsRefusedByName(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, "{\"model\":{\"type\":\"WordPiece\",\"vocab\":{\"a\":0}}}");
        String message = String.valueOf(assertThrows(EncodingException.class, () -> HuggingFaceSubwords.open(folder))
                .getMessage());
        assertTrue(
                message.startsWith("content of " + file + ": is no tokenizer that the tokenizers library can load ("),
                message);
        JsonNode bare = golden("bert/expected-tokenizer.json");
        ((ObjectNode) bare).putNull("post_processor");
        Files.write(file, JSON.writeValueAsBytes(bare));
        assertEquals(
                "post_processor of " + file + ": adds 0 special tokens around a text where two belong\n"
                        + "Maybe save the tokenizer again with transformers.",
                assertThrows(EncodingException.class, () -> HuggingFaceSubwords.open(folder))
                        .getMessage());
    }
}
