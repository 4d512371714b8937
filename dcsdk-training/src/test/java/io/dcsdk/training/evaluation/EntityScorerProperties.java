package io.dcsdk.training.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.corpus.TagScheme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the scores, and the scores against an oracle that reads chunks with conlleval's tables, state by state. */
final class EntityScorerProperties {
    private record Tagged(List<List<String>> gold, List<List<String>> predicted) {}

    private static Arbitrary<Tagged> tagged(String... tags) {
        Arbitrary<List<String>> sentence = Arbitraries.of(tags).list().ofSize(14);
        return sentence.list().ofMinSize(1).ofMaxSize(5).map(lists -> {
            List<List<String>> gold = new ArrayList<>();
            List<List<String>> predicted = new ArrayList<>();
            for (List<String> list : lists) {
                int length = 1 + Math.floorMod(list.hashCode(), 7);
                gold.add(list.subList(0, length));
                predicted.add(list.subList(7, 7 + length));
            }
            return new Tagged(gold, predicted);
        });
    }

    @Provide
    Arbitrary<Tagged> bio() {
        return tagged("O", "O", "B-X", "I-X", "I-X", "B-Y", "I-Y");
    }

    @Provide
    Arbitrary<Tagged> anything() {
        return tagged("O", "O", "B-X", "I-X", "E-X", "S-X", "B-Y", "I-Y", "E-Y", "B", "I");
    }

    @Provide
    Arbitrary<Tagged> bioes() {
        return tagged("O", "B-X", "I-X", "E-X", "S-X", "B-Y", "E-Y", "B-X", "E-X");
    }

    private record Chunk(int sentence, int start, int end, String type) {}

    /** Chunks as the script finds them: a table says where one ends, another where one begins. */
    private static Set<Chunk> oracle(List<List<String>> sentences) {
        Set<Chunk> chunks = new HashSet<>();
        for (int s = 0; s < sentences.size(); s++) {
            String before = "O";
            String typeBefore = "";
            int start = -1;
            for (int i = 0; i <= sentences.get(s).size(); i++) {
                String tag = i < sentences.get(s).size() ? sentences.get(s).get(i) : "O";
                String prefix = tag.substring(0, 1);
                String type = tag.length() > 1 ? tag.substring(2) : tag.equals("O") ? "" : "_";
                boolean otherType = !typeBefore.equals(type);
                boolean ends = Set.of("BB", "BS", "BO", "IB", "IS", "IO").contains(before + prefix)
                        || Set.of("E", "S").contains(before)
                        || (!before.equals("O") && otherType);
                boolean begins = Set.of("B", "S").contains(prefix)
                        || Set.of("EE", "EI", "SE", "SI", "OE", "OI").contains(before + prefix)
                        || (!prefix.equals("O") && otherType);
                if (ends) {
                    chunks.add(new Chunk(s, start, i, typeBefore));
                }
                if (begins) {
                    start = i;
                }
                before = prefix;
                typeBefore = type;
            }
        }
        return chunks;
    }

    /** Every run of words that the scheme's grammar, written as a regular expression, matches and cannot be prolonged. */
    private static Set<Chunk> strictOracle(List<List<String>> sentences, boolean closing) {
        Set<Chunk> chunks = new HashSet<>();
        for (int s = 0; s < sentences.size(); s++) {
            List<String> tags = sentences.get(s);
            for (String type : List.of("X", "Y")) {
                StringBuilder letters = new StringBuilder();
                tags.forEach(tag -> letters.append(tag.endsWith(type) ? tag.charAt(0) : '.'));
                for (int start = 0; start < tags.size(); start++) {
                    for (int end = start + 1; end <= tags.size(); end++) {
                        String run = letters.substring(start, end);
                        boolean prolonged = end < tags.size() && letters.charAt(end) == 'I';
                        if (closing ? run.matches("S|BI*E") : run.matches("BI*") && !prolonged) {
                            chunks.add(new Chunk(s, start, end, type));
                        }
                    }
                }
            }
        }
        return chunks;
    }

    private static void agrees(Set<Chunk> gold, Set<Chunk> predicted, EvaluationReport report) {
        Set<Chunk> correct = new HashSet<>(gold);
        correct.retainAll(predicted);
        assertEquals(new EntityCounts(correct.size(), predicted.size(), gold.size()), report.counts());
        for (String type : report.byType().keySet()) {
            EntityCounts expected = new EntityCounts(
                    correct.stream().filter(c -> c.type().equals(type)).count(),
                    predicted.stream().filter(c -> c.type().equals(type)).count(),
                    gold.stream().filter(c -> c.type().equals(type)).count());
            assertEquals(expected, report.byType().get(type));
        }
    }

    @Property(tries = 3000)
    void agreesWithTheTablesOfConlleval(@ForAll("anything") Tagged tagged) {
        agrees(
                oracle(tagged.gold()),
                oracle(tagged.predicted()),
                EntityScorer.score(tagged.gold(), tagged.predicted()));
    }

    @Property(tries = 3000)
    void strictScoresAgreeWithTheGrammars(@ForAll("bio") Tagged bio, @ForAll("bioes") Tagged bioes) {
        agrees(
                strictOracle(bio.gold(), false),
                strictOracle(bio.predicted(), false),
                EntityScorer.scoreStrict(bio.gold(), bio.predicted(), TagScheme.BIO));
        agrees(
                strictOracle(bioes.gold(), true),
                strictOracle(bioes.predicted(), true),
                EntityScorer.scoreStrict(bioes.gold(), bioes.predicted(), TagScheme.BIOES));
    }

    @Property
    void swappingGoldAndPredictionSwapsPrecisionAndRecall(@ForAll("anything") Tagged tagged) {
        EvaluationReport one = EntityScorer.score(tagged.gold(), tagged.predicted());
        EvaluationReport other = EntityScorer.score(tagged.predicted(), tagged.gold());
        assertEquals(one.micro().f1(), other.micro().f1());
        assertEquals(one.micro().precision(), other.micro().recall());
        assertEquals(one.macro().recall(), other.macro().precision());
        assertEquals(one.macro().f1(), other.macro().f1());
        assertEquals(one.accuracy(), other.accuracy());
    }

    @Property
    void aPerfectPredictionIsOne(@ForAll("anything") Tagged tagged) {
        EvaluationReport report = EntityScorer.score(tagged.gold(), tagged.gold());
        double expected = report.counts().gold() == 0 ? 0 : 1;
        assertEquals(expected, report.micro().f1());
        assertEquals(expected, report.macro().f1(), 1e-15);
        assertEquals(expected, report.weighted().f1(), 1e-15);
        assertEquals(1, report.accuracy());
    }

    @Property
    void theOrderOfSentencesDoesNotMatter(@ForAll("anything") Tagged tagged, @ForAll long seed) {
        List<List<String>> gold = new ArrayList<>(tagged.gold());
        List<List<String>> predicted = new ArrayList<>(tagged.predicted());
        Collections.shuffle(gold, new Random(seed));
        Collections.shuffle(predicted, new Random(seed));
        assertEquals(EntityScorer.score(tagged.gold(), tagged.predicted()), EntityScorer.score(gold, predicted));
    }

    @Property
    void countsAddUp(@ForAll("anything") Tagged tagged) {
        EvaluationReport report = EntityScorer.score(tagged.gold(), tagged.predicted());
        TypeConfusion confusion = report.confusion();
        for (String type : confusion.types()) {
            long across = confusion.missed(type);
            long down = confusion.spurious(type);
            for (String other : confusion.types()) {
                across += confusion.between(type, other);
                down += confusion.between(other, type);
            }
            EntityCounts counts = report.byType().getOrDefault(type, new EntityCounts(0, 0, 0));
            assertEquals(counts, new EntityCounts(confusion.between(type, type), down, across));
        }
        assertEquals(List.copyOf(report.byType().keySet()), confusion.types());
        Score micro = report.micro();
        double harmonic = micro.precision() + micro.recall() == 0
                ? 0
                : 2 * micro.precision() * micro.recall() / (micro.precision() + micro.recall());
        assertEquals(harmonic, micro.f1(), 1e-15);
        assertTrue(report.correctWords() <= report.words());
    }

    @Property
    void strictAndLenientAgreeOnWellFormedTags(@ForAll("bio") Tagged tagged) {
        List<List<String>> gold =
                tagged.gold().stream().map(TagScheme.BIO::repaired).toList();
        List<List<String>> predicted =
                tagged.predicted().stream().map(TagScheme.BIO::repaired).toList();
        assertEquals(EntityScorer.score(gold, predicted), EntityScorer.scoreStrict(gold, predicted, TagScheme.BIO));
    }
}
