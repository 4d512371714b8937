package io.dcsdk.training.corpus.synthetic;

import io.dcsdk.training.corpus.EntitySpan;
import io.dcsdk.training.corpus.SeededRandom;
import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.corpus.TagScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fills templates with names and words. */
final class SentenceGenerator {
    private final NameBook book;
    private final SeededRandom random;
    private final List<String> words = new ArrayList<>();
    private final List<EntitySpan> spans = new ArrayList<>();

    SentenceGenerator(NameBook book, SeededRandom random) {
        this.book = book;
        this.random = random;
    }

    Sentence next() {
        words.clear();
        spans.clear();
        List<String> template = oneOf(SentenceTemplates.SENTENCES);
        boolean statement = template.get(template.size() - 1).equals(".");
        boolean quoted = template.get(0).equals("\"");
        if (statement && !quoted && random.nextInt(100) < 25) {
            fill(oneOf(SentenceTemplates.OPENINGS));
        }
        if (statement && random.nextInt(100) < 25) {
            fill(template.subList(0, template.size() - 1));
            fill(oneOf(SentenceTemplates.ENDINGS));
        } else {
            fill(template);
        }
        int first = words.get(0).equals("\"") ? 1 : 0;
        words.set(
                first,
                words.get(first).substring(0, 1).toUpperCase(Locale.ROOT)
                        + words.get(first).substring(1));
        return new Sentence(words, TagScheme.BIO.tags(spans, words.size()));
    }

    private void fill(List<String> template) {
        for (String element : template) {
            if (element.startsWith("{")) {
                slot(element.substring(1, element.length() - 1));
            } else {
                words.add(element);
            }
        }
    }

    private void slot(String kind) {
        switch (kind) {
            case "full" -> person();
            case "last" -> entity("PER", oneOf(book.lastNames()));
            case "first" -> entity("PER", oneOf(book.firstNames()));
            case "company" -> company();
            case "school" -> school();
            case "team" -> team();
            case "bare" -> bare();
            case "org" -> organisation();
            case "city" -> city();
            case "country" -> entity("LOC", oneOf(book.countries()));
            case "feature" -> feature();
            case "place" -> place();
            default -> words.add(filler(kind));
        }
    }

    private void person() {
        String first = oneOf(book.firstNames());
        String last = oneOf(book.lastNames());
        switch (random.nextInt(10)) {
            case 0 -> entity("PER", first, (char) ('A' + random.nextInt(26)) + ".", last);
            case 1 -> entity("PER", (char) ('A' + random.nextInt(26)) + ".", last);
            default -> entity("PER", first, last);
        }
    }

    private void company() {
        String name = companyName();
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> entity("ORG", name, "Inc.");
            case 3, 4 -> entity("ORG", name, "Corp.");
            case 5 -> entity("ORG", name, "Holdings");
            case 6 -> entity("ORG", name, "Motors");
            case 7 -> entity("ORG", oneOf(book.lastNames()), "&", oneOf(book.lastNames()));
            case 8 -> entity("ORG", oneOf(book.lastNames()), "Brothers");
            case 9 -> entity("ORG", "Bank", "of", oneOf(book.cities()));
            case 10 -> entity("ORG", name, oneOf(List.of("Foods", "Steel", "Energy")), "Ltd.");
            default -> entity("ORG", oneOf(book.countries()), "Airlines");
        }
    }

    /** Named after anything: a third of companies carries the name of a person or a place. */
    private String companyName() {
        return switch (random.nextInt(6)) {
            case 0 -> oneOf(book.lastNames());
            case 1 -> oneOf(book.cities());
            default -> oneOf(book.companies());
        };
    }

    private void bare() {
        if (random.nextInt(5) == 0) {
            entity("ORG", oneOf(book.acronyms()));
        } else {
            entity("ORG", companyName());
        }
    }

    private void school() {
        switch (random.nextInt(4)) {
            case 0 -> entity("ORG", "University", "of", oneOf(book.cities()));
            case 1 -> entity("ORG", oneOf(book.cities()), "University");
            case 2 -> entity("ORG", oneOf(book.lastNames()), "College");
            default -> entity("ORG", oneOf(book.companies()), "Institute");
        }
    }

    /** Mostly called as their city is: only the sentence tells. */
    private void team() {
        switch (random.nextInt(4)) {
            case 0 -> entity("ORG", oneOf(book.cities()), oneOf(List.of("United", "Rovers", "City")));
            default -> entity("ORG", oneOf(book.cities()));
        }
    }

    private void organisation() {
        switch (random.nextInt(4)) {
            case 0 -> school();
            case 1 -> entity("ORG", oneOf(book.acronyms()));
            case 2 -> entity("ORG", "Ministry", "of", oneOf(List.of("Health", "Justice", "Finance")));
            default -> company();
        }
    }

    private void city() {
        String name = oneOf(book.cities());
        if (random.nextInt(8) == 0) {
            entity("LOC", oneOf(List.of("New", "North", "Port")), name);
        } else {
            entity("LOC", name);
        }
    }

    private void feature() {
        // Rivers and mountains are called like people, companies and cities.
        String name = random.nextInt(2) == 0 ? oneOf(book.lastNames()) : oneOf(book.companies());
        switch (random.nextInt(5)) {
            case 0 -> entity("LOC", "Lake", name);
            case 1 -> entity("LOC", "Mount", name);
            case 2 -> entity("LOC", name, "River");
            case 3 -> entity("LOC", name, "Valley");
            default -> entity("LOC", name, "Street");
        }
    }

    private void place() {
        switch (random.nextInt(3)) {
            case 0 -> entity("LOC", oneOf(book.countries()));
            case 1 -> feature();
            default -> city();
        }
    }

    private String filler(String kind) {
        return switch (kind) {
            case "weekday" -> oneOf(SentenceTemplates.WEEKDAYS);
            case "month" -> oneOf(SentenceTemplates.MONTHS);
            case "role" -> oneOf(SentenceTemplates.ROLES);
            case "noun" -> oneOf(SentenceTemplates.NOUNS);
            case "adj" -> oneOf(SentenceTemplates.ADJECTIVES);
            case "topic" -> oneOf(SentenceTemplates.TOPICS);
            case "num" -> String.valueOf(random.nextInt(random.nextInt(3) == 0 ? 9000 : 10));
            case "goals" -> String.valueOf(random.nextInt(10));
            case "age" -> String.valueOf(18 + random.nextInt(70));
            case "day" -> String.valueOf(1 + random.nextInt(28));
            case "year" -> String.valueOf(1950 + random.nextInt(80));
            case "percent" -> random.nextInt(30) + "." + random.nextInt(10) + "%";
            case "money" -> "$" + (1 + random.nextInt(900)) + oneOf(List.of("m", "bn", ",000"));
            case "time" -> random.nextInt(24) + ":" + (10 + random.nextInt(50));
            default -> throw new IllegalStateException("slot (%s) of a template: there is none such".formatted(kind));
        };
    }

    private void entity(String type, String... name) {
        int start = words.size();
        words.addAll(List.of(name));
        spans.add(new EntitySpan(type, start, words.size()));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
