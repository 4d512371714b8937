package io.dcsdk.training.inference;

import java.util.Arrays;
import java.util.List;

/**
 * A token of a text, as the tokenizer and the model see it.
 *
 * @param token as the vocabulary has it, its marks of continuation or of a blank included
 * @param id its number in the vocabulary
 * @param start code points of the text before it; what special tokens have is not looked at
 * @param end code points of the text before its end
 * @param special whether the tokenizer put it there, so that it is no part of the text
 * @param scores the probability of each label, from 0 to 1, as 32-bit floats like the pipeline's
 */
public record ScoredToken(String token, int id, int start, int end, boolean special, List<Float> scores) {
    /**
     * Checks the scores and the span.
     *
     * @throws InferenceException if there is no score, or one is not from 0 to 1, or the span ends before it begins
     */
    public ScoredToken {
        scores = List.copyOf(scores);
        if (scores.isEmpty()) {
            throw fault("scores", scores, token, "are none");
        }
        for (float score : scores) {
            // Scores that were summed to 1 in floats may be an ulp or two above it.
            if (!(score >= 0 && score <= 1.0001f)) {
                throw fault("score", score, token, "is not from 0 to 1");
            }
        }
        if (!special && (start < 0 || end < start)) {
            throw new InferenceException("span (" + start + " to " + end + ") of token " + token
                    + ": ends before it begins, or begins before the text"
                    + "\nMaybe the offsets belong to another text.");
        }
    }

    /**
     * A token with the scores that a softmax makes of a model's output: {@code exp(x - max) / sum}, in 32-bit floats.
     *
     * @param token as the vocabulary has it
     * @param id its number in the vocabulary
     * @param start code points of the text before it
     * @param end code points of the text before its end
     * @param special whether the tokenizer put it there
     * @param logits one finite number a label
     * @return the token
     * @throws InferenceException if a logit is not finite, or there is none, or the span ends before it begins
     */
    public static ScoredToken ofLogits(String token, int id, int start, int end, boolean special, float[] logits) {
        float max = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                throw fault("logit", logit, token, "is not finite");
            }
            max = Math.max(max, logit);
        }
        float[] exps = new float[logits.length];
        float sum = 0;
        for (int i = 0; i < logits.length; i++) {
            exps[i] = (float) Math.exp(logits[i] - max);
            sum += exps[i];
        }
        Float[] scores = new Float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            scores[i] = exps[i] / sum;
        }
        return new ScoredToken(token, id, start, end, special, Arrays.asList(scores));
    }

    private static InferenceException fault(String subject, Object value, String token, String rule) {
        return new InferenceException(subject + " (" + value + ") of token " + token + ": " + rule
                + "\nMaybe the model diverged, or these are scores of another one.");
    }
}
