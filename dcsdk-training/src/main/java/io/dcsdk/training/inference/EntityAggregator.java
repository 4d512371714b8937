package io.dcsdk.training.inference;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Makes entities of scored tokens as the HuggingFace token-classification pipeline (transformers 5) does.
 *
 * <ol>
 *   <li>Special tokens are left out. An unknown token gets the text that it stands for, and begins a word.
 *   <li>NONE and SIMPLE give each token its best label; FIRST, AVERAGE and MAX join the tokens of a word and give it one.
 *   <li>All but NONE then group neighbours: one begins a new group if it has another type than the one before, or begins
 *       with B-. Tokens with an ignored label are part of it, so they separate.
 *   <li>What has an ignored label (O) is left out.
 * </ol>
 *
 * <p>Immutable, and as thread-safe as its joiner. Time is linear in the tokens times the labels.
 *
 * @param labels the names of the scores, in order
 * @param ignored labels, or types of groups, that are no entities
 * @param unknownId the id of the unknown token; empty where the vocabulary has none
 * @param continuation how to tell that a token goes on with a word
 * @param joiner makes text of tokens
 */
public record EntityAggregator(
        List<String> labels,
        Set<String> ignored,
        OptionalInt unknownId,
        WordContinuation continuation,
        TokenJoiner joiner) {
    /**
     * Checks that there are labels.
     *
     * @throws InferenceException if there is none
     */
    public EntityAggregator {
        labels = List.copyOf(labels);
        ignored = ImmutableSet.copyOf(ignored);
        if (labels.isEmpty()) {
            throw new InferenceException(
                    "labels (none) of the model: there is nothing to find" + "\nMaybe config.json lacks id2label.");
        }
    }

    /**
     * For WordPiece vocabularies (BERT, DistilBERT); O is ignored.
     *
     * @param labels the names of the scores, in order
     * @param unknownId the id of the unknown token
     * @return an aggregator
     * @throws InferenceException if there is no label
     */
    public static EntityAggregator wordPiece(List<String> labels, int unknownId) {
        return new EntityAggregator(
                labels, Set.of("O"), OptionalInt.of(unknownId), WordContinuation.MARKED, TokenJoiner.wordPiece());
    }

    /**
     * For byte-level BPE vocabularies (RoBERTa); O is ignored.
     *
     * @param labels the names of the scores, in order
     * @param unknownId the id of the unknown token
     * @return an aggregator
     * @throws InferenceException if there is no label
     */
    public static EntityAggregator byteLevel(List<String> labels, int unknownId) {
        return new EntityAggregator(
                labels, Set.of("O"), OptionalInt.of(unknownId), WordContinuation.UNMARKED, TokenJoiner.byteLevel());
    }

    /** A token or a word on its way: with one label once that is decided. */
    private record Labelled(String label, float score, String word, int start, int end) {}

    /** A token that is part of the text. */
    private record Piece(String word, int index, boolean continues, ScoredToken token) {
        List<Float> scores() {
            return token.scores();
        }
    }

    /**
     * The entities of a text.
     *
     * @param text the text that was tokenized
     * @param tokens all its tokens in order, special ones included; may be empty
     * @param strategy how to join them
     * @return the entities in the order of the text
     * @throws InferenceException if a token has another number of scores than there are labels, or lies outside the text
     */
    public List<Entity> aggregate(String text, List<ScoredToken> tokens, AggregationStrategy strategy) {
        TextPositions positions = TextPositions.of(text);
        List<Piece> pieces = pieces(positions, tokens);
        List<? extends Entity> entities = strategy == AggregationStrategy.NONE
                ? pieces.stream().map(piece -> single(piece, positions)).toList()
                : groups(strategy.isOverWords() ? words(pieces, strategy) : singles(pieces), positions);
        return entities.stream()
                .filter(entity -> !ignored.contains(entity.label()))
                .map(Entity.class::cast)
                .toList();
    }

    private List<Piece> pieces(TextPositions text, List<ScoredToken> tokens) {
        List<Piece> pieces = new ArrayList<>();
        for (int index = 0; index < tokens.size(); index++) {
            ScoredToken token = tokens.get(index);
            if (token.scores().size() != labels.size()) {
                throw new InferenceException("scores (" + token.scores().size() + ") of token " + token.token()
                        + ": not one for each of the " + labels.size()
                        + " labels\nMaybe the labels are another model's.");
            }
            if (token.special()) {
                continue;
            }
            String original = text.slice(token.start(), token.end());
            boolean unknown = unknownId.isPresent() && unknownId.getAsInt() == token.id();
            pieces.add(new Piece(
                    unknown ? original : token.token(), index, !unknown && continuation.continues(token, text), token));
        }
        return pieces;
    }

    private TokenEntity single(Piece piece, TextPositions text) {
        int best = Scores.best(piece.scores());
        ScoredToken token = piece.token();
        return new TokenEntity(
                labels.get(best),
                token.scores().get(best),
                piece.index(),
                piece.word(),
                token.start(),
                token.end(),
                text.utf16(token.start()),
                text.utf16(token.end()));
    }

    private List<Labelled> singles(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> labelled(List.of(piece), piece.scores(), piece.word()))
                .toList();
    }

    private List<Labelled> words(List<Piece> pieces, AggregationStrategy strategy) {
        List<Labelled> words = new ArrayList<>();
        for (int start = 0, end; start < pieces.size(); start = end) {
            end = start + 1;
            while (end < pieces.size() && pieces.get(end).continues()) {
                end++;
            }
            words.add(word(pieces.subList(start, end), strategy));
        }
        return words;
    }

    private Labelled word(List<Piece> pieces, AggregationStrategy strategy) {
        List<Float> scores =
                switch (strategy) {
                    case AVERAGE ->
                        Scores.mean(pieces.stream().map(Piece::scores).toList());
                    case MAX -> surest(pieces).scores();
                    default -> pieces.get(0).scores();
                };
        return labelled(
                pieces, scores, joiner.join(pieces.stream().map(Piece::word).toList()));
    }

    /** The first of the pieces that have the highest score of all. */
    private static Piece surest(List<Piece> pieces) {
        ToDoubleFunction<Piece> top = piece -> piece.scores().get(Scores.best(piece.scores()));
        Piece surest = pieces.get(0);
        for (Piece piece : pieces) {
            if (top.applyAsDouble(piece) > top.applyAsDouble(surest)) {
                surest = piece;
            }
        }
        return surest;
    }

    private Labelled labelled(List<Piece> pieces, List<Float> scores, String word) {
        int best = Scores.best(scores);
        return new Labelled(
                labels.get(best),
                scores.get(best),
                word,
                pieces.get(0).token().start(),
                pieces.get(pieces.size() - 1).token().end());
    }

    private List<EntityGroup> groups(List<Labelled> parts, TextPositions text) {
        List<EntityGroup> groups = new ArrayList<>();
        for (int start = 0, end; start < parts.size(); start = end) {
            end = start + 1;
            while (end < parts.size()
                    && goesOn(parts.get(end - 1).label(), parts.get(end).label())) {
                end++;
            }
            groups.add(group(parts.subList(start, end), text));
        }
        return groups;
    }

    private static boolean goesOn(String before, String label) {
        return !label.startsWith("B-") && type(before).equals(type(label));
    }

    /** The type of a label for comparison: only B- and I- are prefixes, E-PER is a type of its own. */
    private static String type(String label) {
        return label.startsWith("B-") || label.startsWith("I-") ? label.substring(2) : label;
    }

    private EntityGroup group(List<Labelled> parts, TextPositions text) {
        Labelled first = parts.get(0);
        int end = parts.get(parts.size() - 1).end();
        double sum = 0;
        for (Labelled part : parts) {
            sum += part.score();
        }
        // The name drops whatever stands before the first hyphen, unlike the comparison.
        String name = first.label().substring(first.label().indexOf('-') + 1);
        return new EntityGroup(
                name,
                sum / parts.size(),
                joiner.join(parts.stream().map(Labelled::word).toList()),
                first.start(),
                end,
                text.utf16(first.start()),
                text.utf16(end));
    }
}
