package io.dcsdk.training;

import io.dcsdk.training.evaluation.EvaluationReport;
import java.util.Optional;

/**
 * A model's scores on a corpus.
 *
 * @param report entities and words
 * @param loss the mean loss of a labelled token in nats; empty if the corpus has tags that the model does not know
 */
public record ModelEvaluation(EvaluationReport report, Optional<Double> loss) {}
