package io.dcsdk.training.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold between the schemes, for well-formed and ill-formed tags. */
final class TagSchemeProperties {
    private record Entities(List<EntitySpan> spans, int length) {}

    /** Gaps and lengths drawn in turn, so that many entities touch. */
    @Provide
    Arbitrary<Entities> entities() {
        return Arbitraries.integers().between(0, 11).list().ofMaxSize(12).map(choices -> {
            List<EntitySpan> spans = new ArrayList<>();
            int position = 0;
            for (int choice : choices) {
                if (choice < 4) {
                    position += choice;
                } else {
                    int length = 1 + choice % 3;
                    String type = List.of("LOC", "PER", "a-b").get(choice % 3 == 0 ? 0 : choice % 2 + 1);
                    spans.add(new EntitySpan(type, position, position + length));
                    position += length;
                }
            }
            return new Entities(spans, position + 1);
        });
    }

    @Provide
    Arbitrary<List<String>> anyTags() {
        return Arbitraries.of("O", "O", "B", "I", "B-X", "I-X", "B-Y", "I-Y", "E-X", "S-X", "E-Y", "S-Y", "M-X")
                .list()
                .ofMaxSize(10);
    }

    @Property
    void entitiesSurviveEveryScheme(@ForAll("entities") Entities entities, @ForAll TagScheme scheme) {
        List<String> tags = scheme.tags(entities.spans(), entities.length());
        assertEquals(entities.spans(), scheme.spans(tags));
        assertEquals(entities.spans(), TagScheme.read(tags));
        assertTrue(scheme.isWellFormed(tags));
        if (scheme != TagScheme.IOB1) {
            assertEquals(entities.spans(), scheme.strictSpans(tags));
        }
    }

    @Property
    void convertingThereAndBackGivesTheSameTags(
            @ForAll("entities") Entities entities, @ForAll TagScheme from, @ForAll TagScheme to) {
        List<String> tags = from.tags(entities.spans(), entities.length());
        List<String> other = to.tags(from.spans(tags), tags.size());
        assertEquals(tags, from.tags(to.spans(other), other.size()));
    }

    @Property
    void repairKeepsWhatConllevalReads(@ForAll("anyTags") List<String> tags, @ForAll TagScheme scheme) {
        List<String> own = tags.stream().filter(scheme::has).toList();
        List<String> repaired = scheme.repaired(own);
        assertEquals(scheme.spans(own), scheme.spans(repaired));
        assertEquals(repaired, scheme.repaired(repaired));
        assertEquals(scheme.isWellFormed(own), own.equals(repaired));
    }

    @Property
    void strictReadingsAreAmongTheLenientOnes(@ForAll("anyTags") List<String> tags) {
        for (TagScheme scheme : List.of(TagScheme.BIO, TagScheme.BIOES, TagScheme.BMES)) {
            List<String> own = tags.stream().filter(scheme::has).toList();
            assertTrue(scheme.spans(own).containsAll(scheme.strictSpans(own)));
        }
    }

    @Property
    void detectionFindsTheSchemeOfWellFormedTags(@ForAll("entities") Entities entities, @ForAll TagScheme scheme) {
        List<String> tags = scheme.tags(entities.spans(), entities.length());
        TagScheme found = TagSchemeDetection.detect(List.of(tags));
        assertTrue(found.isWellFormed(tags), () -> found + " " + tags);
        assertEquals(entities.spans(), found.spans(tags));
        if (scheme == TagScheme.IOB1 && !entities.spans().isEmpty()) {
            assertEquals(TagScheme.IOB1, found);
        }
    }
}
