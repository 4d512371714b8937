package io.dcsdk.training.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns entities in a text, told by characters, into entities in its words. */
final class SpannedText {
    private final String source;
    private final OffsetUnit unit;
    private final boolean widened;

    /** An entity as a line tells it. */
    record Labelled(long start, long end, String label) {
        @Override
        public String toString() {
            return "%s from %d to %d".formatted(label, start, end);
        }
    }

    SpannedText(String source, OffsetUnit unit, boolean widened) {
        this.source = source;
        this.unit = unit;
        this.widened = widened;
    }

    /** The entities in words, in order. */
    List<EntitySpan> inWords(String text, List<WordSplitter.Word> words, List<Labelled> entities, int line) {
        long length = unit == OffsetUnit.UTF_16 ? text.length() : text.codePointCount(0, text.length());
        List<Labelled> ordered = new ArrayList<>(entities);
        ordered.sort(Comparator.comparingLong(Labelled::start).thenComparingLong(Labelled::end));
        List<EntitySpan> spans = new ArrayList<>();
        int word = 0;
        int taken = 0;
        int position = 0;
        long offset = 0;
        for (Labelled entity : ordered) {
            if (entity.start() < 0 || entity.end() <= entity.start() || entity.end() > length) {
                throw fault(
                        line,
                        entity,
                        "it is no run of characters in a text of " + length,
                        "offsets count " + (unit == OffsetUnit.UTF_16 ? "code points" : "UTF-16 units")
                                + ", or the end is meant to be exclusive");
            }
            position = advance(text, position, entity.start() - offset);
            offset = entity.start();
            int start = position;
            int end = advance(text, start, entity.end() - offset);
            if (isInsideOfPair(text, start) || isInsideOfPair(text, end)) {
                throw fault(line, entity, "it divides a surrogate pair", "offsets count code points");
            }
            while (word < words.size() && words.get(word).end() <= start) {
                word++;
            }
            int last = word;
            while (last < words.size() && words.get(last).start() < end) {
                last++;
            }
            spans.add(span(words, entity, line, new Run(start, end, word, last, taken)));
            taken = last;
        }
        return spans;
    }

    /** Characters {@code start} to {@code end}, touching words {@code word} to {@code last}; earlier ones are {@code taken}. */
    private record Run(int start, int end, int word, int last, int taken) {}

    private EntitySpan span(List<WordSplitter.Word> words, Labelled entity, int line, Run run) {
        if (run.word() == run.last()) {
            throw fault(line, entity, "there is only white space", "check the offsets");
        }
        if (run.word() < run.taken()) {
            throw fault(line, entity, "it overlaps the one before it in a word", "keep only one of the two");
        }
        int start = words.get(run.word()).start();
        int end = words.get(run.last() - 1).end();
        if (!widened && (start != run.start() || end != run.end())) {
            throw fault(
                    line,
                    entity,
                    "it does not begin and end where words do; the whole words have characters %d to %d of UTF-16"
                            .formatted(start, end),
                    "correct the offsets, or read with widened()");
        }
        return new EntitySpan(entity.label(), run.word(), run.last());
    }

    private int advance(String text, int from, long offsets) {
        int count = Math.toIntExact(offsets);
        return unit == OffsetUnit.UTF_16 ? from + count : text.offsetByCodePoints(from, count);
    }

    private static boolean isInsideOfPair(String text, int index) {
        return index > 0
                && index < text.length()
                && Character.isHighSurrogate(text.charAt(index - 1))
                && Character.isLowSurrogate(text.charAt(index));
    }

    private CorpusException fault(int line, Labelled entity, String rule, String advice) {
        return CorpusException.at(source, line, "entity", entity, rule, advice);
    }
}
