package io.dcsdk.training.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * How tags on words tell entities. In all of them {@code O} is a word outside, and a tag inside is a prefix, {@code -} and
 * the type.
 *
 * <p>Reading is that of conlleval and of seqeval's default mode: every tag sequence has exactly one reading, also an
 * ill-formed one. Between two neighbouring words inside entities a new entity begins where the type changes, after E or S,
 * and before B or S. M is read as I. A tag sequence is well-formed in a scheme if writing what was read gives it back.
 */
public enum TagScheme {
    /** I inside; B only where an entity touches one of the same type before it. The scheme of CoNLL-2003 and Wikigold. */
    IOB1("BI"),
    /** B on the first word, I on the others. Also called IOB2. */
    BIO("BI"),
    /** B first, I between, E last, S on an entity of one word. Also called IOBES. */
    BIOES("BIES"),
    /** As {@link #BIOES} with M for I. */
    BMES("BMES");

    private final String prefixes;

    TagScheme(String prefixes) {
        this.prefixes = prefixes;
    }

    /**
     * The entities of a sentence, whatever the scheme of its tags, as conlleval and seqeval's default mode read them.
     *
     * @param tags the tags, well-formed or not, of any scheme
     * @return the entities in their order
     * @throws CorpusException if one is no tag
     */
    public static List<EntitySpan> read(List<String> tags) {
        return List.copyOf(Tag.entities(Tag.parseAll(tags)));
    }

    /**
     * The entities of a sentence with tags of this scheme, well-formed or not.
     *
     * @param tags the tags
     * @return the entities in their order
     * @throws CorpusException if one is no tag of this scheme
     */
    public List<EntitySpan> spans(List<String> tags) {
        return List.copyOf(Tag.entities(parse(tags)));
    }

    /**
     * Only the entities that obey the scheme from their first word to their last, as seqeval's mode {@code strict} reads
     * them: in BIO a B with the I of its type that follow; in BIOES and BMES an S, or B and the I or M of its type that
     * follow up to an E of its type. Other tags inside are passed over.
     *
     * @param tags the tags
     * @return the entities in their order
     * @throws CorpusException if one is no tag of this scheme
     * @throws IllegalStateException in IOB1, where I may begin an entity and strictness says nothing
     */
    public List<EntitySpan> strictSpans(List<String> tags) {
        if (this == IOB1) {
            throw new IllegalStateException(
                    "scheme (IOB1) of a strict reading: only BIO, BIOES and BMES have one\nMaybe read with spans().");
        }
        List<Tag> parsed = parse(tags);
        List<EntitySpan> entities = new ArrayList<>();
        int next = 0;
        while (next < parsed.size()) {
            int start = next++;
            Tag first = parsed.get(start);
            if (first.prefix() != 'B' && first.prefix() != 'S') {
                continue;
            }
            while (next < parsed.size() && !Tag.divided(parsed.get(next - 1), parsed.get(next))) {
                next++;
            }
            char last = parsed.get(next - 1).prefix();
            if (this == BIO || last == 'E' || last == 'S') {
                entities.add(new EntitySpan(first.type(), start, next));
            }
        }
        return List.copyOf(entities);
    }

    /**
     * The tags of a sentence with given entities.
     *
     * @param spans the entities, in any order, none overlapping another
     * @param length how many words the sentence has, from 0
     * @return a tag for each word, well-formed in this scheme
     * @throws CorpusException if an entity ends behind the sentence or overlaps another
     */
    public List<String> tags(List<EntitySpan> spans, int length) {
        List<String> tags = new ArrayList<>(Collections.nCopies(length, "O"));
        List<EntitySpan> ordered = new ArrayList<>(spans);
        ordered.sort(Comparator.comparingInt(EntitySpan::start));
        int free = 0;
        String typeBefore = "";
        for (EntitySpan span : ordered) {
            if (span.start() < free || span.end() > length) {
                String rule = span.end() > length ? "it ends behind the last one" : "it overlaps another entity";
                throw new CorpusException(
                        "entity", span, "a sentence of " + length + " words", rule, "check where it begins and ends");
            }
            boolean touches = span.start() == free && span.type().equals(typeBefore);
            for (int i = span.start(); i < span.end(); i++) {
                char prefix = prefix(i == span.start(), i == span.end() - 1, touches);
                tags.set(i, Tag.text(prefix, span.type()));
            }
            free = span.end();
            typeBefore = span.type();
        }
        return List.copyOf(tags);
    }

    private char prefix(boolean first, boolean last, boolean touches) {
        return switch (this) {
            case IOB1 -> first && touches ? 'B' : 'I';
            case BIO -> first ? 'B' : 'I';
            case BIOES, BMES -> {
                if (first) {
                    yield last ? 'S' : 'B';
                }
                yield last ? 'E' : this == BMES ? 'M' : 'I';
            }
        };
    }

    /**
     * The well-formed tags of what conlleval reads in tags of this scheme. Tags that are well-formed come back as they are
     * (but {@code B-} and {@code B-_} as {@code B}).
     *
     * @param tags the tags
     * @return as many well-formed tags
     * @throws CorpusException if one is no tag of this scheme
     */
    public List<String> repaired(List<String> tags) {
        return tags(spans(tags), tags.size());
    }

    /**
     * Whether tags obey this scheme.
     *
     * @param tags the tags
     * @return true if each is a tag of this scheme and writing the entities gives the same tags
     */
    public boolean isWellFormed(List<String> tags) {
        return tags.stream().allMatch(this::has) && repaired(tags).equals(tags);
    }

    /**
     * Whether a text may be a tag in this scheme.
     *
     * @param tag the text
     * @return true for O and for the prefixes of this scheme, alone or with {@code -} and a type
     */
    public boolean has(String tag) {
        return Tag.isTag(tag) && (tag.equals("O") || prefixes.indexOf(tag.charAt(0)) >= 0);
    }

    /**
     * The labels of a model that knows the given types: O, then for each type, in the order of their characters, every
     * prefix of the scheme, in the order B I (IOB1, BIO), B I E S (BIOES) or B M E S (BMES), seen or not.
     *
     * @param types the types, in any order
     * @return the tags, O first, no two equal
     */
    public List<String> tagNames(Collection<String> types) {
        List<String> names = new ArrayList<>();
        names.add("O");
        for (String type : new TreeSet<>(types)) {
            for (int i = 0; i < prefixes.length(); i++) {
                names.add(Tag.text(prefixes.charAt(i), type));
            }
        }
        return List.copyOf(names);
    }

    private List<Tag> parse(List<String> tags) {
        List<Tag> parsed = Tag.parseAll(tags);
        for (Tag tag : parsed) {
            if (!tag.isOutside() && prefixes.indexOf(tag.prefix()) < 0) {
                throw new CorpusException(
                        "tag",
                        Tag.text(tag.prefix(), tag.type()),
                        "a sentence",
                        "scheme " + this + " has no prefix " + tag.prefix(),
                        "the tags are of another scheme");
            }
        }
        return parsed;
    }
}
