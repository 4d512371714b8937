package io.dcsdk.training.evaluation;

import io.dcsdk.training.corpus.EntitySpan;
import io.dcsdk.training.corpus.TagScheme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compares predicted with gold tags, entity by entity: a predicted one is right if a gold one has the same words and the same
 * type. Linear in the number of words.
 */
public final class EntityScorer {
    private EntityScorer() {}

    /**
     * Scores as conlleval and as seqeval's default mode do: entities are read from whatever tags there are, of any scheme
     * ({@link TagScheme#read}), ill-formed ones too.
     *
     * @param gold the right tags of each sentence
     * @param predicted the predicted tags of each sentence, as many
     * @return the report
     * @throws EvaluationException if there are not as many sentences, or words in one
     * @throws io.dcsdk.training.corpus.CorpusException if one is no tag
     */
    public static EvaluationReport score(List<List<String>> gold, List<List<String>> predicted) {
        return score(gold, predicted, TagScheme::read);
    }

    /**
     * Scores as seqeval's mode {@code strict} does with scheme IOB2 or IOBES: only entities that obey the scheme from their
     * first word to their last count, on both sides ({@link TagScheme#strictSpans}).
     *
     * @param gold the right tags of each sentence
     * @param predicted the predicted tags of each sentence, as many
     * @param scheme BIO, BIOES or BMES
     * @return the report
     * @throws EvaluationException if there are not as many sentences, or words in one, or the scheme is IOB1
     * @throws io.dcsdk.training.corpus.CorpusException if one is no tag of the scheme
     */
    public static EvaluationReport scoreStrict(
            List<List<String>> gold, List<List<String>> predicted, TagScheme scheme) {
        if (scheme == TagScheme.IOB1) {
            throw new EvaluationException(
                    "scheme", scheme, "a strict score", "I may begin an entity in it", "convert the tags to BIO");
        }
        return score(gold, predicted, scheme::strictSpans);
    }

    private static EvaluationReport score(
            List<List<String>> gold, List<List<String>> predicted, Function<List<String>, List<EntitySpan>> reading) {
        if (gold.size() != predicted.size()) {
            throw new EvaluationException(
                    "sentences",
                    predicted.size(),
                    "a prediction",
                    "gold has " + gold.size(),
                    "the files do not belong together");
        }
        Tally tally = new Tally();
        for (int i = 0; i < gold.size(); i++) {
            if (gold.get(i).size() != predicted.get(i).size()) {
                throw new EvaluationException(
                        "tags",
                        predicted.get(i).size(),
                        "predicted sentence " + i,
                        "gold has " + gold.get(i).size(),
                        "a long sentence was cut");
            }
            tally.words(gold.get(i), predicted.get(i));
            tally.entities(reading.apply(gold.get(i)), reading.apply(predicted.get(i)));
        }
        return tally.report(gold.size());
    }

    /** Words of an entity. */
    private record Bounds(int start, int end) {
        static Bounds of(EntitySpan span) {
            return new Bounds(span.start(), span.end());
        }
    }

    /** A gold type and the predicted type on the same words; empty where there is none. */
    private record Pair(String gold, String predicted) {}

    /** Counts that grow with every sentence. */
    private static final class Tally {
        private static final String NONE = "";

        private long words;
        private long correctWords;
        private final Map<Pair, Long> pairs = new HashMap<>();

        void words(List<String> gold, List<String> predicted) {
            words += gold.size();
            for (int i = 0; i < gold.size(); i++) {
                if (gold.get(i).equals(predicted.get(i))) {
                    correctWords++;
                }
            }
        }

        void entities(List<EntitySpan> gold, List<EntitySpan> predicted) {
            Map<Bounds, String> unmatched = new HashMap<>();
            predicted.forEach(span -> unmatched.put(Bounds.of(span), span.type()));
            for (EntitySpan span : gold) {
                String match = unmatched.remove(Bounds.of(span));
                pairs.merge(new Pair(span.type(), match == null ? NONE : match), 1L, Long::sum);
            }
            unmatched.values().forEach(type -> pairs.merge(new Pair(NONE, type), 1L, Long::sum));
        }

        EvaluationReport report(int sentences) {
            TreeSet<String> types = new TreeSet<>();
            pairs.keySet().forEach(pair -> {
                types.add(pair.gold());
                types.add(pair.predicted());
            });
            types.remove(NONE);
            List<String> ordered = List.copyOf(types);
            List<List<Long>> counts = new ArrayList<>();
            for (int row = 0; row <= ordered.size(); row++) {
                counts.add(new ArrayList<>(Collections.nCopies(ordered.size() + 1, 0L)));
            }
            SortedMap<String, EntityCounts> byType = new TreeMap<>();
            ordered.forEach(type -> byType.put(type, new EntityCounts(0, 0, 0)));
            pairs.forEach((pair, count) -> {
                int row = pair.gold().equals(NONE) ? ordered.size() : ordered.indexOf(pair.gold());
                int column = pair.predicted().equals(NONE) ? ordered.size() : ordered.indexOf(pair.predicted());
                counts.get(row).set(column, count);
                if (pair.gold().equals(pair.predicted())) {
                    byType.merge(pair.gold(), new EntityCounts(count, count, count), EntityCounts::plus);
                    return;
                }
                if (!pair.gold().equals(NONE)) {
                    byType.merge(pair.gold(), new EntityCounts(0, 0, count), EntityCounts::plus);
                }
                if (!pair.predicted().equals(NONE)) {
                    byType.merge(pair.predicted(), new EntityCounts(0, count, 0), EntityCounts::plus);
                }
            });
            return new EvaluationReport(sentences, words, correctWords, byType, new TypeConfusion(ordered, counts));
        }
    }
}
