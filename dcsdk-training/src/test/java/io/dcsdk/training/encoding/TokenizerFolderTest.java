package io.dcsdk.training.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class TokenizerFolderTest {
    private static final String VOCABULARY = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\na\n##b\n";
    private static final String MODEL =
            "\"model\":{\"type\":\"WordPiece\",\"unk_token\":\"[UNK]\",\"vocab\":{\"[PAD]\":0,\"[UNK]\":1,\"a\":2}}";

    @TempDir
    private Path folder;

    private String where = "";

    @BeforeEach
    void rememberWhere() {
        where = folder.toString();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private JsonNode tree() {
        return BoundedFiles.JSON.readTree(TokenizerFolder.read(folder).bytes());
    }

    private String refusal() {
        return String.valueOf(assertThrows(EncodingException.class, () -> TokenizerFolder.read(folder))
                        .getMessage())
                .replace(where, "F");
    }

    @Test
    void vocabulariesSayWhetherTheyKeepTheCase() throws IOException {
        write("vocab.txt", VOCABULARY);
        assertTrue(tree().at("/normalizer/lowercase").booleanValue());
        write("vocab.txt", VOCABULARY + "É\n");
        assertFalse(tree().at("/normalizer/lowercase").booleanValue());
        write("tokenizer_config.json", "{\"do_lower_case\": true, \"strip_accents\": false}");
        assertTrue(tree().at("/normalizer/lowercase").booleanValue());
        assertFalse(tree().at("/normalizer/strip_accents").booleanValue());
    }

    @Test
    void linesEndAsPythonReadsThemAndTheLastOfTwoEqualOnesCounts() throws IOException {
        write("vocab.txt", "[PAD]\r\n[UNK]\r[CLS]\n[SEP]\n\u2028\n\na\n[MASK]\na");
        JsonNode vocabulary = tree().at("/model/vocab");
        assertEquals(4, vocabulary.path("\u2028").intValue());
        assertEquals(5, vocabulary.path("").intValue());
        assertEquals(8, vocabulary.path("a").intValue());
        assertEquals(8, vocabulary.size());
    }

    @Test
    void explicitSettingsOverruleTheDescription() throws IOException {
        write("tokenizer.json", "{\"normalizer\":{\"type\":\"BertNormalizer\",\"lowercase\":true}," + MODEL + "}");
        assertTrue(tree().at("/normalizer/lowercase").booleanValue());
        write("tokenizer_config.json", "{\"do_lower_case\": false}");
        assertFalse(tree().at("/normalizer/lowercase").booleanValue());
        SpecialTokens special = TokenizerFolder.read(folder).specialTokens(2, 2);
        assertEquals(new SpecialToken("[PAD]", 0), special.padding());
        JsonNode config =
                BoundedFiles.JSON.readTree(TokenizerFolder.read(folder).configBytes(special, 77));
        assertFalse(config.path("do_lower_case").booleanValue());
        assertEquals("BertTokenizer", config.path("tokenizer_class").stringValue());
        assertEquals(77, config.path("model_max_length").intValue());
    }

    @Test
    void theLongestRowIsReadUnlessItMeansNothing() throws IOException {
        write("tokenizer.json", "{" + MODEL + "}");
        assertTrue(TokenizerFolder.read(folder).maxLength().isEmpty());
        write("tokenizer_config.json", "{\"model_max_length\": 128}");
        assertEquals(OptionalInt.of(128), TokenizerFolder.read(folder).maxLength());
        write("tokenizer_config.json", "{\"model_max_length\": 1000000000000000019884624838656}");
        assertTrue(TokenizerFolder.read(folder).maxLength().isEmpty());
        for (String wrong : List.of("2", "-1", "\"128\"")) {
            write("tokenizer_config.json", "{\"model_max_length\": " + wrong + "}");
            String message = String.valueOf(assertThrows(EncodingException.class, () -> TokenizerFolder.read(folder))
                    .getMessage());
            assertTrue(message.contains("is no number above 2"), message);
        }
    }

    @Test
    void truncationAndPaddingAreTakenOutAndNothingElseIsTouched() throws IOException {
        String plain = "{ \"truncation\": null, \"padding\" : null, " + MODEL + "}";
        write("tokenizer.json", plain);
        assertArrayEquals(
                plain.getBytes(StandardCharsets.UTF_8),
                TokenizerFolder.read(folder).bytes());
        write("tokenizer.json", "{\"truncation\":{\"max_length\":9},\"padding\":{\"pad_token\":\"a\"}," + MODEL + "}");
        assertTrue(tree().path("truncation").isNull());
        assertTrue(tree().path("padding").isNull());
    }

    @Test
    void specialTokensMayBeObjectsAndStandInTheirOwnFile() throws IOException {
        write("tokenizer.json", "{" + MODEL + "}");
        write("tokenizer_config.json", "{\"pad_token\": {\"content\": \"a\"}}");
        write("special_tokens_map.json", "{\"pad_token\": \"[UNK]\", \"unk_token\": \"[PAD]\"}");
        SpecialTokens special = TokenizerFolder.read(folder).specialTokens(2, 2);
        assertEquals(new SpecialToken("a", 2), special.padding());
        assertEquals(new SpecialToken("[PAD]", 0), special.unknown());
        assertEquals(Optional.of("##"), TokenizerFolder.read(folder).continuationPrefix());
    }

    @Test
    void missingAndMalformedFilesAreRefusedByName() throws IOException {
        assertEquals(
                "folder (F) of a tokenizer: has neither tokenizer.json nor vocab.txt nor vocab.json with merges.txt\n"
                        + "Maybe download it again with its tokenizer files.",
                refusal());
        write("vocab.txt", "a\nb\n");
        assertEquals(
                "special token ([UNK]) of F/vocab.txt: is not in the vocabulary\n"
                        + "Maybe tokenizer_config.json is missing, or names other tokens.",
                refusal());
        write("vocab.txt", "");
        assertEquals("vocabulary of F/vocab.txt: is empty\nMaybe the file was cut off.", refusal());
        Files.write(folder.resolve("vocab.txt"), new byte[] {'a', '\n', (byte) 0xff, '\n'});
        assertEquals("line 2 of F/vocab.txt: is not UTF-8\nMaybe convert the file to UTF-8.", refusal());
        write("tokenizer.json", "{\"model\":");
        assertTrue(refusal().startsWith("content of F/tokenizer.json: is no valid JSON ("), refusal());
        write("tokenizer.json", "[]");
        assertEquals("content of F/tokenizer.json: is no JSON object\nMaybe it is another file.", refusal());
        write("tokenizer.json", "{\"a\":1,\"a\":2}");
        assertTrue(refusal().startsWith("content of F/tokenizer.json: is no valid JSON ("), refusal());
        write("tokenizer.json", "{\"model\":{\"type\":\"Unigram\"}}");
        assertEquals(
                "model (Unigram) of F/tokenizer.json: is neither WordPiece nor byte-level BPE\n"
                        + "Maybe choose a BERT, RoBERTa or DistilBERT model.",
                refusal());
        write("tokenizer.json", "{\"model\":{\"type\":\"WordPiece\",\"dropout\":0.1}}");
        assertEquals(
                "dropout (0.1) of F/tokenizer.json: sub-words would differ from call to call\nMaybe set it to null.",
                refusal());
        write("tokenizer.json", "{\"decoder\":{\"type\":\"Metaspace\"},\"model\":{\"type\":\"WordPiece\"}}");
        assertEquals(
                "decoder (Metaspace) of F/tokenizer.json: is neither WordPiece nor ByteLevel\n"
                        + "Maybe choose a BERT, RoBERTa or DistilBERT model.",
                refusal());
        for (String id : List.of("-1", "1.5", "4000000", "\"1\"")) {
            write("tokenizer.json", "{\"model\":{\"type\":\"WordPiece\",\"vocab\":{\"a\":" + id + "}}}");
            assertEquals(
                    "id (" + id + ") of token a of F/tokenizer.json: is no number from 0 to 100002\n"
                            + "Maybe it is another file.",
                    refusal());
        }
        write("tokenizer.json", "{\"model\":{\"type\":\"WordPiece\",\"vocab\":{\"a\":0,\"b\":0}}}");
        assertEquals(
                "id (0) of F/tokenizer.json: belongs to two tokens, a and b\nMaybe the file was edited by hand.",
                refusal());
        write("tokenizer_config.json", "{\"do_lower_case\": \"yes\"}");
        assertEquals(
                "do_lower_case (\"yes\") of F/tokenizer_config.json: is neither true nor false\n"
                        + "Maybe the file was edited by hand.",
                refusal());
        Path nowhere = folder.resolve("nowhere");
        assertEquals(
                "folder (" + nowhere + ") of a tokenizer: is not there\nMaybe check the path.",
                assertThrows(EncodingException.class, () -> TokenizerFolder.read(nowhere))
                        .getMessage());
    }

    @Test
    void aMergeThatIsNoPairIsRefusedWithItsLine() throws IOException {
        write("vocab.json", "{\"<s>\":0,\"<pad>\":1,\"</s>\":2,\"<unk>\":3,\"a\":4}");
        write("merges.txt", "#version: 0.2\na b\na b c\n");
        assertEquals(
                "line 3 (a b c) of merges.txt of F: is not two tokens and a space between\nMaybe it is another file.",
                refusal());
    }

    @Test
    void filesLargerThanTheirKindAreRefused() throws IOException {
        try (var file = Files.newByteChannel(
                folder.resolve("tokenizer_config.json"),
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.WRITE,
                java.nio.file.StandardOpenOption.SPARSE)) {
            file.position(5L << 20).write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        assertEquals(
                "size of file F/tokenizer_config.json: more than the 4 MiB that its kind may have\n"
                        + "Maybe it is another file.",
                refusal());
    }
}
