package io.dcsdk.training.corpus.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.CorpusException;
import io.dcsdk.training.corpus.EntitySpan;
import io.dcsdk.training.corpus.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class SyntheticCorpusTest {
    private static final SyntheticCorpus STANDARD = SyntheticCorpus.standard();

    /** Words of names that every part shares. */
    private static final Set<String> COMMON = Set.of(
            "Inc.",
            "Corp.",
            "Holdings",
            "Motors",
            "&",
            "Brothers",
            "Bank",
            "of",
            "Foods",
            "Steel",
            "Energy",
            "Ltd.",
            "Airlines",
            "University",
            "College",
            "Institute",
            "United",
            "Rovers",
            "City",
            "Ministry",
            "Health",
            "Justice",
            "Finance",
            "New",
            "North",
            "Port",
            "Lake",
            "Mount",
            "River",
            "Valley",
            "Street");

    private static String digest(SyntheticCorpus corpus) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (Corpus part : List.of(corpus.train(), corpus.dev(), corpus.test())) {
            part.sentences().forEach(s -> hasher.putString(s + "\n", StandardCharsets.UTF_8));
        }
        corpus.vocabulary().forEach(piece -> hasher.putString(piece + "\n", StandardCharsets.UTF_8));
        return hasher.hash().toString();
    }

    @Test
    void theStandardCorpusNeverChanges() {
        // Changes with the templates, the names or the learner; then figures measured on it must be measured again.
        assertEquals("9c51d3e155c6581b538bb6acaf2cf8ec03f237522bdb0a5a71f72509f79db015", digest(STANDARD));
        assertEquals(digest(STANDARD), digest(SyntheticCorpus.standard()));
        assertNotEquals(digest(STANDARD), digest(SyntheticCorpus.generate(43, 4000, 400, 400)));
    }

    private static Set<String> nameWords(Corpus corpus) {
        Set<String> names = new HashSet<>();
        for (Sentence sentence : corpus.sentences()) {
            for (EntitySpan span : corpus.scheme().spans(sentence.tags())) {
                names.addAll(sentence.words().subList(span.start(), span.end()));
            }
        }
        names.removeAll(COMMON);
        names.removeIf(name -> name.matches("[A-Z]\\."));
        return names;
    }

    @Test
    void namesOfOnePartAreInNoOther() {
        Set<String> train = nameWords(STANDARD.train());
        Set<String> dev = nameWords(STANDARD.dev());
        Set<String> test = nameWords(STANDARD.test());
        assertTrue(train.size() > 1000 && dev.size() > 200 && test.size() > 200);
        Set<String> trainAndDev = new HashSet<>(train);
        trainAndDev.retainAll(dev);
        assertEquals(Set.of(), trainAndDev);
        train.addAll(dev);
        train.retainAll(test);
        assertEquals(Set.of(), train);
    }

    @Test
    void theSameNameIsOfSeveralKinds() {
        Map<String, Set<String>> types = new TreeMap<>();
        for (Sentence sentence : STANDARD.train().sentences()) {
            for (EntitySpan span : STANDARD.train().scheme().spans(sentence.tags())) {
                String name = String.join(" ", sentence.words().subList(span.start(), span.end()));
                types.computeIfAbsent(name, n -> new TreeSet<>()).add(span.type());
            }
        }
        assertTrue(types.values().stream()
                        .filter(t -> t.containsAll(Set.of("LOC", "ORG")))
                        .count()
                >= 200);
        assertTrue(types.values().stream()
                        .filter(t -> t.containsAll(Set.of("ORG", "PER")))
                        .count()
                >= 30);
    }

    @Test
    void sentencesVary() {
        assertTrue(SentenceTemplates.SENTENCES.size() >= 100, () -> "" + SentenceTemplates.SENTENCES.size());
        assertEquals(SentenceTemplates.SENTENCES.size(), new HashSet<>(SentenceTemplates.SENTENCES).size());
        assertEquals(List.of("LOC", "ORG", "PER"), STANDARD.train().types());
        assertEquals(4000, STANDARD.train().sentences().size());
        assertTrue(new HashSet<>(STANDARD.train().sentences()).size() > 3800);
        assertTrue(STANDARD.train().sentences().stream()
                .anyMatch(s -> s.tags().stream().allMatch("O"::equals)));
    }

    @Test
    void vocabularyHoldsEveryCharacterAndSpellsEveryWord() {
        List<String> vocabulary = STANDARD.vocabulary();
        assertTrue(vocabulary.size() > 1000 && vocabulary.size() <= 2000);
        assertEquals(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"), vocabulary.subList(0, 5));
        Set<String> pieces = new HashSet<>(vocabulary);
        assertEquals(vocabulary.size(), pieces.size());
        for (Corpus part : List.of(STANDARD.train(), STANDARD.dev(), STANDARD.test())) {
            for (Sentence sentence : part.sentences()) {
                for (String word : sentence.words()) {
                    word.chars().forEach(c -> assertTrue(pieces.contains(String.valueOf((char) c)), word));
                    word.chars()
                            .filter(Character::isLetterOrDigit)
                            .forEach(c -> assertTrue(pieces.contains("##" + (char) c), word));
                }
            }
        }
        for (String word : List.of("said", "the", "##ton", "##ville", "##burg", "##ski", "Inc", "University")) {
            assertTrue(pieces.contains(word), word);
        }
        assertEquals(vocabulary.subList(0, 500), STANDARD.vocabulary(500));
    }

    @Test
    void learnsTheMostFrequentPairFirst() {
        List<String> vocabulary =
                WordPieceLearner.learn(Map.of("low", 50, "lower", 20, "newest", 60, "widest", 30), 4000);
        int known = 5 + 94 + 62;
        // es and st occur 90 times: es comes first; then est, then lo and ow with 70.
        assertEquals(List.of("##es", "##est", "##ow", "low"), vocabulary.subList(known, known + 4));
        assertTrue(vocabulary.contains("newest"));
        assertEquals(
                List.of("##aa", "aaa"),
                WordPieceLearner.learn(Map.of("aaa", 30, "b-c", 90), 4000).subList(known, known + 2));
    }

    @Test
    void refusesSizesOutOfRange() {
        assertEquals(
                "sentences (0) of synthetic dev: 1 to 1000000 are allowed\nMaybe ask for 4000.",
                assertThrows(CorpusException.class, () -> SyntheticCorpus.generate(1, 1, 0, 1))
                        .getMessage());
        assertEquals(
                "pieces (100) of a vocabulary: at least 200 are needed\nMaybe ask for 2000.",
                assertThrows(CorpusException.class, () -> STANDARD.vocabulary(100))
                        .getMessage());
    }
}
