package io.dcsdk.training.corpus.synthetic;

import io.dcsdk.training.corpus.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of one part of the corpus. Each is a made-up syllable with an ending that is frequent in its kind, though never
 * only in it: some surnames sound like places and some companies are called like people, so that the sentence must decide.
 */
record NameBook(
        List<String> firstNames,
        List<String> lastNames,
        List<String> cities,
        List<String> countries,
        List<String> companies,
        List<String> acronyms) {
    private static final List<String> ONSETS = List.of(
            "B", "Br", "C", "Cl", "D", "Dr", "F", "G", "Gr", "H", "J", "K", "Kr", "L", "M", "N", "P", "Pr", "R", "S",
            "St", "T", "Tr", "V", "W", "Z");
    private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u");
    private static final List<String> CODAS = List.of("l", "r", "n", "m", "s", "d", "k", "rn", "ll", "nd", "lm", "rt");
    private static final List<String> FIRST_NAME_ENDINGS =
            List.of("a", "ia", "o", "us", "en", "el", "ina", "is", "ette", "ard");
    private static final List<String> LAST_NAME_ENDINGS =
            List.of("son", "er", "man", "ski", "ez", "ov", "sen", "ini", "ley", "ton");
    private static final List<String> CITY_ENDINGS =
            List.of("ton", "ville", "burg", "ford", "field", "port", "stad", "mouth", "ley");
    private static final List<String> COUNTRY_ENDINGS = List.of("ia", "land", "stan", "ania");
    private static final List<String> COMPANY_ENDINGS = List.of("ex", "tech", "ico", "soft", "on", "er", "son", "a");
    private static final String ACRONYM_LETTERS = "BCDFGHKLMNPRSTVWX";

    /** Draws the books of several parts; no word of a name in one is in another. */
    static final class Author {
        private final SeededRandom random;
        private final Set<String> taken;
        private final List<String> stems = new ArrayList<>();
        private int used;

        /**
         * @param random what is drawn from
         * @param taken words in lower case that are not to become names; grows
         */
        Author(SeededRandom random, Set<String> taken) {
            this.random = random;
            this.taken = taken;
            for (String onset : ONSETS) {
                for (String vowel : VOWELS) {
                    for (String coda : CODAS) {
                        stems.add(onset + vowel + coda);
                    }
                }
            }
            for (int i = stems.size() - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                String stem = stems.get(i);
                stems.set(i, stems.get(other));
                stems.set(other, stem);
            }
        }

        /** A book from the next stems, with names in proportion to them. */
        NameBook book(double share) {
            int count = (int) Math.round(share * stems.size());
            List<String> own = stems.subList(used, Math.min(stems.size(), used + count));
            used += own.size();
            return new NameBook(
                    names(own, FIRST_NAME_ENDINGS, count / 2),
                    names(own, LAST_NAME_ENDINGS, count / 2),
                    names(own, CITY_ENDINGS, count / 2),
                    names(own, COUNTRY_ENDINGS, count / 6),
                    names(own, COMPANY_ENDINGS, count / 2),
                    acronyms(count / 6));
        }

        private List<String> names(List<String> own, List<String> endings, int count) {
            List<String> names = new ArrayList<>(count);
            while (names.size() < count) {
                String name = own.get(random.nextInt(own.size())) + endings.get(random.nextInt(endings.size()));
                if (taken.add(name.toLowerCase(Locale.ROOT))) {
                    names.add(name);
                }
            }
            return List.copyOf(names);
        }

        private List<String> acronyms(int count) {
            List<String> names = new ArrayList<>(count);
            while (names.size() < count) {
                StringBuilder name = new StringBuilder();
                for (int i = 0; i < 3; i++) {
                    name.append(ACRONYM_LETTERS.charAt(random.nextInt(ACRONYM_LETTERS.length())));
                }
                if (taken.add(name.toString().toLowerCase(Locale.ROOT))) {
                    names.add(name.toString());
                }
            }
            return List.copyOf(names);
        }
    }
}
