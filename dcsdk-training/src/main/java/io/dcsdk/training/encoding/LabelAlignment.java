package io.dcsdk.training.encoding;

import java.util.Arrays;
import java.util.List;

/**
 * Which sub-words of a word carry its label in training. In every policy the first sub-word carries the word's own tag,
 * and the prediction of a word is read there; special tokens carry {@link EncodedDataset#IGNORED}.
 */
public enum LabelAlignment {
    /** The first sub-word only; the rest is ignored by the loss. What BERT's authors did, and the default. */
    FIRST_SUBWORD {
        @Override
        int[] continuations(List<String> labels) {
            int[] ignored = new int[labels.size()];
            Arrays.fill(ignored, EncodedDataset.IGNORED);
            return ignored;
        }
    },

    /**
     * Every sub-word. The rest of a word that begins or is an entity (B-, S-) is inside it (I-, or M- where the labels
     * are BMES); any other tag, or one without such a partner among the labels, repeats.
     */
    ALL_SUBWORDS {
        @Override
        int[] continuations(List<String> labels) {
            int[] next = new int[labels.size()];
            for (int label = 0; label < next.length; label++) {
                String tag = labels.get(label);
                int inside = -1;
                if (tag.startsWith("B-") || tag.startsWith("S-")) {
                    String type = tag.substring(2);
                    inside = Math.max(labels.indexOf("I-" + type), labels.indexOf("M-" + type));
                }
                next[label] = inside < 0 ? label : inside;
            }
            return next;
        }
    };

    /** For each label, the one of a word's further sub-words. */
    abstract int[] continuations(List<String> labels);
}
