package io.dcsdk.training.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonLinesReaderTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("c.jsonl"), text);
    }

    private static List<String> shown(Corpus corpus) {
        return corpus.sentences().stream().map(Sentence::toString).toList();
    }

    private String refusal(String text) throws IOException {
        Path file = file(text);
        return Refusals.message(() -> JsonLinesReader.read(file)).replace(file.toString(), "FILE");
    }

    @Test
    void readsTokensWithTags() throws IOException {
        Corpus corpus = JsonLinesReader.read(file("""
                {"id": 7, "tokens": ["Ada", "\\u2028x y", "."], "tags": ["I-PER", "I-PER", "O"]}

                {"tokens": [], "tags": []}
                {"ner_tags": ["I-LOC"], "tokens": ["Rome"], "document": 3}
                """));
        assertEquals(List.of("Ada/I-PER \u2028x y/I-PER ./O", "Rome/I-LOC"), shown(corpus));
        assertEquals(TagScheme.IOB1, corpus.scheme());
        assertEquals(3, corpus.sentences().get(1).document());
    }

    @Test
    void readsTextWithEntitiesInCodePoints() throws IOException {
        Corpus corpus = JsonLinesReader.read(file("""
                {"text": "😂 Ada's in St. Gallen.", "entities": [{"start": 11, "end": 21, "label": "LOC"}, {"start": 2, "end": 5, "label": "PER", "score": 1.5}]}
                {"text": "東京!", "spans": [{"start": 0, "end": 2, "label": "LOC"}]}
                """));
        assertEquals(
                List.of("😂/O Ada/B-PER '/O s/O in/O St/B-LOC ./I-LOC Gallen/I-LOC ./O", "東/B-LOC 京/I-LOC !/O"),
                shown(corpus));
    }

    @Test
    void readsOffsetsInUtf16IfAsked() throws IOException {
        Path file = file("{\"text\": \"😂 Ada\", \"entities\": [{\"start\": 3, \"end\": 6, \"label\": \"PER\"}]}\n");
        assertEquals(
                List.of("😂/O Ada/B-PER"),
                shown(JsonLinesReader.options().offsets(OffsetUnit.UTF_16).read(file)));
        Path divided = file("{\"text\": \"😂 Ada\", \"entities\": [{\"start\": 1, \"end\": 6, \"label\": \"PER\"}]}\n");
        JsonLinesOptions options =
                JsonLinesReader.options().offsets(OffsetUnit.UTF_16).widened();
        assertTrue(Refusals.message(() -> options.read(divided)).contains("it divides a surrogate pair"));
    }

    @Test
    void refusesEntitiesInsideOfWordsUnlessWidened() throws IOException {
        String text = "{\"text\": \"in Hamburg\", \"entities\": [{\"start\": 3, \"end\": 6, \"label\": \"LOC\"}]}\n";
        assertEquals(
                "entity (LOC from 3 to 6) of FILE:1: it does not begin and end where words do; the whole words have"
                        + " characters 3 to 10 of UTF-16\nMaybe correct the offsets, or read with widened().",
                refusal(text));
        assertEquals(
                List.of("in/O Hamburg/B-LOC"),
                shown(JsonLinesReader.options().widened().read(file(text))));
    }

    @Test
    void refusesEntitiesThatOverlapOrLeaveTheText() throws IOException {
        String form = "{\"text\": \"a b c\", \"entities\": [{\"start\": %d, \"end\": %d, \"label\": \"X\"},"
                + " {\"start\": %d, \"end\": %d, \"label\": \"Y\"}]}\n";
        assertEquals(
                "entity (Y from 2 to 5) of FILE:1: it overlaps the one before it in a word\n"
                        + "Maybe keep only one of the two.",
                refusal(form.formatted(0, 3, 2, 5)));
        assertTrue(refusal(form.formatted(0, 1, 4, 6)).contains("it is no run of characters in a text of 5"));
        assertTrue(refusal(form.formatted(0, 1, 4, 4)).contains("it is no run of characters in a text of 5"));
        assertTrue(refusal(form.formatted(0, 1, -1, 4)).contains("it is no run of characters in a text of 5"));
        assertTrue(refusal(form.formatted(0, 1, 3, 4)).contains("there is only white space"));
        assertTrue(refusal(form.formatted(0, 1, 1, 2)).contains("there is only white space"));
    }

    @Test
    void tellsLineAndRuleOfAFault() throws IOException {
        assertTrue(
                refusal("\n{\"tokens\": [\"a\"\n").startsWith("line ({\"tokens\": [\"a\") of FILE:2: it is no JSON ("));
        assertTrue(refusal("{} {}").contains("it is no JSON ("));
        assertTrue(refusal("{\"tags\": [], \"tags\": []}").contains("it is no JSON (Duplicate"));
        assertTrue(refusal("[]").contains("it is no JSON object"));
        assertTrue(refusal("{\"tokens\": [\"a\"]}").contains("it has neither tags nor entities"));
        assertTrue(refusal("{\"tags\": [\"O\"]}").startsWith("tokens (missing) of FILE:1: it is no list of texts"));
        assertTrue(refusal("{\"tokens\": [\"a\"], \"tags\": [0]}").startsWith("element (0) of FILE:1: "));
        assertTrue(refusal("{\"tokens\": [\"a\"], \"tags\": [\"PER\"]}").startsWith("tag (PER) of FILE:1: "));
        assertTrue(
                refusal("{\"tokens\": [\"a\"], \"tags\": []}").startsWith("tags (0) of FILE:1: 1 tokens need as many"));
        assertTrue(refusal("{\"tokens\": [\"\"], \"tags\": [\"O\"]}")
                .startsWith("word () of FILE:1: it has no characters"));
        assertTrue(refusal("{\"tokens\": [\"\\ud83d\"], \"tags\": [\"O\"]}").contains("half a surrogate pair"));
        assertTrue(refusal("{\"entities\": []}").startsWith("text (missing) of FILE:1: "));
        assertTrue(refusal("{\"text\": \"a\", \"entities\": [{\"start\": 0.5, \"end\": 1, \"label\": \"X\"}]}")
                .contains("it has no whole numbers start and end"));
        assertTrue(refusal("{\"text\": \"a\", \"entities\": [{\"start\": 0, \"end\": 1}]}")
                .contains("its label is no text"));
        assertTrue(refusal("{\"tokens\": [\"a\"], \"tags\": [\"O\"], \"document\": -1}")
                .startsWith("document (-1) of FILE:1: "));
        assertTrue(refusal("{\"tokens\": [\"a\"], \"tags\": [\"O\"]}\n{\"text\": \"a\", \"entities\": []}")
                .contains("FILE:2: the lines before it have tags"));
        assertTrue(refusal("[".repeat(100)).contains("it is no JSON ("));
    }
}
