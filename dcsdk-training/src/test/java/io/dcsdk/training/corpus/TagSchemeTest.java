package io.dcsdk.training.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TagSchemeTest {
    private static List<String> tags(String text) {
        return List.of(text.split(" "));
    }

    @Test
    void readsIllFormedTagsAsConllevalDoes() {
        assertEquals(List.of(new EntitySpan("X", 1, 3)), TagScheme.read(tags("O I-X I-X O")));
        assertEquals(
                List.of(new EntitySpan("X", 0, 1), new EntitySpan("Y", 1, 2), new EntitySpan("X", 2, 3)),
                TagScheme.read(tags("B-X I-Y I-X")));
        assertEquals(
                List.of(new EntitySpan("X", 0, 2), new EntitySpan("X", 2, 3), new EntitySpan("X", 3, 4)),
                TagScheme.read(tags("B-X E-X I-X S-X")));
        assertEquals(List.of(new EntitySpan("_", 0, 2)), TagScheme.read(tags("B I")));
    }

    @Test
    void writesEachScheme() {
        List<EntitySpan> spans =
                List.of(new EntitySpan("X", 3, 4), new EntitySpan("X", 0, 3), new EntitySpan("Y", 4, 6));
        assertEquals(tags("I-X I-X I-X B-X I-Y I-Y O"), TagScheme.IOB1.tags(spans, 7));
        assertEquals(tags("B-X I-X I-X B-X B-Y I-Y O"), TagScheme.BIO.tags(spans, 7));
        assertEquals(tags("B-X I-X E-X S-X B-Y E-Y O"), TagScheme.BIOES.tags(spans, 7));
        assertEquals(tags("B-X M-X E-X S-X B-Y E-Y O"), TagScheme.BMES.tags(spans, 7));
    }

    @Test
    void strictReadingPassesOverWhatBreaksTheScheme() {
        assertEquals(List.of(new EntitySpan("X", 2, 4)), TagScheme.BIO.strictSpans(tags("I-X O B-X I-X I-Y")));
        assertEquals(
                List.of(new EntitySpan("X", 2, 4), new EntitySpan("Y", 5, 6)),
                TagScheme.BIOES.strictSpans(tags("B-X O B-X E-X E-X S-Y B-Y I-Y")));
        assertEquals(
                "scheme (IOB1) of a strict reading: only BIO, BIOES and BMES have one\nMaybe read with spans().",
                assertThrows(IllegalStateException.class, () -> TagScheme.IOB1.strictSpans(tags("O")))
                        .getMessage());
    }

    @Test
    void namesLabelsInAFixedOrder() {
        assertEquals(tags("O B-LOC I-LOC B-PER I-PER"), TagScheme.BIO.tagNames(List.of("PER", "LOC", "PER")));
        assertEquals(tags("O B-PER I-PER E-PER S-PER"), TagScheme.BIOES.tagNames(List.of("PER")));
        assertEquals(tags("O B M E S"), TagScheme.BMES.tagNames(List.of("_")));
    }

    @Test
    void refusesOverlappingEntitiesAndForeignPrefixes() {
        List<EntitySpan> overlapping = List.of(new EntitySpan("X", 0, 2), new EntitySpan("X", 1, 3));
        assertEquals(
                "entity (EntitySpan[type=X, start=1, end=3]) of a sentence of 3 words: it overlaps another entity\n"
                        + "Maybe check where it begins and ends.",
                Refusals.message(() -> TagScheme.BIO.tags(overlapping, 3)));
        assertThrows(CorpusException.class, () -> TagScheme.BIO.tags(List.of(new EntitySpan("X", 0, 2)), 1));
        assertEquals(
                "tag (E-X) of a sentence: scheme BIO has no prefix E\nMaybe the tags are of another scheme.",
                Refusals.message(() -> TagScheme.BIO.spans(tags("E-X"))));
        assertThrows(CorpusException.class, () -> TagScheme.read(tags("PER")));
        assertFalse(TagScheme.BIO.isWellFormed(tags("E-X")));
    }

    @Test
    void detectsByTheFewestFaults() {
        assertEquals(TagScheme.BIO, TagSchemeDetection.detect(List.of(tags("O O"))));
        assertEquals(TagScheme.BIO, TagSchemeDetection.detect(List.of(tags("B-X O B-X I-X O I-X"))));
        assertEquals(TagScheme.IOB1, TagSchemeDetection.detect(List.of(tags("I-X O I-X B-X O I-Y O B-Z"))));
        assertEquals(TagScheme.BIO, TagSchemeDetection.detect(List.of(tags("B-X O I-X"))));
        assertEquals(TagScheme.BIOES, TagSchemeDetection.detect(List.of(tags("O"), tags("B-X E-X"))));
        assertEquals(TagScheme.BMES, TagSchemeDetection.detect(List.of(tags("B-X E-X"), tags("B-X M-X E-X"))));
    }
}
