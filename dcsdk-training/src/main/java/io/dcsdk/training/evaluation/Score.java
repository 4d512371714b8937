package io.dcsdk.training.evaluation;

/**
 * Precision, recall and F1.
 *
 * @param precision the share of predicted entities that are right, 0 to 1
 * @param recall the share of gold entities that were found, 0 to 1
 * @param f1 2PR / (P + R) or an average of such, 0 to 1
 * @param support how many gold entities it was computed from, from 0
 */
public record Score(double precision, double recall, double f1, long support) {}
