package io.dcsdk.training.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class DatasetEncoderProperties {
    private static final List<String> LABELS = List.of("O", "B-PER", "I-PER", "B-LOC");

    private static List<List<String>> words(SplittableRandom random) {
        List<List<String>> sentences = new ArrayList<>();
        for (int s = random.nextInt(6); s > 0; s--) {
            List<String> sentence = new ArrayList<>();
            for (int w = random.nextInt(25); w > 0; w--) {
                sentence.add("x".repeat(random.nextInt(8)));
            }
            sentences.add(sentence);
        }
        return sentences;
    }

    private static List<List<String>> tags(List<List<String>> words, SplittableRandom random) {
        return words.stream()
                .map(sentence -> sentence.stream()
                        .map(word -> LABELS.get(random.nextInt(LABELS.size())))
                        .toList())
                .toList();
    }

    @Property(tries = 500)
    void labelsPredictedPerfectlyComeBackAsTheTags(
            @ForAll long seed, @ForAll LabelAlignment alignment, @ForAll @IntRange(min = 3, max = 30) int maxLength) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> words = words(random);
        List<List<String>> tags = tags(words, random);
        EncodedDataset dataset = DatasetEncoder.of(new LetterTokenizer(), LABELS, WindowPolicy.ofMaxLength(maxLength))
                .withAlignment(alignment)
                .encode(words, tags);
        WordPredictions predictions = WordPredictions.of(dataset, "O");
        int labelled = 0;
        for (int example = 0; example < dataset.examples(); example++) {
            int[] row = new int[dataset.length(example)];
            for (int position = 0; position < row.length; position++) {
                row[position] = dataset.label(example, position);
                labelled += row[position] == EncodedDataset.IGNORED ? 0 : 1;
            }
            predictions.accept(example, row, 0);
        }
        List<List<String>> expected = new ArrayList<>();
        int counted = 0;
        for (int s = 0; s < words.size(); s++) {
            List<String> sentence = new ArrayList<>();
            for (int w = 0; w < words.get(s).size(); w++) {
                int letters = words.get(s).get(w).length();
                sentence.add(letters == 0 ? "O" : tags.get(s).get(w));
                counted += alignment == LabelAlignment.ALL_SUBWORDS ? letters : Math.min(1, letters);
            }
            expected.add(sentence);
        }
        assertEquals(expected, predictions.labels());
        assertEquals(counted, labelled, "each label counts once, however many windows hold it");
    }
}
