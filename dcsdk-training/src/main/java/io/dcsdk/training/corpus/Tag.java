package io.dcsdk.training.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * A tag taken apart.
 *
 * @param prefix {@code O} outside of entities, else one of {@code B I M E S}
 * @param type the entity type; {@value #NO_TYPE} where the tag has none, empty outside
 */
record Tag(char prefix, String type) {
    /** The type of tags that are a prefix alone; the name is seqeval's. */
    static final String NO_TYPE = "_";

    /** The most characters that a tag may have. */
    static final int MAX_CHARACTERS = 200;

    private static final Tag OUTSIDE = new Tag('O', "");

    /** Whether a text has the shape of a tag. */
    static boolean isTag(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_CHARACTERS
                && (text.equals("O")
                        || ("BIMES".indexOf(text.charAt(0)) >= 0 && (text.length() == 1 || text.charAt(1) == '-')));
    }

    static Tag parse(String text) {
        if (!isTag(text)) {
            throw new CorpusException(
                    "tag",
                    text,
                    "a sentence",
                    "it is neither O nor a prefix of B I M E S with - and a type",
                    "write tags like B-PER");
        }
        if (text.equals("O")) {
            return OUTSIDE;
        }
        return new Tag(text.charAt(0), text.length() <= 2 ? NO_TYPE : text.substring(2));
    }

    static List<Tag> parseAll(List<String> tags) {
        List<Tag> parsed = new ArrayList<>(tags.size());
        for (String tag : tags) {
            parsed.add(parse(tag));
        }
        return parsed;
    }

    /** The text of a tag inside of an entity; one without type is its prefix alone. */
    static String text(char prefix, String type) {
        return type.equals(NO_TYPE) ? String.valueOf(prefix) : prefix + "-" + type;
    }

    boolean isOutside() {
        return prefix == 'O';
    }

    private boolean opens() {
        return prefix == 'B' || prefix == 'S';
    }

    private boolean closes() {
        return prefix == 'E' || prefix == 'S';
    }

    /**
     * Whether no entity spans these two neighbours. This one rule is what the tables of conlleval (and seqeval, for E and S)
     * amount to: wherever they end a chunk before a word inside of an entity, they begin another with it.
     */
    static boolean divided(Tag left, Tag right) {
        return left.isOutside() || right.isOutside() || right.opens() || left.closes() || !left.type.equals(right.type);
    }

    /** The entities as conlleval and seqeval's default mode read them; M counts as I. */
    static List<EntitySpan> entities(List<Tag> tags) {
        List<EntitySpan> entities = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= tags.size(); end++) {
            Tag last = tags.get(end - 1);
            if (end == tags.size() || divided(last, tags.get(end))) {
                if (!last.isOutside()) {
                    entities.add(new EntitySpan(last.type(), start, end));
                }
                start = end;
            }
        }
        return entities;
    }
}
