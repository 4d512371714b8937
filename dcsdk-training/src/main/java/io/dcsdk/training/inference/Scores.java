package io.dcsdk.training.inference;

import java.util.List;

/** Arithmetic on rows of scores, in 32-bit floats where a tie could fall another way otherwise. */
final class Scores {
    private Scores() {}

    /** The first of the highest. */
    static int best(List<Float> scores) {
        int best = 0;
        for (int i = 1; i < scores.size(); i++) {
            if (scores.get(i) > scores.get(best)) {
                best = i;
            }
        }
        return best;
    }

    /** Element by element, rows added from first to last. */
    static List<Float> mean(List<List<Float>> rows) {
        int labels = rows.get(0).size();
        Float[] mean = new Float[labels];
        for (int label = 0; label < labels; label++) {
            float sum = 0;
            for (List<Float> row : rows) {
                sum += row.get(label);
            }
            mean[label] = sum / rows.size();
        }
        return List.of(mean);
    }
}
