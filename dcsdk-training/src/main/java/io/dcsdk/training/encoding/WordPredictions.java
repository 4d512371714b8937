package io.dcsdk.training.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The way back from tokens to words: collects the predicted labels of rows, in any order, and gives each word one. A word
 * without a sub-word is outside every entity. Not for use by several threads.
 */
public final class WordPredictions {
    private final EncodedDataset dataset;
    private final int[][] labels;

    private WordPredictions(EncodedDataset dataset, int[][] labels) {
        this.dataset = dataset;
        this.labels = labels;
    }

    /**
     * No prediction yet: every word is outside.
     *
     * @param dataset the rows that will be predicted
     * @param outside the label of words that no row holds, usually O
     * @return an empty collection
     * @throws EncodingException if the data set has no such label
     */
    public static WordPredictions of(EncodedDataset dataset, String outside) {
        int label = dataset.labels().indexOf(outside);
        if (label < 0) {
            throw new EncodingException("label (%s) of words outside: is none of %s\nMaybe add it to the labels."
                    .formatted(outside, dataset.labels()));
        }
        int[][] labels = new int[dataset.sentences()][];
        for (int sentence = 0; sentence < labels.length; sentence++) {
            labels[sentence] = new int[dataset.words(sentence)];
            Arrays.fill(labels[sentence], label);
        }
        return new WordPredictions(dataset, labels);
    }

    /**
     * Takes the predictions of a row.
     *
     * @param example the row's number, from 0
     * @param predicted label indices by position
     * @param offset where in {@code predicted} the row starts
     * @throws EncodingException if a prediction is no index of a label
     */
    public void accept(int example, int[] predicted, int offset) {
        int[] sentence = labels[dataset.sentence(example)];
        int length = dataset.length(example);
        for (int position = 0; position < length; position++) {
            if (dataset.isRead(example, position)) {
                int label = predicted[offset + position];
                if (label < 0 || label >= dataset.labels().size()) {
                    throw new EncodingException(
                            "prediction (%d) of row %d: is no index of the %d labels\nMaybe the model "
                                            .formatted(
                                                    label,
                                                    example,
                                                    dataset.labels().size())
                                    + "has other labels.");
                }
                sentence[dataset.word(example, position)] = label;
            }
        }
    }

    /**
     * The label of each word.
     *
     * @return a sentence each, a word each
     */
    public List<List<String>> labels() {
        List<List<String>> all = new ArrayList<>(labels.length);
        for (int[] sentence : labels) {
            List<String> names = new ArrayList<>(sentence.length);
            for (int label : sentence) {
                names.add(dataset.labels().get(label));
            }
            all.add(List.copyOf(names));
        }
        return List.copyOf(all);
    }
}
